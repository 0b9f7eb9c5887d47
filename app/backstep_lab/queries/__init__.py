"""Read-only questions about a session, one file per endpoint: computation and answer."""
