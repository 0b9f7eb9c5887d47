"""The only thing that changes: a learner's session, its history, and where it is kept."""
