"""Graphs of scalar operations with shared leaves: their values, messages and updates, without numpy arrays."""
