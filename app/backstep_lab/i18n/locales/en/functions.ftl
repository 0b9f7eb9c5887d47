### Names of more functions.

activation-hard-sigmoid = hard sigmoid
activation-bipolar-sigmoid = bipolar sigmoid
activation-elu = ELU
activation-gelu = GELU
activation-silu = SiLU

loss-absolute-error = absolute error
loss-huber = Huber loss
loss-hinge = hinge loss
loss-perceptron = perceptron’s rule

problem-two-targets = A target is { $value }; with this loss every target is { $low } or { $high }. Choose signed targets for the data, or another loss.
