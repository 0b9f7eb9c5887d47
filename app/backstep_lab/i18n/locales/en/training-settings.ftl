# Optimizers and the other training settings: names, numbers of their own, sentences.

op-title-first-moment = Momentum
op-title-second-moment = Squared gradients
op-first-moment = { $kept } times the memory { $old } and { $share } times the gradient { $gradient } make the new memory of gradients, { $value }.
op-second-moment = { $kept } times the memory { $old } and { $share } times the square of the gradient { $gradient } make the new memory of squares, { $value }.
op-sum-of-squares = The square of the gradient { $gradient } is added to all the squares before, { $old }: together { $value }.
op-update-momentum = The step is { $learning_rate } times the memory of gradients: from { $old } to { $value }.
op-update-nesterov = The step looks ahead: the gradient and { $kept } times its memory are added up. { $learning_rate } times that leads from { $old } to { $value }.
op-update-adagrad = The gradient is divided by the root of all its squares added up, so each parameter has its own length of step: from { $old } to { $value }.
op-update-rmsprop = The gradient is divided by the root of a running mean of its squares, so each parameter has its own length of step: from { $old } to { $value }.
op-update-adam = Both memories began at zero; corrected for that they are { $m_hat } and { $v_hat }. The first, divided by the root of the second, times { $learning_rate }, is the step: from { $old } to { $value }.
op-update-adamw = Weight decay takes { $decay } off the parameter. Then comes Adam’s step: both memories began at zero; corrected for that they are { $m_hat } and { $v_hat }; the first is divided by the root of the second and multiplied by { $learning_rate }. From { $old } to { $value }.

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
ref-weight-decay = weight decay
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
optimizer-adamw-does = Adam, and each iteration takes η·λ of every parameter off it.

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
