### One unit on its own: the line it draws, how it combines its inputs, its function as z slides.

problem-ref-no-first-unit = { $ref } is no neuron of the first layer.
problem-line-inputs = This network has { $inputs } inputs; a neuron draws a line only where there are two.

view-line = Line
line-unfit = Only with two inputs can a neuron's decision be drawn as a line; here there are { $inputs }. Choose “A perceptron for AND” or XOR above to get one.
line-own-data = Own data
line-shift = Shift
line-turn = Turn
line-angle = { $angle } degrees
line-none = Both weights are 0, so there is no line: everywhere z is the bias, { $b }.
line-give = Draw a line
line-right = { $all ->
    [yes] All { $count } examples stand on their right side: the line separates the classes.
   *[no] { $right } of { $count } examples stand on their right side.
}
line-no-sides = This neuron has no two classes of its own to tell apart; it only cuts the plane in two.
line-examples = The examples and the line
line-example = (X, Y)
line-side = side
line-verdict = verdict
line-is-right = right
line-is-wrong = wrong

view-combine = Sums
combine-way = How the inputs are combined
combine-plain = Plain sum
combine-weighted = Weighted sum + bias
combine-table = How { $name } comes about
combine-sum = Sum
combine-plain-is = Plain sum: { $value }
combine-cut = The first { $shown } of { $count } inputs.
combine-waits = The inputs of this neuron are not computed yet: step forward until its layer is reached.
combine-alone = Every term is 0, because its weight or its input is 0. What is left is the bias alone: { $name } = { $b }.
combine-gone = { $count ->
    [1] The term of { $terms } is gone: where the weight or the input is 0, the product is 0.
   *[other] The terms of { $terms } are gone: where the weight or the input is 0, the product is 0.
}
combine-summary-plain = In a plain sum every input counts the same: all weights are 1 and the bias is 0.
combine-summary-weighted = The weights say how much each input counts; the bias is added whatever the inputs are.

slide-z = Slide z
slide-there = At
slide-flat = Here the slope is 0: no gradient gets through.
slide-unused = Here the slope is 0; the error term of this output is computed without it.
slide-steepest = Here the curve is at its steepest: slope { $slope }.
slide-share = { $peak ->
    [none] The slope here is { $slope }.
   *[other] The slope here is { $slope }, which is { $share } % of the largest, { $steepest } at z = { $peak }.
}
slide-kink = At z = { $z } the curve has a kink or a jump. The value taken here is { $a }, and the slope is the one from the left: { $slope }.
