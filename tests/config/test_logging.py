"""Logs go to standard error."""

import io
import json
import sys

import pytest
import structlog

from backstep_lab.config.logging import configure


def test_a_log_goes_to_the_standard_error_of_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    first, later = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "stderr", first)
    configure("warning")
    log = structlog.get_logger()
    monkeypatch.setattr(sys, "stderr", later)
    first.close()
    log.warning("something", of="note")
    line = json.loads(later.getvalue())
    assert (line["event"], line["of"], line["level"]) == ("something", "note", "warning")
