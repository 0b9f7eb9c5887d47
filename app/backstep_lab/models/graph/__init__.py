"""A graph of scalar operations behind the protocol of models."""
