"""A learner's table of examples: from bytes to inputs and targets, with what was recognized on the way.

    content ─ encoding ─ text ─ cells ─ decimal ─ header ─ columns ─ kinds ─ examples

Every stage proposes, and takes a correction in place of its proposal.
"""
