### What an operation is called, and what it did. Args: numbers arrive written in the learner's own digits.
### $sign, $direction: positive, negative or zero. $size: a number without its sign.

op-title-product = Product
op-title-sum = Weighted sum
op-title-activation = Activation

op-product = { $from_layer ->
    [0] Input { $from } sends { $a } along this edge; the weight { $w } turns it into { $value }.
   *[other] Neuron { $from } of layer { $from_layer } sends { $a } along this edge; the weight { $w } turns it into { $value }.
}
op-sum = All that arrives at the neuron is added up, together with its bias { $bias }: { $value }.
op-sum-rounding = All that arrives at the neuron is added up, together with its bias { $bias }: { $value }, which is 0 but for rounding.
op-activation = The { $activation } function turns the sum { $z } into what the neuron passes on: { $value }.
op-activation-softmax = Softmax turns the sums into shares of one whole: output { $unit } gets { $value }.
