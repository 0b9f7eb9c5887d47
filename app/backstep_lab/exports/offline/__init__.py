"""A session as one file: all that a page without a server answers, asked in advance and written down."""
