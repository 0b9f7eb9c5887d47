### What an operation did, from the loss on. Args: numbers arrive written in the learner's own digits.
### $sign, $direction: positive, negative or zero. $size: a number without its sign.

op-title-loss-term = Cost of one output
op-title-loss = Loss
op-title-batch-loss = { $examples ->
    [1] Loss with penalty
   *[other] Loss of the batch
}
op-title-loss-slope = Slope of the loss
op-title-downstream-term = Error coming back
op-title-downstream-sum = Errors added up
op-title-slope = Slope of the activation
op-title-delta = Error term δ
op-title-weight-gradient = Gradient of a weight
op-title-bias-gradient = Gradient of a bias
op-title-batch-gradient = Gradient of the batch
op-title-penalty-gradient = Gradient with penalty
op-title-update = Update
op-loss-term = Output { $unit } is { $a }, the target is { $y }: this costs { $value }.
op-loss-term-nothing = Output { $unit } is { $a }, the target is { $y }: this costs nothing.
op-loss-term-unwanted = Output { $unit } is { $a }, and its target is 0: { $loss } charges nothing for it. It can count only through the other outputs, since all are shares of one whole.
op-loss-term-rule = Output { $unit } is { $a }, the target is { $y }: the sum { $z } lies on the wrong side of 0, and this costs its distance from 0, { $value }.
op-loss-term-rule-right = Output { $unit } is { $a }, as its target is: this costs nothing.
op-loss = { $part ->
    [whole] { $count ->
        [1] The cost of the only output is the loss, { $value }: the one number that learning tries to make smaller.
        [2] The costs of both outputs are added up: this is the loss, { $value }: the one number that learning tries to make smaller.
       *[other] The costs of all { $count } outputs are added up: this is the loss, { $value }: the one number that learning tries to make smaller.
    }
   *[example] { $count ->
        [1] The cost of the only output is the loss of this example, { $value }.
        [2] The costs of both outputs are added up: this is the loss of this example, { $value }.
       *[other] The costs of all { $count } outputs are added up: this is the loss of this example, { $value }.
    }
}
op-loss-mean = { $part ->
    [whole] { $count ->
        [2] The mean of the costs of both outputs is the loss, { $value }: the one number that learning tries to make smaller.
       *[other] The mean of the costs of all { $count } outputs is the loss, { $value }: the one number that learning tries to make smaller.
    }
   *[example] { $count ->
        [2] The mean of the costs of both outputs is the loss of this example, { $value }.
       *[other] The mean of the costs of all { $count } outputs is the loss of this example, { $value }.
    }
}
op-batch-loss = The mean over the { $examples } examples of the batch is { $value }: the one number that learning tries to make smaller. This example alone: { $example_loss }.
op-batch-loss-penalty = The mean loss { $mean } and the penalty on the weights { $penalty } make { $value }: the one number that learning tries to make smaller.
op-batch-loss-sum = The losses of the { $examples } examples of the batch add up to { $value }: the one number that learning tries to make smaller. This example alone: { $example_loss }.
op-batch-loss-sum-penalty = The losses of the examples, added up to { $mean }, and the penalty on the weights { $penalty } make { $value }: the one number that learning tries to make smaller.
op-example-loss-penalty = The loss of the example { $mean } and the penalty on the weights { $penalty } make { $value }: the one number that learning tries to make smaller.
op-loss-slope = { $examples ->
    [1] { $sign ->
        [negative] If output { $unit } rose a little, the loss would fall { $size } times as much: it should go up.
       *[positive] If output { $unit } rose a little, the loss would rise { $size } times as much: it should come down.
    }
   *[other] { $sign ->
        [negative] If output { $unit } rose a little, the loss of this example would fall { $size } times as much: it should go up.
       *[positive] If output { $unit } rose a little, the loss of this example would rise { $size } times as much: it should come down.
    }
}
op-loss-slope-exact = Output { $unit } is exactly on its target, at the bottom of its cost: the slope there is 0.
op-loss-slope-corner = Output { $unit } is exactly on its target, at the corner of its cost: the slope taken there is 0, though moving it either way would cost something.
op-loss-slope-unwanted = The target of output { $unit } is 0: { $loss } does not look at this output itself, so the slope is 0. It can count only through the other outputs, since all are shares of one whole.
op-loss-slope-margin = Output { $unit } is beyond its margin, on the side of its target: moving it a little does not change the loss.
op-loss-slope-margin-corner = Output { $unit } is exactly on its margin, at the corner of its cost: the slope taken there is 0.
op-loss-slope-underflow = Output { $unit } is so close to its target that the computer can only write this slope as 0.
op-loss-slope-unbounded = Output { $unit } is so close to its limit that the computer cannot write this slope. The error term that follows is computed without it.
op-downstream-term = Neuron { $to } of layer { $to_layer } sends its error { $delta } back along this edge; the weight { $w } turns it into { $value }.
op-downstream-sum = { $examples ->
    [1] { $sign ->
        [positive] All that comes back here is added up: if this neuron passed on a little more, the loss would rise { $size } times as much.
        [negative] All that comes back here is added up: if this neuron passed on a little more, the loss would fall { $size } times as much.
       *[zero] All that comes back here adds up to zero: if this neuron passed on a little more, the loss would hardly change, if at all.
    }
   *[other] { $sign ->
        [positive] All that comes back here is added up: if this neuron passed on a little more, the loss of this example would rise { $size } times as much.
        [negative] All that comes back here is added up: if this neuron passed on a little more, the loss of this example would fall { $size } times as much.
       *[zero] All that comes back here adds up to zero: if this neuron passed on a little more, the loss of this example would hardly change, if at all.
    }
}
op-downstream-sum-rounding = All that comes back here is added up: { $value }, which is 0 but for rounding.
op-slope = { $sign ->
    [negative] How steep { $activation } is just here: if the sum rose a little, the activation would fall { $size } times as much.
   *[positive] How steep { $activation } is just here: if the sum rose a little, the activation would rise { $size } times as much.
}
op-slope-kink = At { $z } { $activation } has a kink, with another slope on either side. The slope taken there is { $value }.
op-slope-step = A step is flat on both sides: its slope is 0, and no gradient ever passes through this neuron, neither to its weights nor to the layers before it.
op-slope-zero = { $activation } is flat here, its slope is 0: no gradient passes through this neuron.
op-slope-underflow = { $activation } is so nearly flat here that the computer can only write its slope as 0: no gradient passes through this neuron.
op-slope-softmax = If its own sum rose a little, output { $unit } would rise { $value } times as much, and the other outputs would fall: all are shares of one whole.
op-slope-unused = As far as the computer can tell, output { $unit } does not move with its sum: the slope is 0. The error term that follows is computed without it.
op-delta = { $examples ->
    [1] The slope of the loss times the slope of the activation: this is how fast the loss changes with the neuron’s sum, { $value }.
   *[other] The slope of the loss times the slope of the activation: this is how fast the loss of this example changes with the neuron’s sum, { $value }.
}
op-delta-fused = For { $activation } with { $loss } nearly everything cancels: what stays is output { $a } less target { $y }, so δ is { $value }.
op-delta-fused-mean = For { $activation } with { $loss } nearly everything cancels: what stays is output { $a } less target { $y }, divided by { $count } because the loss is a mean over { $count } outputs. So δ is { $value }.
op-delta-softmax = { $count ->
    [1] A softmax of one output always gives 1: nothing changes it, and this error term is { $value }.
   *[other] In a softmax each output depends on all the weighted sums: the slopes of all { $count } go into this error term, { $value }.
}
op-delta-rule = By the perceptron’s rule the error term is output { $a } less target { $y }: { $value }. No slope takes part in it.
op-delta-rule-right = By the perceptron’s rule the error term is output { $a } less target { $y }: { $value }, so this example changes nothing.
op-weight-gradient-rule = The error { $delta } times what this edge carried, { $a }: { $value }. The update goes against it: the rule adds the learning rate times target less output times input.
op-weight-gradient = { $sign ->
    [negative] The error { $delta } times what this edge carried, { $a }: raising this weight a little lowers the loss { $size } times as much.
   *[positive] The error { $delta } times what this edge carried, { $a }: raising this weight a little raises the loss { $size } times as much.
}
op-weight-gradient-unused = This edge carried 0, so the error { $delta } times that is 0: whatever this weight is, the loss stays the same.
op-weight-gradient-level = The error is 0, so times what this edge carried, { $a }, it stays 0: moving this weight a little would hardly change the loss, if at all.
op-weight-gradient-underflow = The error { $delta } times what this edge carried, { $a }, is so small that the computer can only write it as 0.
op-weight-gradient-share = The error { $delta } times what this edge carried, { $a }: the contribution of this one example to the gradient of the weight, { $value }.
op-bias-gradient = A bias goes straight into the sum, so its gradient is the error term itself: { $value }.
op-bias-gradient-share = A bias goes straight into the sum: the contribution of this one example to its gradient is its error term, { $value }.
op-batch-gradient = The mean contribution of all { $examples } examples is { $value }. This example alone: { $share }.
op-batch-gradient-bias = The mean contribution of all { $examples } examples to the gradient of the bias is { $value }. This example alone: { $share }.
op-batch-gradient-rounding = The mean contribution of all { $examples } examples is { $value }, which is 0 but for rounding. This example alone: { $share }.
op-batch-gradient-sum = The contributions of all { $examples } examples add up to { $value }. This example alone: { $share }.
op-batch-gradient-sum-bias = The contributions of all { $examples } examples to the gradient of the bias add up to { $value }. This example alone: { $share }.
op-batch-gradient-sum-rounding = The contributions of all { $examples } examples add up to { $value }, which is 0 but for rounding. This example alone: { $share }.
op-penalty-gradient = The penalty on the weights adds { $added } to the gradient { $mean }: { $value }.
op-update = { $direction ->
    [positive] The gradient is negative, so the weight goes up, by { $learning_rate } times its size: from { $w } to { $value }.
   *[negative] The gradient is positive, so the weight goes down, by { $learning_rate } times its size: from { $w } to { $value }.
}
op-update-bias = { $direction ->
    [positive] The gradient is negative, so the bias goes up, by { $learning_rate } times its size: from { $b } to { $value }.
   *[negative] The gradient is positive, so the bias goes down, by { $learning_rate } times its size: from { $b } to { $value }.
}
op-update-no-gradient = { $parameter ->
    [bias] The gradient is zero: the bias stays at { $value }.
   *[weight] The gradient is zero: the weight stays at { $value }.
}
op-update-no-rate = { $parameter ->
    [bias] The learning rate is 0 now: the bias stays at { $value }, though its gradient is { $gradient }.
   *[weight] The learning rate is 0 now: the weight stays at { $value }, though its gradient is { $gradient }.
}
op-update-underflow = { $parameter ->
    [bias] { $learning_rate } times the gradient { $gradient } is so small that it is lost in rounding: the bias stays at { $value }.
   *[weight] { $learning_rate } times the gradient { $gradient } is so small that it is lost in rounding: the weight stays at { $value }.
}
