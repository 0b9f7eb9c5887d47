"""What the functions of the language expand to: scalar operations, in a group of their own.

Each takes the drafts that it adds to, then arrays and settings, and returns an array.
"""
