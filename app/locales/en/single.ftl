### One unit on its own: the line it draws, how it combines its inputs, its function as z slides.

problem-ref-no-first-unit = { $ref } is no neuron of the first layer.
problem-line-inputs = This network has { $inputs } inputs; a neuron draws a line only where there are two.
