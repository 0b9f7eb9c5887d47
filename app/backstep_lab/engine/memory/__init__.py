"""The buffers behind forward and backward, allocated once for a shape and a number of examples."""
