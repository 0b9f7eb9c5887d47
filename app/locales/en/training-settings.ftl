# Optimizers and the other training settings: names, numbers of their own, sentences.

op-title-first-moment = Momentum
op-title-second-moment = Squared gradients
op-first-moment = Old gradients live on: most of the memory { $old } is kept, and the new gradient { $gradient } is mixed in. The memory is now { $value }.
op-second-moment = The square of the gradient { $gradient } is mixed into a memory of earlier squares, { $old }: it says how large this gradient usually is. Now { $value }.
op-sum-of-squares = The square of the gradient { $gradient } is added to all the squares before, { $old }: together { $value }.
op-update-momentum = The step follows the memory of gradients instead of the last one alone: { $learning_rate } times it, from { $old } to { $value }.
op-update-nesterov = The step looks ahead: gradient and memory together, times { $learning_rate }, from { $old } to { $value }.
op-update-scaled = The gradient is measured by its usual size before it is followed, so each parameter has its own length of step: from { $old } to { $value }.
op-update-adam = Both memories began at zero, so they are scaled up to { $m_hat } and { $v_hat }. The first, divided by the root of the second, times { $learning_rate }, is the step: from { $old } to { $value }.
op-update-adamw = The parameter first shrinks a little by itself. Then Adam’s step: memories scaled up to { $m_hat } and { $v_hat }, the first divided by the root of the second, times { $learning_rate }. From { $old } to { $value }.

ref-weight-memory = what the optimizer remembers ({ $memory }) of the weight from { $below ->
    [0] input { $from }
   *[other] neuron { $from } of layer { $below }
} to neuron { $unit } of layer { $layer }
ref-bias-memory = what the optimizer remembers ({ $memory }) of the bias of neuron { $unit }, layer { $layer }
ref-next-weight-memory = new memory ({ $memory }) of the weight from { $below ->
    [0] input { $from }
   *[other] neuron { $from } of layer { $below }
} to neuron { $unit } of layer { $layer }
ref-next-bias-memory = new memory ({ $memory }) of the bias of neuron { $unit }, layer { $layer }
ref-momentum = how much of the old memory is kept
ref-rho = how long squares are remembered
ref-beta1 = how long gradients are remembered
ref-beta2 = how long squares are remembered
ref-epsilon = a small number that keeps the division safe
ref-weight-decay = how much a parameter shrinks by itself
ref-age = iterations of this optimizer so far, with this one
inspector-given-setting = A setting: you choose it under Training.
inspector-given-memory = The optimizer has begun with an empty memory.

optimizer-sgd = Gradient descent
optimizer-momentum = Momentum
optimizer-nesterov = Nesterov momentum
optimizer-adagrad = Adagrad
optimizer-rmsprop = RMSProp
optimizer-adam = Adam
optimizer-adamw = AdamW
optimizer-sgd-does = Each step goes straight against the gradient.
optimizer-momentum-does = Steps gather speed like a heavy ball: what earlier gradients said lives on.
optimizer-nesterov-does = Momentum that looks ahead to where the ball will be.
optimizer-adagrad-does = A parameter that has had large gradients takes smaller steps; it never forgets.
optimizer-rmsprop-does = Each parameter’s steps are measured by the usual size of its recent gradients.
optimizer-adam-does = Momentum and measured steps together; both corrected while they are young.
optimizer-adamw-does = Adam, and every parameter shrinks a little by itself.

schedule-constant = Constant
schedule-step = In steps
schedule-exponential = Exponential
schedule-cosine = Cosine

sheet-training = Training
training-optimizer = Optimizer
training-rate-now = In this iteration: { $rate }
training-momentum = Momentum μ
training-rho = Memory ρ
training-beta1 = Memory β₁
training-beta2 = Memory β₂
training-epsilon = Safety ε
training-weight-decay = Decay λ
training-schedule = Schedule of the rate
training-every = Iterations between steps
training-gamma = Factor γ
training-length = Iterations to zero
training-batch-size = Batch size
training-batch-all = all examples
training-batch-some = { $size ->
    [1] 1 example
   *[other] { $size } examples
}
training-batch-does = { $kind ->
    [all] Batch: every iteration looks at all examples and follows their mean gradient.
    [one] Stochastic: every iteration looks at one example. Quick, and restless.
   *[some] Mini-batch: every iteration looks at some examples, a middle way.
}
training-shuffle = Shuffle the examples in every epoch
training-biases = Train the biases too
training-penalties = Penalties on large weights
training-l1 = L1, on their size
training-l2 = L2, on their square
training-penalty-does = The penalty stands beside the loss as a term of its own, and pulls every weight toward zero.
training-fresh = Another optimizer begins with an empty memory. Everything else goes on where it is; Previous step takes the change back.
training-out-of-range = Please stay between { $low } and { $high }.
