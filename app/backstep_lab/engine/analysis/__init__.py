"""Questions about a network that do not train it: gradient check, loss landscape, metrics and kin."""
