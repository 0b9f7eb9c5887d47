"""The current iteration as a worked solution: Markdown and LaTeX."""
