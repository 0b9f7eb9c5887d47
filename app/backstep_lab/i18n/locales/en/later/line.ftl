### Line.

line-unfit = { $inputs ->
    [one] Only with two inputs can a neuron's decision be drawn as a line; here there is one. Choose “A perceptron for AND” or XOR above to get two.
   *[other] Only with two inputs can a neuron's decision be drawn as a line; here there are { $inputs }. Choose “A perceptron for AND” or XOR above to get two.
}
line-own-data = Own data
line-shift = Shift
line-turn = Turn
line-angle = { $angle } degrees
line-none = Both weights are 0, so there is no line: everywhere z is the bias, { $b }.
line-give = Draw a line
line-right = { $all ->
    [yes] All { $count } examples are on their correct side: the line separates the classes.
   *[no] { $right } of { $count } examples are on their correct side.
}
line-no-sides = This neuron has no two classes of its own to separate; it only divides the plane in two.
line-examples = The examples and the line
line-example = (X, Y)
line-side = side
line-verdict = decision
line-is-right = right
line-is-wrong = wrong
