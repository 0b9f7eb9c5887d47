### Names of functions and of numbers.

activation-identity = identity
activation-step = step
activation-sigmoid = sigmoid
activation-tanh = tanh
activation-relu = ReLU
activation-leaky-relu = leaky ReLU
activation-softplus = softplus
activation-softmax = softmax

loss-half-squared-error = half squared error
loss-mean-squared-error = mean squared error
loss-binary-cross-entropy = binary cross-entropy
loss-cross-entropy = cross-entropy

quantity-z = the weighted sum z
quantity-a = the activation a
quantity-loss = the loss
quantity-delta = the error term δ
quantity-dW = a weight’s gradient
quantity-db = a bias’s gradient
quantity-W = a weight
quantity-b = a bias

ref-input = input { $unit }
ref-target = target of output { $unit }
ref-weight = weight from { $below ->
    [0] input { $from }
   *[other] neuron { $from } of layer { $below }
} to neuron { $unit } of layer { $layer }
ref-bias = bias of neuron { $unit }, layer { $layer }
ref-weighted-sum = weighted sum of neuron { $unit }, layer { $layer }
ref-activation = activation of neuron { $unit }, layer { $layer }
ref-product = what arrives over the edge from { $below ->
    [0] input { $from }
   *[other] neuron { $from } of layer { $below }
}
ref-loss-term = cost of output { $unit }
ref-example-loss = loss of this example
ref-mean-loss = mean loss of the batch
ref-penalty = penalty on large weights
ref-loss = loss
ref-learning-rate = learning rate
ref-loss-slope = slope of the loss by the activation of neuron { $unit }, layer { $layer }
ref-downstream = what comes back over the edge to neuron { $unit } of layer { $layer }
ref-slope = slope of the activation of neuron { $unit }, layer { $layer }
ref-delta = error term of neuron { $unit }, layer { $layer }
ref-weight-gradient = gradient of the weight from { $below ->
    [0] input { $from }
   *[other] neuron { $from }
} to neuron { $unit } of layer { $layer }
ref-bias-gradient = gradient of the bias of neuron { $unit }, layer { $layer }
ref-weight-share = this example’s gradient of the weight from { $below ->
    [0] input { $from }
   *[other] neuron { $from }
} to neuron { $unit } of layer { $layer }
ref-bias-share = this example’s gradient of the bias of neuron { $unit }, layer { $layer }
ref-weight-mean = mean gradient, before the penalty, of the weight from { $below ->
    [0] input { $from }
   *[other] neuron { $from }
} to neuron { $unit } of layer { $layer }
ref-next-weight = new weight from { $below ->
    [0] input { $from }
   *[other] neuron { $from } of layer { $below }
} to neuron { $unit } of layer { $layer }
ref-next-bias = new bias of neuron { $unit }, layer { $layer }
