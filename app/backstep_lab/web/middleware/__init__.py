"""Middleware: limits, headers, CORS, metrics."""
