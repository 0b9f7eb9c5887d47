"""Queries about a session of a computation graph, one file per endpoint."""
