"""Graphs of scalar operations with shared leaves: values, messages, gradients and forward mode."""
