### Matrices.

matrix-layer = Layer { $layer }
matrix-size = { $units } × { $inputs }, and biases
matrix-weights = Weights and biases
matrix-gradients = Their gradients
matrix-hint = A row for each neuron, a column for each number that comes in. Blank: not computed yet. Click a number to see where it comes from.
matrix-cut = Only the first { $count } rows and columns are shown.
