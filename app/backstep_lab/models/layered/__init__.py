"""The layered network as a kind of model."""
