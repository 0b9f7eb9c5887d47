### Charts: axes, parameters and ranges.

axis-loss = loss L
axis-iteration = iteration
parameter = { $model ->
    [graph] Leaf
   *[network] Weight or bias
}
span = Range
span-auto = fitting
