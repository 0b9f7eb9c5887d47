"""The MkDocs plugin `backstep`."""
