"""Settings from the environment, limits, logging."""
