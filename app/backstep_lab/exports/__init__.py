"""Files that a session is taken away as, and brought back from: one format a file, all listed in `formats`.

Programs (numpy, PyTorch, notebook) begin where the current iteration begins and compute the very numbers
that the session would. Handouts (Markdown, LaTeX, CSV) hold the whole iteration, also what is not stepped
through yet.
"""
