### Names of more functions.

activation-hard-sigmoid = hard sigmoid
activation-elu = ELU
activation-gelu = GELU
activation-silu = SiLU

loss-absolute-error = absolute error
loss-huber = Huber loss
loss-hinge = hinge loss
