"""Tables of examples: CSV and pasted text, columns, targets."""
