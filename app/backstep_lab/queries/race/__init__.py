"""A race: several settings trained from the same initial weights."""
