### One neuron as a computational graph.

graph-follow = Follow the steps
graph-onwards = to layer { $layer }
graph-more = … and { $count } more inputs
graph-table = The graph as a table
graph-number = Number
graph-value = Value
graph-gradient = Derivative of the loss
graph-operation-none = Press Next step: each operation is highlighted here when it is computed.
graph-operation-elsewhere = The current step is at { $other }, not at this neuron.
graph-operation-product = × multiplies an input by its weight and passes the product to the sum.
graph-operation-sum = + adds up all products and the bias. The result is z.
graph-operation-activation = f turns z into the activation a, which is passed on from here.
graph-operation-loss-term = ℓ compares a with its target: the result is the cost of this output.
graph-operation-loss-slope = The backward pass begins: ∂ℓ/∂a says how fast the loss changes with a. It is passed to f.
graph-operation-downstream-sum = { $count ->
    [one] a went to one neuron of layer { $layer }; what comes back from there is ∂ℓ/∂a.
   *[other] a went to { $count } neurons of layer { $layer }; what comes back from each of them is added up to ∂ℓ/∂a.
}
graph-operation-slope = f computes its slope at z: how fast a changes with z.
graph-operation-delta = f multiplies the error that arrives by its slope; the result is δ = { $delta }. The sum passes this same δ on to all its inputs: every product and the bias.
graph-operation-delta-by-rule = By the rule, δ = { $delta } is a less its target; no slope takes part. The sum passes this same δ on to all its inputs: every product and the bias.
graph-operation-weight = The derivative of a product with respect to one factor is the other factor: the weight receives δ times the input.
graph-operation-input = The derivative of a product with respect to one factor is the other factor: the input receives δ times the weight and passes it to the layer before.
graph-operation-bias = The bias goes straight into the sum, so δ = { $delta } reaches it unchanged.
graph-operation-batch = This is the share of one example; the gradient is made of the shares of the whole batch, plus the penalty if there is one.
graph-operation-update = All derivatives are known. Now the weights and the bias are updated, each against its own derivative.
