### One neuron as a computational graph.

view-graph = Graph

graph-follow = Follow the steps
graph-onwards = to layer { $layer }
graph-more = … and { $count } more inputs
graph-table = The graph as a table
graph-number = Number
graph-value = Value
graph-gradient = Derivative of the loss
graph-operation-none = Step on: every operation lights up here when its turn comes.
graph-operation-elsewhere = The step in hand is at { $other }, not at this neuron.
graph-operation-product = × multiplies an input by its weight and hands the product to the sum.
graph-operation-sum = + adds up all products and the bias. What comes out is z.
graph-operation-activation = f turns z into the activation a, which goes on from here.
graph-operation-loss-term = ℓ compares a with its target: that is what this output costs.
graph-operation-loss-slope = Now the way back begins: ∂ℓ/∂a says how much the loss answers to a. It is handed to f.
graph-operation-downstream-sum = a went to { $count ->
    [one] one neuron of layer { $layer }; what comes back from there is ∂ℓ/∂a.
   *[other] { $count } neurons of layer { $layer }; what each of them sends back is added up to ∂ℓ/∂a.
}
graph-operation-slope = f looks up its slope at z: how much a answers to z.
graph-operation-delta = f multiplies the error that arrives by its slope, and δ = { $delta } comes out. The sum passes this same δ on to all its inputs: every product and the bias.
graph-operation-weight = A product hands each factor the other one: δ times the input arrives at the weight.
graph-operation-input = A product hands each factor the other one: δ times the weight arrives at the input and goes on down.
graph-operation-bias = The bias goes straight into the sum, so δ = { $delta } reaches it unchanged.
graph-operation-batch = What stands here is this example’s share; the gradient gathers those of the whole batch, and a penalty if there is one.
graph-operation-update = All derivatives are known. Now the weights and the bias move, each against its own.
