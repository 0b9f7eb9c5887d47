### The page of a computation graph: its picture, its text, its editor, its numbers in words.

region-graph = Graph
sheet-program = Program
unit-operation = operation
unit-element = element
unit-line = line
unit-group = group

program-text = Program
program-more = … and { $count } more
program-atomic = Every number by itself
program-block = { $label }, { $count } numbers
program-failed = The graph could not be loaded.
program-keyboard = The graph, number by number
program-keyboard-hint = ← and → move along the lines, ↑ and ↓ through all, Enter opens, − closes a group, Alt with ↑ or ↓ changes a leaf.
program-legend-forward = value, forward
program-legend-trained = trained
program-legend-back = gradient, passed back

program-value = value
program-gradient = gradient
program-next = value after the update
program-message = message
program-inputs = Computed from
program-readers = Used by
program-number = This number

program-given-leaf = A given number: you may change it. The update leaves it as it is.
program-given-trained = A given number that is trained: it stays as it is until the update.
program-given-constant = A constant of the program. It has no gradient: nothing changes it.

program-ref-leaf = { $trained ->
    [true] trained leaf { $name }
   *[false] leaf { $name }
}
program-ref-constant = constant { $name }
program-ref-node = number { $name }
program-ref-operation = { $name } in line { $line }
program-ref-gradient = gradient of { $target } with respect to { $name }
program-ref-message = message to { $name } from { $by }
program-ref-next = { $name } after the update
program-ref-memory = { $by ->
    [m] mean of the gradients of { $name }
   *[v] mean of the squared gradients of { $name }
}
program-ref-next-memory = { $by ->
    [m] new mean of the gradients of { $name }
   *[v] new mean of the squared gradients of { $name }
}
program-ref-setting = { $by ->
    [learning_rate] learning rate
    [t] number of this update
   *[other] { $by }
}

program-group-element = element { $label }
program-group-row = row { $label }
program-group-window = window { $label }
program-group-loop = { $label }
program-group-section = { $label }

program-constants = constants
program-function-add = sum
program-function-subtract = difference
program-function-multiply = product
program-function-divide = quotient
program-function-power = power
program-function-sum = sum of all
program-function-max = maximum
program-function-min = minimum
program-function-negative = negation
program-function-exp = exponential
program-function-log = logarithm
program-function-sqrt = square root
program-function-sin = sine
program-function-cos = cosine
program-function-tan = tangent
program-function-tanh = tanh
program-function-sigmoid = sigmoid
program-function-relu = ReLU
program-function-leaky-relu = leaky ReLU
program-function-softplus = softplus
program-function-gelu = GELU
program-function-silu = SiLU
program-function-elu = ELU
program-function-square = square
program-function-abs = absolute value
program-function-stop = stop

program-editor-how = Type any formula, in one line or several: each name becomes a number that you can step through.
program-editor-text = Program
program-editor-values = Values
program-editor-value = Value of { $name }
program-editor-target = Differentiate
program-editor-target-own = the last line, or L
program-editor-train = Train
program-editor-use = Use this graph
program-editor-update = Use these changes
program-editor-at = Line { $line }, column { $column }: { $mistake }
program-editor-size = { $count ->
    [one] 1 operation forward, { $backward } backward.
   *[other] { $count } operations forward, { $backward } backward.
}
program-editor-examples = Examples
program-editor-checking = Checking …
program-editor-number = Please write a number, or a list such as [1, 2].
program-editor-network = Open this network as a graph
program-editor-network-how = The network as a program with its present numbers, each operation a node; or type a program of your own.
