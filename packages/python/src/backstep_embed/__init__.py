"""Backstep in pages that Sphinx and MkDocs build."""
