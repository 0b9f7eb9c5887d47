"""Activations, losses and penalties: value, derivative and formula side by side."""
