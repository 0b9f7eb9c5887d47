### What an operation of a computation graph did. Args: numbers arrive written in the learner's own digits.

op-title-node = Value
op-title-seed = Start of the backward pass
op-title-message = Message
op-title-message-sum = Messages added up
op-title-no-message = No message

op-graph-add = { $x1 } plus { $x2 } is { $value }.
op-graph-subtract = { $x1 } minus { $x2 } is { $value }.
op-graph-multiply = { $x1 } times { $x2 } is { $value }.
op-graph-divide = { $x1 } divided by { $x2 } is { $value }.
op-graph-power = { $x1 } to the power of { $x2 } is { $value }.
op-graph-sum = The { $count } numbers add up to { $value }.
op-graph-max = The largest of the { $count } numbers is { $value }.
op-graph-min = The smallest of the { $count } numbers is { $value }.
op-graph-negative = With the opposite sign, { $x1 } becomes { $value }.
op-graph-exp = e to the power of { $x1 } is { $value }.
op-graph-log = The natural logarithm of { $x1 } is { $value }.
op-graph-sqrt = The square root of { $x1 } is { $value }.
op-graph-sin = The sine of { $x1 } is { $value }.
op-graph-cos = The cosine of { $x1 } is { $value }.
op-graph-tan = The tangent of { $x1 } is { $value }.
op-graph-tanh = The hyperbolic tangent of { $x1 } is { $value }.
op-graph-sigmoid = The sigmoid function turns { $x1 } into { $value }, between 0 and 1.
op-graph-relu = ReLU keeps what is positive and makes the rest 0: { $x1 } becomes { $value }.
op-graph-leaky-relu = Leaky ReLU keeps what is positive and multiplies the rest by 0.01: { $x1 } becomes { $value }.
op-graph-softplus = Softplus turns { $x1 } into { $value }, which is always positive.
op-graph-gelu = GELU turns { $x1 } into { $value }.
op-graph-silu = SiLU multiplies { $x1 } by its own sigmoid: { $value }.
op-graph-elu = ELU keeps what is positive; what is negative approaches −1: { $x1 } becomes { $value }.
op-graph-abs = The absolute value of { $x1 } is { $value }.
op-graph-square = The square of { $x1 } is { $value }.
op-graph-stop = { $x1 } is passed on unchanged, but no gradient comes back through stop.

op-graph-seed = The result changes exactly as much as itself: its own gradient is 1. From here the messages go back.
op-graph-message-sum = { $share ->
    [only] An addition passes the gradient on unchanged: { $value }.
   *[several] An addition passes the gradient on unchanged: { $value }. Other messages arrive at this number too.
}
op-graph-message-negative = { $share ->
    [only] What is subtracted gets the gradient with the opposite sign: { $value }.
   *[several] What is subtracted gets the gradient with the opposite sign: { $value }. Other messages arrive at this number too.
}
op-graph-message-multiply = { $share ->
    [only] A product passes the gradient on to each factor, times the other factor: { $upstream } × { $slope } = { $value }.
   *[several] A product passes the gradient on to each factor, times the other factor: { $upstream } × { $slope } = { $value }. Other messages arrive at this number too.
}
op-graph-message-slope = { $share ->
    [only] The gradient that arrives, times the local slope: { $upstream } × { $slope } = { $value }.
   *[several] The gradient that arrives, times the local slope: { $upstream } × { $slope } = { $value }. Other messages arrive at this number too.
}
op-graph-message-extreme-passes = { $share ->
    [only] This number is the one that was chosen, so the gradient comes back to it: { $value }.
   *[several] This number is the one that was chosen, so the gradient comes back to it: { $value }. Other messages arrive at this number too.
}
op-graph-message-extreme-stops = This number was not chosen: a small change of it changes nothing, so its message is 0.
op-graph-message-piece-passes = { $share ->
    [only] On this side of its kink the function has the slope { $slope }: the message is { $value }.
   *[several] On this side of its kink the function has the slope { $slope }: the message is { $value }. Other messages arrive at this number too.
}
op-graph-message-piece-stops = Here the function is flat: a small change of its argument changes nothing, so the message is 0.
op-graph-gradient-sum = The number is used { $count } times, so { $count } messages arrive. They are added up: { $value } is the whole gradient.
op-graph-no-message = { $target } does not depend on { $name }: nothing comes back to it, and its gradient is 0.

op-graph-update = { $direction ->
    [positive] The gradient is negative, so { $name } goes up, by { $learning_rate } times its size: from { $old } to { $value }.
    [negative] The gradient is positive, so { $name } goes down, by { $learning_rate } times its size: from { $old } to { $value }.
   *[zero] { $name } stays at { $value }.
}
op-graph-update-adaptive = The optimizer turns gradient and memory into one step: { $name } goes from { $old } to { $value }.
op-graph-first-moment = The optimizer mixes the gradient { $gradient } into its memory: { $value }.
op-graph-second-moment = The optimizer mixes the square of the gradient { $gradient } into its memory: { $value }.
