"""The short form of each load program: nothing is lost, doubled, refused or answered with an error."""

import subprocess
import sys

LONGEST = 300  # seconds; a few on a quiet machine


def assert_meets_its_aims(program: str) -> None:
    command = [sys.executable, "-m", f"tests.load.{program}", "--short"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            output, _ = process.communicate(timeout=LONGEST)
        except subprocess.TimeoutExpired:
            process.terminate()  # not killed: it stops its servers
            output, _ = process.communicate()
    print(output)
    assert process.returncode == 0, output


def test_every_training_of_a_class_is_completed_while_others_step() -> None:
    assert_meets_its_aims("training")


def test_a_hostile_hour_costs_no_learner_a_step_and_keeps_nobody_waiting() -> None:
    assert_meets_its_aims("hostile")


def test_killed_server_processes_lose_and_double_no_step() -> None:
    assert_meets_its_aims("kills")
