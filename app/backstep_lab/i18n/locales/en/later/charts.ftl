### Charts: axes, parameters and ranges.

axis-loss = loss L
axis-iteration = iteration
parameter = Weight or bias
span = Range
span-auto = fitting
