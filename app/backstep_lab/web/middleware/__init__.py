"""What every request passes: limits, headers, CORS, metrics."""
