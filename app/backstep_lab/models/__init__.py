"""Kinds of model. `protocol` is what a session needs of one; `layered` is the layered network."""
