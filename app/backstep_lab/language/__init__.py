"""The language of programs: from the text that a learner types to a graph of scalar operations.

    text --tokens--> tokens --spelling--> Python's spelling --syntax--> tree --statements--> graph

The text is read with Python's `ast` and a list of what is accepted; it is never evaluated.
"""
