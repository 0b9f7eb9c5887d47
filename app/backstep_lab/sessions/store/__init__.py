"""Where sessions are kept: a protocol, and one file for each kind of store."""
