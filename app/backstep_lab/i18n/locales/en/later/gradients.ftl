### Gradients.

gradients-size = |∂L/∂w|, each step ten times larger
gradients-count = how many weights
gradients-known = weights
gradients-norm = norm
gradients-largest = largest
gradients-zeros = zero
flow-pending = The gradients of all layers can be compared when the backward pass is done.
flow-alone = There is only one layer, so there is nothing to compare.
flow-even = From layer { $last } to layer 1 the gradient keeps its size well: the norms differ by a factor of { $ratio }.
flow-vanishing = The gradient vanishes on its way back: in layer 1 its norm is { $ratio } times smaller than in layer { $last }. The first layers learn slowly.
flow-exploding = The gradient explodes on its way back: in layer 1 its norm is { $ratio } times larger than in layer { $last }. A smaller learning rate is safer.
flow-blocked = In the first or the last layer all gradients are 0: nothing can be learned there from this batch.
