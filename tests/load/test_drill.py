"""The short form of the drill: two processes, one of which is killed, and a database that crashes."""

import asyncio

from tests.load.drill import short_drill


def test_no_acknowledged_step_is_lost_or_doubled_when_a_process_and_the_database_fail() -> None:
    tally = asyncio.run(short_drill(learners=20, number=2, pause=0.05))
    assert tally.faults == []
    assert tally.done >= 80
    assert tally.turned_out_done + tally.turned_out_not_done == tally.unknown
