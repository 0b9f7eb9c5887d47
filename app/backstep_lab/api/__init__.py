"""JSON over HTTP: one router per resource, its schemas beside it; errors and dependencies."""
