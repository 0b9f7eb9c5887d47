### Typed programs: what is wrong and what to write instead, what is remarkable, and what the language accepts.

program-empty = The program is empty: write a line such as q = x*y + b.
program-too-long = The program has { $size } bytes: please keep it within { $max }.
program-too-large = The program needs more than { $max } operations: use fewer passes, or smaller arrays.
program-too-many-numbers = The program holds more than { $max } given numbers: use smaller arrays.
program-too-deep = This is nested more than { $max } deep: give a part of it a name on a line of its own.
program-too-many-axes = Arrays may have { $max } axes at most: put fewer lists into one another.
program-number-too-large = This number is too large: write one between −{ $max } and { $max }.
program-name-after-update = Names that end in _next are those of leaves after an update: choose another name than { $name }.
program-name-too-long = This name is too long: choose one of at most { $max } characters.

program-character = “{ $char }” has no meaning here: use names of Latin or Greek letters, numbers, + − * / ^ @ and ( ) [ ].
program-comparison = “{ $char }” compares, which has no derivative: use max, min or relu, and a single = to assign.
program-whole-division = “{ $char }” has no derivative: write / for a division.
program-quotes = Texts in quotes are not used here: write names and numbers without “{ $char }”.
program-braces = “{ $char }” is not used here: write ( ) around parts of a formula and [ ] around lists.
program-bars = “{ $char }” is not used here: write abs(x) for |x|.
program-walrus = “{ $char }” is not used here: assign with =.
program-backslash = “{ $char }” is not used here: put the formula into ( ) to continue it on the next line.

program-never-closed = “{ $bracket }” is never closed: write the bracket that belongs to it.
program-never-opened = “{ $bracket }” closes nothing: take it away, or open it before.
program-other-bracket = “{ $open }” is closed by “{ $close }”: write brackets in pairs, ( ) or [ ].
program-no-operator = Between “{ $left }” and “{ $right }” an operator is missing: write { $left }*{ $right } for their product.
program-function-without-brackets = The function { $name } needs brackets: write { $name }({ $next }).
program-no-operand-before = Before “{ $operator }” a number or a name is missing: write one there.
program-no-operand-after = After “{ $operator }” a number or a name is missing: write one there.
program-word = “{ $word }” is not part of this language: write lines such as q = x*y, and for t in range(3): around them.
program-import = Nothing is imported here: leave this line out, exp, tanh and the others are known.
program-comprehension = “for” stands at the beginning of a line: write for t in range(3): and the assignments below it.
program-indent = The spaces before this line do not fit: indent only lines below “for”, all by four spaces.
program-syntax = “{ $found }” does not fit here: write one assignment per line, such as q = x*y + b.
program-not-accepted = This is not part of this language: write assignments of formulas, such as q = x*y + b.
program-tuple = A comma makes no array: write [1, 2] for a list of numbers.
program-root-of-power = It is not clear how far √ goes: write sqrt(x)^2 or sqrt(x^2).

program-unknown-names = { $count ->
    [one] { $names } has no value yet: write { $names } = 1 above, or give it a value beside the program.
   *[other] { $names } have no values yet: write lines such as x = 1 above, or give them values beside the program.
}
program-product-of-names = { $name } is one name and has no value: did you mean { $product }?
program-misspelt-name = { $name } has no value: did you mean { $meant }?
program-misspelt-function = There is no function { $name }: did you mean { $meant }?
program-no-such-function = There is no function { $name }: write a product as { $name }*(…), or use one of those in the list.
program-call-of-name = { $name } is no function: did you mean { $name }*(…)?
program-function-alone = { $name } is a function: write { $name }(x), and { $name }(x)^2 for its square.
program-used-before = { $name } is used before it has a value: assign it in a line above.
program-no-value-here = { $name } has no value here: assign it in a line above.
program-leave-out = { $name }( ) is not needed here: leave it out, all values and derivatives are shown step by step.
program-no-such-method = .{ $name } is not known here: use a function such as sum(x), or .T for the transposed matrix.
program-method-without-brackets = .{ $name } needs brackets: write x.{ $name }().
program-arguments = { $name } takes ({ $parameters }): write it as in { $example }.
program-no-flag = This is neither true nor false: write True or False.

program-no-name = This value has no name: write q = before it.
program-two-targets = One line assigns one name: write a line for each.
program-several-targets = There are not as many values as names: write a line for each name.
program-target = This cannot be assigned: write a name or an element before =, such as q or h[0].
program-element-index = An element of { $name } is assigned by whole numbers: write { $name }[0] or { $name }[t].
program-element-axes = { $count ->
    [one] { $name } was assigned with one index before: use one here.
   *[other] { $name } was assigned with { $count } indices before: use as many here.
}
program-element-shape = { $name } has the shape { $right }, the others { $left }: give all elements the same shape.
program-no-element-yet = { $name } has no value yet: assign it before it is used.
program-counter-assigned = { $name } counts the passes of a loop: choose another name.
program-for = A loop is written as for t in range(3): with the assignments below it, indented by four spaces.

