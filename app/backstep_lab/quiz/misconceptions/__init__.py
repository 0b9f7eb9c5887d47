"""Known mistakes of learners, and the number that each gives."""
