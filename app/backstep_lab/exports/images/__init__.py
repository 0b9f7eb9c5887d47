"""A moment of a network as a still picture: for link previews, and until a page has drawn its own."""
