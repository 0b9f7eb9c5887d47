### What an operation is called, and what it did. Args: numbers arrive written in the learner's own digits.
### $sign, $direction: positive, negative or zero. $size: a number without its sign.

op-title-product = Product
op-title-sum = Weighted sum
op-title-activation = Activation
op-title-loss-term = Cost of one output
op-title-loss = Loss
op-title-batch-loss = Loss of the batch
op-title-loss-slope = Slope of the loss
op-title-downstream-term = Error coming back
op-title-downstream-sum = Errors added up
op-title-slope = Slope of the activation
op-title-delta = Error term δ
op-title-weight-gradient = Gradient of a weight
op-title-bias-gradient = Gradient of a bias
op-title-batch-gradient = Mean over the batch
op-title-penalty-gradient = Gradient with penalty
op-title-update = Update

op-product = { $from_layer ->
    [0] Input { $from }
   *[other] Neuron { $from } of layer { $from_layer }
} sends { $a } along this edge; the weight { $w } turns it into { $value }.
op-sum = All that arrives at the neuron is added up, together with its bias { $bias }: { $value }.
op-activation = The { $activation } function turns the sum { $z } into what the neuron passes on: { $value }.
op-activation-softmax = Softmax turns the sums into shares of one whole: output { $unit } gets { $value }.
op-loss-term = Output { $unit } said { $a }, the target was { $y }: this miss costs { $value }.
op-loss = { $count ->
    [one] The cost of the only output is the loss, { $value }: the one number that learning makes smaller.
    [2] The costs of both outputs together make the loss, { $value }: the one number that learning makes smaller.
   *[other] The costs of all { $count } outputs together make the loss, { $value }: the one number that learning makes smaller.
}
op-batch-loss = The mean over the { $examples } examples of the batch is { $value }. This example alone: { $example_loss }.
op-batch-loss-penalty = The mean loss { $mean } and the penalty on large weights { $penalty } make { $value }.
op-loss-slope = { $sign ->
    [positive] If output { $unit } rose a little, the loss would rise { $size } times as much: it should come down.
    [negative] If output { $unit } rose a little, the loss would fall { $size } times as much: it should go up.
   *[zero] Output { $unit } is just right: moving it a little does not change the loss.
}
op-loss-slope-unbounded = Output { $unit } is so close to its limit that this slope is beyond every bound. The error term that follows is still exact.
op-loss-slope-margin = Output { $unit } is beyond its margin, on the side of its target: moving it a little does not change the loss.
op-downstream-term = Neuron { $to } of layer { $to_layer } sends its error { $delta } back along this edge; the weight { $w } turns it into { $value }.
op-downstream-sum = { $sign ->
    [positive] All that comes back here is added up: if this neuron passed on a little more, the loss would rise { $size } times as much.
    [negative] All that comes back here is added up: if this neuron passed on a little more, the loss would fall { $size } times as much.
   *[zero] All that comes back here adds up to zero: what this neuron passes on does not change the loss.
}
op-slope = How steep { $activation } is just here: if the sum rose a little, the activation would rise { $value } times as much.
op-slope-step = A step is flat on both sides: its slope is 0, and no gradient ever passes through this neuron. Learning by gradients cannot train what lies below it.
op-slope-zero = { $activation } is flat here, its slope is 0: no gradient passes through this neuron.
op-delta = The slope of the loss times the slope of the activation: this is how much the loss depends on the neuron’s sum, { $value }.
op-delta-fused = For { $activation } with { $loss } nearly everything cancels: what stays is output { $a } against target { $y }, so δ is { $value }.
op-delta-softmax = In a softmax each output pushes all the others: the slopes of all { $count } go into this error term, { $value }.
op-weight-gradient = { $sign ->
    [positive] The error { $delta } times what this edge carried, { $a }: raising this weight a little raises the loss { $size } times as much.
    [negative] The error { $delta } times what this edge carried, { $a }: raising this weight a little lowers the loss { $size } times as much.
   *[zero] The error { $delta } times what this edge carried, { $a }: just now this weight has no say in the loss.
}
op-weight-gradient-share = The error { $delta } times what this edge carried, { $a }: what this one example says about the weight, { $value }.
op-bias-gradient = A bias goes straight into the sum, so its gradient is the error term itself: { $value }.
op-bias-gradient-share = A bias goes straight into the sum: what this one example says about it is its error term, { $value }.
op-batch-gradient = The mean of what all { $examples } examples say is { $value }. This example alone: { $share }.
op-batch-gradient-bias = The mean of what all { $examples } examples say about the bias is { $value }. This example alone: { $share }.
op-penalty-gradient = The penalty on large weights adds { $added } to the gradient { $mean }: { $value }.
op-update = { $direction ->
    [positive] The gradient is negative, so the weight goes up, by { $learning_rate } times its size: from { $w } to { $value }.
    [negative] The gradient is positive, so the weight goes down, by { $learning_rate } times its size: from { $w } to { $value }.
   *[zero] The gradient is zero: the weight stays at { $value }.
}
op-update-bias = { $direction ->
    [positive] The gradient is negative, so the bias goes up, by { $learning_rate } times its size: from { $b } to { $value }.
    [negative] The gradient is positive, so the bias goes down, by { $learning_rate } times its size: from { $b } to { $value }.
   *[zero] The gradient is zero: the bias stays at { $value }.
}
