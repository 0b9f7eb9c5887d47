### Views that look at the loss and its gradients: curves, slices, surfaces, tables.

problem-ref-no-parameter = { $ref } is no weight or bias.
problem-ref-no-unit = { $ref } is no neuron’s activation.
problem-same-parameter = Both axes are { $ref }: please choose two different parameters.
