"""Answers of a learner to what the next number will be: read, judged, and a slip called by its name."""
