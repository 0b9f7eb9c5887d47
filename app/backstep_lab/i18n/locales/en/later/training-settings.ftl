# Optimizers and the other training settings: names, numbers of their own, sentences.

op-title-first-moment = Momentum
op-title-second-moment = Squared gradients
op-first-moment = { $kept } times the memory { $old } and { $share } times the gradient { $gradient } make the new memory of gradients, { $value }.
op-second-moment = { $kept } times the memory { $old } and { $share } times the square of the gradient { $gradient } make the new memory of squares, { $value }.
op-sum-of-squares = The square of the gradient { $gradient } is added to the memory of squares, { $old }: together { $value }.
op-update-momentum = The step is { $learning_rate } times the memory of gradients: from { $old } to { $value }.
op-update-nesterov = The step looks ahead: the gradient and { $kept } times its memory are added up. { $learning_rate } times that leads from { $old } to { $value }.
op-update-adagrad = The gradient is divided by the root of its memory of squares, so each parameter has its own length of step: from { $old } to { $value }.
op-update-rmsprop = The gradient is divided by the root of a running mean of its squares, so each parameter has its own length of step: from { $old } to { $value }.
op-update-adam = { $began ->
    [given] The memories, corrected as if they had begun at zero, are { $m_hat } and { $v_hat }. The first, divided by the root of the second, times { $learning_rate }, is the step: from { $old } to { $value }.
   *[zero] Both memories began at zero; corrected for that they are { $m_hat } and { $v_hat }. The first, divided by the root of the second, times { $learning_rate }, is the step: from { $old } to { $value }.
}
op-update-adamw = { $began ->
    [given] Weight decay takes { $decay } off the parameter. Then comes Adam’s step: the memories, corrected as if they had begun at zero, are { $m_hat } and { $v_hat }; the first is divided by the root of the second and multiplied by { $learning_rate }. From { $old } to { $value }.
   *[zero] Weight decay takes { $decay } off the parameter. Then comes Adam’s step: both memories began at zero; corrected for that they are { $m_hat } and { $v_hat }; the first is divided by the root of the second and multiplied by { $learning_rate }. From { $old } to { $value }.
}

op-update-undivided = The memory of squares is 0 and there is no ε: a step would be divided by 0 and is left out. The parameter stays at { $value }.
op-update-undivided-decay = The memory of squares is 0 and there is no ε: a step would be divided by 0 and is left out. Weight decay takes { $decay } off the parameter: from { $old } to { $value }.

op-update-frozen = { $parameter ->
    [bias] This bias is frozen: it stays at { $value }.
   *[weight] This weight is frozen: it stays at { $value }.
}
op-moment-frozen = Of a frozen parameter the optimizer remembers nothing.

ref-weight-memory = { $below ->
    [0] memory of the optimizer ({ $memory }) for the weight from input { $from } to neuron { $unit } of layer { $layer }
   *[other] memory of the optimizer ({ $memory }) for the weight from neuron { $from } of layer { $below } to neuron { $unit } of layer { $layer }
}
ref-bias-memory = memory of the optimizer ({ $memory }) for the bias of neuron { $unit } of layer { $layer }
ref-next-weight-memory = { $below ->
    [0] new memory ({ $memory }) for the weight from input { $from } to neuron { $unit } of layer { $layer }
   *[other] new memory ({ $memory }) for the weight from neuron { $from } of layer { $below } to neuron { $unit } of layer { $layer }
}
ref-next-bias-memory = new memory ({ $memory }) for the bias of neuron { $unit } of layer { $layer }
ref-momentum = share of the old memory that is kept
ref-dampening = dampening: the share of the gradient that is left out
ref-rho = share of the old memory of squares that is kept
ref-beta1 = share of the old memory of gradients that is kept
ref-beta2 = share of the old memory of squares that is kept
ref-epsilon = small number that prevents a division by 0
ref-weight-decay = weight decay
ref-age = number of iterations of this optimizer, with this one
inspector-given-setting = A setting: you choose it under Training.
inspector-given-memory = The optimizer begins with this memory: you choose it under Training, 0 is an empty one.

optimizer-sgd = Gradient descent
optimizer-momentum = Momentum
optimizer-nesterov = Nesterov momentum
optimizer-adagrad = Adagrad
optimizer-rmsprop = RMSProp
optimizer-adam = Adam
optimizer-adamw = AdamW
optimizer-sgd-does = Each step goes straight against the gradient.
optimizer-momentum-does = Steps gather speed like a heavy ball: earlier gradients keep acting.
optimizer-nesterov-does = Momentum that looks ahead to where the ball will be.
optimizer-adagrad-does = A parameter that has had large gradients takes smaller steps, for good.
optimizer-rmsprop-does = Each parameter’s steps are divided by the usual size of its recent gradients.
optimizer-adam-does = Momentum and divided steps together; both corrected in the first iterations.
optimizer-adamw-does = Adam, and each iteration subtracts η·λ of every parameter from it.

schedule-constant = Constant
schedule-step = In steps
schedule-exponential = Exponential
schedule-cosine = Cosine

training-optimizer = Optimizer
training-rate-now = In this iteration: { $rate }
training-momentum = Momentum μ
training-dampening = Dampening τ
training-rho = Memory ρ
training-beta1 = Memory β₁
training-beta2 = Memory β₂
training-epsilon = Safety ε
training-weight-decay = Decay λ
training-first-m = First m
training-first-v = First v
training-schedule = Schedule of the rate
training-every = Iterations between steps
training-gamma = Factor γ
training-length = Iterations until the rate is zero
training-batch-size = Batch size
training-batch-all = all examples
training-batch-some = { $size ->
    [1] 1 example
   *[other] { $size } examples
}
training-batch-does = { $kind ->
    [all] Batch: every iteration uses all examples and follows their mean gradient.
    [one] Stochastic: every iteration uses one example. Fast, but irregular.
   *[some] Mini-batch: every iteration uses some examples, a middle way.
}
training-shuffle = Shuffle the examples in every epoch
training-biases = Train the biases too
training-frozen = Frozen parameters
training-thaw = Train them all
training-penalties = Penalties on large weights
training-l1 = L1, on their size
training-l2 = L2, on their square
training-penalty-does = The penalty is added to the loss and pulls every weight toward zero.
training-fresh = Another optimizer, or another first m or v, begins with a new memory. Everything else stays as it is; Previous step undoes the change.
training-out-of-range = Please stay between { $low } and { $high }.
