### Sums.

combine-way = How the inputs are combined
combine-plain = Plain sum
combine-weighted = Weighted sum + bias
combine-table = How { $name } is computed
combine-sum = Sum
combine-plain-is = Plain sum: { $value }
combine-cut = The first { $shown } of { $count } inputs.
combine-waits = The inputs of this neuron are not computed yet: press Next step until its layer is reached.
combine-alone = Every term is 0, because its weight or its input is 0. What is left is the bias alone: { $name } = { $b }.
combine-gone = { $count ->
    [1] The term of { $terms } is 0: where the weight or the input is 0, the product is 0.
   *[other] The terms of { $terms } are 0: where the weight or the input is 0, the product is 0.
}
combine-summary-plain = In a plain sum every input counts the same: all weights are 1 and the bias is 0.
combine-summary-weighted = The weights say how much each input counts; the bias is added whatever the inputs are.
