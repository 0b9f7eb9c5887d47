"""Mutation testing: small faults put into the core, one at a time, and whether its tests notice them."""
