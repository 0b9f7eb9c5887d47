"""Formulas in LaTeX with places for operands, and their evaluation and printing."""
