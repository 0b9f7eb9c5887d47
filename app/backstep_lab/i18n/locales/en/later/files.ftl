### Export and import of files.

export-markdown = Worked solution (Markdown)
export-markdown-about = Every operation of this iteration with its formula, for notes and Jupyter.
export-latex = Worked solution (LaTeX)
export-latex-about = The same as a document to print.
export-csv = Table of operations (CSV)
export-csv-about = Every operation of this iteration as a row, all digits, for a spreadsheet.
export-numpy = Program with numpy
export-numpy-about = { $model ->
    [graph] This graph and its training from here on, the same numbers in plain Python.
   *[network] This network and its training from here on, the same numbers in plain Python.
}
export-notebook = Jupyter notebook
export-notebook-about = The same program, cell by cell.
export-pytorch = Program with PyTorch
export-pytorch-about = The same training by PyTorch, whose gradients come from autograd.
export-safetensors = Weights and biases (safetensors)
export-safetensors-about = The current parameters, for other programs; they can be imported here again.
export-session = This session (JSON)
export-session-about = { $model ->
    [graph] Program, values, edits and position; imported, it continues from here.
   *[network] Network, data, edits and position; imported, it continues from here.
}
export-svg = Picture (SVG)
export-svg-about = { $model ->
    [graph] The graph at this moment, sharp at every size.
   *[network] The network at this moment, sharp at every size.
}
export-png = Picture (PNG)
export-png-about = The same as pixels, for slides and chats.
export-download = Download
export-copy = Copy
export-copied = Copied
export-failed = That did not work: { $reason }
export-import = Import a file
export-import-choose = Choose a file …
export-import-how = { $model ->
    [graph] A session (.json) opens as it was saved, in place of this one.
   *[network] A session (.json) opens as it was saved, in place of this one. Weights and biases (.safetensors) replace those of this network; Previous step undoes it.
}
export-import-done = { $name } is imported.
export-import-not-json = { $name } is no session: it cannot be read as JSON. Choose a file that “This session (JSON)” saved.
export-import-large = { $name } has { $size } MB; a file to import has at most { $max } MB.

file-own-network = Your own network
file-program-about = Continues where Backstep is and computes the very same numbers. Needs Python and numpy.
file-torch-about = Continues where Backstep is and computes the very same numbers. Needs Python, numpy and PyTorch.
file-numbers = Weights, biases and examples
file-functions = Activations and their slopes
file-loss = The loss, and the error term of the outputs
file-passes = Forward and backward pass
file-step = Order of the examples, learning rate, update
file-training = Training from here on
file-result = Weights and biases afterwards
file-overflow = e to a large power is infinity, and 1 divided by it the right 0
file-worked-about = Iteration { $iteration }, every operation. Numbers are shown to six digits and were computed with all of them. The numbers shown are those of example { $example } of the data.
file-phase-forward = Forward pass
file-phase-loss = Loss
file-phase-backward = Backward pass
file-phase-update = Update

problem-file-operations = This iteration has { $count } operations; a file of this kind holds at most { $max }. Take fewer units or a smaller batch.
problem-file-edits = The edits in this file are damaged or do not fit its network: no session can be made of it.
problem-file-tensors = This is no safetensors file that can be read here.
problem-file-number = { $name } has a number that is not finite or beyond ±{ $max }.
problem-file-shape = { $name }: the file has { $found }, this network needs { $wanted }.
file-own-graph = Your own computation graph
file-graph-leaves = The leaves, and what the optimizer remembers of them
file-graph-forward = The forward pass; the gradients are PyTorch’s own
file-graph-update = Learning rate and update
file-graph-result = The leaves afterwards
file-graph-torch-about = Continues where Backstep is and computes the very same numbers. Needs Python and PyTorch.
file-worked-graph = Iteration { $iteration }, every operation. Numbers are shown to six digits and were computed with all of them.

convention-alpha = In layer { $layer } the activation has α = { $alpha }.
convention-sum = The losses of the outputs are added up.
convention-mean = The losses of the outputs are averaged.
convention-batch-sum = The losses of the examples of a batch are added up.
convention-huber-delta = Huber’s parabola becomes a line at δ = { $delta }.
convention-dampening = The momentum takes (1 − τ) of each gradient, τ = { $dampening }.
convention-first-memory = The optimizer’s memory { $memory } begins at { $value }.
convention-no-epsilon = There is no ε beside √v.
convention-frozen = Frozen parameters: { $refs }.
