"""Logs to standard error, quiet unless asked."""

import logging
import sys

import structlog


def configure(level: str) -> None:
    """Log from `level` on."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level.upper())),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),  # the one of the moment: it may change
        cache_logger_on_first_use=False,
    )
