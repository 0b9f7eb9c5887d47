### The panels beside the picture: formula, inspector, published figures, story, loss, numbers.

formula-place = layer { $layer } · neuron { $unit }
formula-start-title = One number at a time
formula-start = Nothing has been computed yet. Press Next step and the first number appears: { $what }.
formula-iteration = Iteration { $iteration } begins, with the weights as they are now. Press Next step and its first number appears: { $what }.
formula-operands = Computed from
formula-copy = Copy all digits
formula-copied = Copied
formula-whole = Whole formula

inspector-hint = Click any number to see where it comes from.

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
notice-words = Some words of this page could not be loaded.
notice-part = This part of the page could not be loaded.
notice-part-again = It could still not be loaded. Check the connection and try again, or load the page anew.
notice-slow = The server takes longer than usual to answer. What you did is kept; if there is no answer, it is sent again.
notice-expired = The server no longer has this session. It is being created again at the same moment.
notice-offline = The server does not answer just now. The picture stays; your steps wait and continue as soon as it is back.
notice-reload = Load the latest
notice-dismiss = Dismiss

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
