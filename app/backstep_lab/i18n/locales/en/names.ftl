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
ref-weight = { $below ->
    [0] weight from input { $from } to neuron { $unit } of layer { $layer }
   *[other] weight from neuron { $from } of layer { $below } to neuron { $unit } of layer { $layer }
}
ref-bias = bias of neuron { $unit } of layer { $layer }
ref-weighted-sum = weighted sum of neuron { $unit } of layer { $layer }
ref-activation = activation of neuron { $unit } of layer { $layer }
ref-product = { $below ->
    [0] product of input { $from } and its weight
   *[other] product of the activation of neuron { $from } of layer { $below } and its weight
}
ref-loss-term = cost of output { $unit }
ref-example-loss = { $row ->
    [-1] loss of this example
   *[other] loss of example { $row }
}
ref-mean-loss = loss of the batch without the penalty
ref-penalty = penalty on large weights
ref-loss = loss
ref-learning-rate = learning rate
ref-l1 = strength of the penalty on absolute weights
ref-l2 = strength of the penalty on squared weights
ref-loss-slope = slope of the loss with respect to the activation of neuron { $unit } of layer { $layer }
ref-downstream = error that comes back from neuron { $unit } of layer { $layer }
ref-slope = slope of the activation of neuron { $unit } of layer { $layer }
ref-delta = error term of neuron { $unit } of layer { $layer }
ref-weight-gradient = { $below ->
    [0] gradient of the weight from input { $from } to neuron { $unit } of layer { $layer }
   *[other] gradient of the weight from neuron { $from } of layer { $below } to neuron { $unit } of layer { $layer }
}
ref-bias-gradient = gradient of the bias of neuron { $unit } of layer { $layer }
ref-weight-share = { $row ->
    [-1] gradient of the weight for this example
   *[other] gradient of the weight for example { $row }
}
ref-bias-share = { $row ->
    [-1] gradient of the bias for this example
   *[other] gradient of the bias for example { $row }
}
ref-weight-mean = gradient without the penalty
ref-next-weight = { $below ->
    [0] new weight from input { $from } to neuron { $unit } of layer { $layer }
   *[other] new weight from neuron { $from } of layer { $below } to neuron { $unit } of layer { $layer }
}
ref-next-bias = new bias of neuron { $unit } of layer { $layer }

named-index = { $index } ({ $name })
iris-sepal-length = sepal length
iris-sepal-width = sepal width
iris-petal-length = petal length
iris-petal-width = petal width
iris-setosa = setosa
iris-versicolor = versicolor
iris-virginica = virginica