program-not-whole = “{ $text }” is no typed whole number: write one here, such as 2 or t + 1 with the counter t of a loop.
program-length-of-number = len needs an array: a single number has no length.
program-step-zero = A step of 0 leads nowhere: write 1 or −1.
program-no-such-index = { $name } has no element { $index } along this axis: write 0 to { $last }.
program-too-many-indices = { $name } has the shape { $shape }: write no more indices than it has axes.
program-list-index = A list of indices is possible on the first axis alone: write single numbers or ranges on the others.
program-empty-array = This array is empty: let it hold one number at least.
program-ragged-list = The parts of this list differ in shape: write rows of equal length.
program-ragged-leaf = { $name } is no number and no list of full rows of numbers: write 2, [1, 2] or [[1, 2], [3, 4]].
program-leaf-out-of-range = { $name } holds a number that is too large: stay between −{ $max } and { $max }.
program-no-such-axis = An array of the shape { $shape } has no axis { $axis }: count its axes from 0.
program-shapes = The shapes { $left } and { $right } do not fit each other: make them equal, or one of them a single number.
program-stack-shapes = The shapes { $left } and { $right } differ: stack arrays of equal shape, or use concat.
program-product-of-number = { $operator } multiplies arrays: write * for a product with a single number.
program-product-shapes = The shapes { $left } and { $right } do not fit in a matrix product: the last size of the first must be the first size of the second; try .T.
program-conv-axes = A kernel of the shape { $right } cannot slide over the shape { $left }: use two vectors or two matrices.
program-conv-too-small = A kernel of the shape { $right } does not fit into the shape { $left }: use a smaller kernel.
program-pool-size = { $name } cannot take windows of size { $size } from the shape { $shape }: use a vector or matrix and a size that fits.
program-reshape = The shape { $left } cannot become { $right }: choose sizes with as many elements.
program-cross-entropy-logits = cross_entropy needs a vector, or a matrix with a row for each example, not the shape { $shape }.
program-cross-entropy-target = A target of the shape { $right } does not fit logits of the shape { $left }: write a class as a number for each row, or a vector of the same shape.
program-no-such-class = There is no class { $number }: write 0 to { $last }.

program-no-result = { $name } has elements without a value: end with a line such as L = { $name }[0].
program-no-target = { $name } is no number of this program: choose the name of one that is computed.
program-target-of-several = { $name } has the shape { $shape }, but only a single number can be differentiated: add a line such as L = sum({ $name }).
program-target-not-computed = { $name } is given, not computed: add a line such as q = { $name }^2.
program-no-leaf = { $name } cannot be trained: choose names of numbers that are given.

program-note-unused = { $name } is never used.
program-note-shadowed = The value of { $name } in line { $line } is never used: line { $again } gives it another.
program-note-assigned-again = { $name } gets another value in line { $line }: there it is called { $ref }.
program-note-value-not-used = { $name } is computed in line { $line }: the value that is given for it is not used.
program-note-negative-index = { $name }[-1] is the element that you assigned, not the last one.

program-does-add = Sum, element by element
program-does-subtract = Difference
program-does-multiply = Product; 5x and 2(x + y) are products, too
program-does-divide = Quotient
program-does-power = Power
program-does-negative = The same number with the opposite sign
program-does-matmul = Product of matrices, or of a matrix and a vector
program-does-index = Elements by index from 0, ranges such as 0:2, rows by a list
program-does-for = Repeats the lines below it
program-does-exp = Power of e
program-does-log = Natural logarithm
program-does-sqrt = Square root
program-does-sin = Sine
program-does-cos = Cosine
program-does-tan = Tangent
program-does-tanh = Hyperbolic tangent
program-does-sigmoid = Logistic function
program-does-relu = x where it is positive, else 0
program-does-leaky-relu = x where it is positive, else a hundredth of it
program-does-softplus = Smooth relu
program-does-gelu = x times the normal distribution function of x
program-does-silu = x times its sigmoid
program-does-elu = x where it is positive, else e to the x minus 1
program-does-abs = Absolute value
program-does-square = Square
program-does-stop = The same number, through which no gradient flows
program-does-max = Largest of several values, or of an array
program-does-min = Smallest of several values, or of an array
program-does-sum = Sum of all elements, or along an axis
program-does-mean = Mean of all elements, or along an axis
program-does-var = Mean of the squared differences from the mean
program-does-softmax = Probabilities from logits, along the last axis
program-does-log-softmax = Logarithm of softmax
program-does-logsumexp = Logarithm of the sum of the powers of e
program-does-cross-entropy = Cross-entropy of logits and a class or a vector of probabilities; the mean over several rows
program-does-mse = Mean of the squared differences
program-does-dot = Sum of products; the same as @
program-does-conv = Kernel slid over a vector or matrix, without flipping it, wherever it fits
program-does-maxpool = Largest number of each window
program-does-avgpool = Mean of each window
program-does-concat = Arrays one after the other
program-does-stack = Arrays side by side along a new axis
program-does-reshape = The same elements in another shape
program-does-transpose = Rows and columns exchanged
program-does-onehot = 1 at the place of a class, 0 elsewhere
program-does-zeros = Array of zeros
program-does-ones = Array of ones
program-does-array = The list itself, as pasted programs write it
