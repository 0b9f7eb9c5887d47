### The panels beside the picture: formula, inspector, published figures, story, loss, numbers.

formula-place = layer { $layer } · neuron { $unit }
formula-start-title = One number at a time
formula-start = Nothing has been computed yet. Press Next step and the first number appears: { $what }.
formula-iteration = Iteration { $iteration } begins, with the weights as they are now. Press Next step and its first number appears: { $what }.
formula-alternative = or, written out
formula-operands = Computed from
formula-copy = Copy all digits
formula-copied = Copied
formula-whole = Whole formula

inspector-close = Close
inspector-trail = Numbers opened before
inspector-back = Back to { $name }
inspector-pending = Not computed yet. This is how it will be computed:
inspector-made = How it is computed
inspector-updated = Computed by the last update
inspector-given-input = An input: it is given by the data.
inspector-given-target = A target: what the output should be, given by the data.
inspector-given-weight = A weight: it stays as it is until the update.
inspector-given-bias = A bias: it stays as it is until the update.
inspector-given-weight-frozen = A weight: here it stays as it is, for it is frozen.
inspector-trained = Train this parameter
inspector-given-bias-frozen = A bias: here it stays as it is, for it is not trained.
inspector-given-learning-rate = You choose it: the length of each step against the gradient.
inspector-neuron = This neuron
inspector-edge = This edge
inspector-incoming = Incoming edges
inspector-outgoing = Outgoing edges
inspector-hint = Click any number to see where it comes from.

check-title = Gradient check
check-agrees = Checked by finite difference
check-differs = A finite difference does not agree
check-kink = A finite difference cannot judge this one: so close to here a function has a kink, or a step.
check-by-backpropagation = By back-propagation
check-error = Relative error { $error }.
check-how = { $what ->
    [leaf] The loss was computed twice more, with this leaf a tiny bit larger and smaller (±{ $epsilon }): this is how steeply it changes.
    [bias] The loss was computed twice more, with this bias a tiny bit larger and smaller (±{ $epsilon }): this is how steeply it changes.
   *[weight] The loss was computed twice more, with this weight a tiny bit larger and smaller (±{ $epsilon }): this is how steeply it changes.
}

paths-title = All paths to the loss
paths-count = { $count ->
    [one] 1 path
   *[other] { $count } paths
}
paths-of-example = { $reduction ->
    [sum] For the focus example. The gradient of the batch is the sum of such shares over its { $examples } examples.
   *[mean] For the focus example. The gradient of the batch is the mean of such shares over its { $examples } examples.
}
paths-of-penalty = The penalty on large weights adds its own part to the gradient; no path leads through it.
paths-more = Show all { $count }
paths-some = The sum over all { $count } paths, of which the first { $shown } are shown:
paths-sum = { $count ->
    [one] It is the gradient:
   *[other] Their sum is the gradient:
}
paths-share = { $count ->
    [one] It is this example’s share:
   *[other] Their sum is this example’s share:
}
paths-saved = { $along ->
    [one] Path by path, this gradient takes 1 multiplication; back-propagation takes { $shared }, because it computes shared parts only once.
   *[other] Path by path, this gradient takes { $along } multiplications; back-propagation takes { $shared }, because it computes shared parts only once.
}
paths-saved-all = All gradients of this network together take { $along } multiplications path by path and { $shared } by back-propagation: { $saved } are saved.

edit-label = Change the value
turn = Change { $name }
edit-apply = Apply
edit-not-a-number = Please write a number, such as 0.25 or -1.5.
edit-out-of-range = { $value } is out of range: please stay between { $low } and { $high }.
edit-stale = { $count ->
    [one] 1 number that depends on the old value was discarded: press Next step to compute it again.
   *[other] { $count } numbers that depend on the old value were discarded: press Next step to compute them again.
}

word-z = weighted sum
word-a = activation
word-slope = slope f′(z)
word-delta = error term δ
word-bias = bias
word-dL-da = slope of the loss
word-weight = weight
word-carried = carried forward
word-gradient = gradient
word-gradient-bias = gradient of the bias
word-next-weight = new weight
word-next-bias = new bias
word-input = input
word-target = target
word-loss-term = cost of this output
word-layer = layer
word-neuron = neuron
word-edge = edge

published-title = As published
published-figure = figure
published-printed = published
published-computed = computed
published-agrees = agrees
published-differs = differs
published-slip = This slip gives it:
published-iteration = { $iteration ->
    [one] after 1 update
   *[other] after { $iteration } updates
}
published-count = { $known ->
    [0] { $total } figures to check
   *[other] { $agree } of { $known } agree
}

story-title = About this example

numbers-title = All numbers
numbers-neurons = Neurons
numbers-edges = Edges

keyboard-label = The network, neuron by neuron
keyboard-hint = Arrow keys move along layers and edges, Enter opens, Alt with ↑ or ↓ changes a weight.
keyboard-neuron = neuron { $ref }
keyboard-edge = weight { $ref }
keyboard-pending = not computed yet

live-step = { $title }. { $sentence }

try-again = Try again
notice-language = The words of the other language could not be loaded. The page stays in this one.
notice-part = This part of the page could not be loaded.
notice-part-again = It could still not be loaded. Check the connection and try again, or load the page anew.
notice-slow = The server takes longer than usual to answer. What you did is kept; if there is no answer, it is sent again.
notice-expired = The server no longer has this session. It is being created again at the same moment.
notice-offline = The server does not answer just now. The picture stays; your steps wait and continue as soon as it is back.
notice-reload = Load the latest
notice-dismiss = Dismiss
notice-renewed-same = This session had expired. A new one has begun with your weights and settings: the numbers are the same, iterations are counted from 1 again, and earlier changes can no longer be undone.
notice-renewed-weights = This session had expired. A new one has begun with your weights and settings, from its first examples: other numbers may differ, iterations are counted from 1 again, and earlier changes can no longer be undone.
notice-renewed-spec = Your session was stored in a form that can no longer be read. A new one has begun with the same settings, from its start.
notice-diverged = The numbers grew beyond what a computer can hold: { $quantity } in layer { $layer } overflowed in iteration { $iteration }. Press Previous step, or try a smaller learning rate.
notice-diverged-loss = The numbers grew beyond what a computer can hold: { $quantity } overflowed in iteration { $iteration }. Press Previous step, or try a smaller learning rate.

paths-pending = The gradient of { $name } is not computed yet: its paths to the loss are listed here once the backward pass has reached it.

# Getting to the parts of the page by keyboard; presentation mode.
skip = Skip to
skip-steps = Skip to Next step
skip-text = Skip to the text of the lesson
skip-network = { $model ->
    [graph] Skip to the graph
   *[network] Skip to the network
}
present = Presentation
present-how = Presentation: everything larger, on the whole screen (P)
presets-networks = Networks
presets-graphs = Computation graphs
preset-own-graph = Own graph
new-graph = New graph…
