"""A moment as text: it comes back bit for bit, and nothing else comes out of a text."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstep_lab.config import limits
from backstep_lab.presets import PRESETS, Preset
from backstep_lab.sessions.create import new_spec
from backstep_lab.sessions.layered import current_network, layered
from backstep_lab.sessions.link import decode_link, link, open_bookmark
from backstep_lab.sessions.navigation import seek
from backstep_lab.sessions.patch import patched
from backstep_lab.sessions.session import Session
from backstep_lab.spec.errors import Conflict, Invalid
from tests.engine.building import NETWORKS
from tests.sessions.building import picture

GRAPHS = [preset for preset in PRESETS.values() if preset.graph is not None]


def session_of(preset: str) -> Session:
    return Session.new("here", new_spec({"preset": preset}))


def linked(session: Session) -> str:
    text = link(session)
    assert text is not None
    return text


def there_and_back(preset: Preset) -> tuple[Session, str, Session]:
    """A session in the middle of an iteration, its link, and the session that the link opens."""
    here = seek(session_of(preset.name), 2, 5).end
    text = linked(here)
    there = open_bookmark(here.id, decode_link(text))
    assert (there.iteration, there.step, there.focus) == (2, 5, here.focus)
    return here, text, there


@pytest.mark.parametrize("preset", NETWORKS, ids=lambda preset: preset.name)
def test_every_network_in_the_middle_of_its_third_iteration_fits_and_comes_back(preset: Preset) -> None:
    here, text, there = there_and_back(preset)
    assert len(text) < 400
    np.testing.assert_array_equal(current_network(there).theta, current_network(here).theta)
    np.testing.assert_array_equal(layered(there).trace.buffer, layered(here).trace.buffer)


@pytest.mark.parametrize("preset", GRAPHS, ids=lambda preset: preset.name)
def test_every_graph_in_the_middle_of_its_third_iteration_fits_and_comes_back(preset: Preset) -> None:
    here, text, there = there_and_back(preset)
    assert len(text) < 600
    assert picture(there) == picture(here)


def test_edits_come_with_it_and_can_be_taken_back_there() -> None:
    here = patched(seek(session_of("mazur"), 1, 9).end, {"parameters": {"W1[0,0]": 0.77}}).end
    there = open_bookmark("there", decode_link(linked(here)))
    assert current_network(there).W[0][0, 0] == 0.77
    assert len(there.history.edits) == 1


def test_what_is_too_much_for_an_address_has_no_link() -> None:
    rows = [[float(k), float(k) / 7] for k in range(600)]
    own = {"name": "custom", "X": rows, "Y": rows}
    spec = new_spec({"network": {"inputs": 2, "layers": [{"units": 2}]}, "data": own})
    assert link(Session.new("", spec)) is None


@given(st.text("ABCabc019_-", max_size=200))
def test_any_other_text_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(Invalid, match="cut short or was changed"):
        decode_link("1" + text)


@given(at=st.integers(0, 300), sign=st.sampled_from("ABZaz09_-"))
def test_a_text_with_one_sign_changed_is_a_moment_or_refused(at: int, sign: str) -> None:
    text = linked(session_of("mazur"))
    at %= len(text)
    changed = text[:at] + sign + text[at + 1 :]
    try:
        there = open_bookmark("", decode_link(changed))
    except (Invalid, Conflict):
        return
    assert np.isfinite(current_network(there).theta).all()


def test_a_text_beyond_the_limit_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(Invalid):
        decode_link("1" + "A" * limits.MAX_LINK)
