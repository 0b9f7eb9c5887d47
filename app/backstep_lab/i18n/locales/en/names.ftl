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
ref-product = { $below ->
    [0] what input { $from } sends over its edge
   *[other] what neuron { $from } of layer { $below } sends over its edge
}
ref-loss-term = cost of output { $unit }
ref-example-loss = { $row ->
    [-1] loss of this example
   *[other] loss of example { $row }
}
ref-mean-loss = mean loss of the batch
ref-penalty = penalty on large weights
ref-loss = loss
ref-learning-rate = learning rate
ref-l1 = strength of the penalty on absolute weights
ref-l2 = strength of the penalty on squared weights
ref-loss-slope = slope of the loss by the activation of neuron { $unit }, layer { $layer }
ref-downstream = what neuron { $unit } of layer { $layer } sends back
ref-slope = slope of the activation of neuron { $unit }, layer { $layer }
ref-delta = error term of neuron { $unit }, layer { $layer }
ref-weight-gradient = gradient of the weight from { $below ->
    [0] input { $from }
   *[other] neuron { $from }
} to neuron { $unit } of layer { $layer }
ref-bias-gradient = gradient of the bias of neuron { $unit }, layer { $layer }
ref-weight-share = { $row ->
    [-1] this example’s gradient of the weight
   *[other] gradient that example { $row } gives
}
ref-bias-share = { $row ->
    [-1] this example’s gradient of the bias
   *[other] gradient that example { $row } gives
}
ref-weight-mean = mean gradient, before the penalty
ref-next-weight = new weight from { $below ->
    [0] input { $from }
   *[other] neuron { $from } of layer { $below }
} to neuron { $unit } of layer { $layer }
ref-next-bias = new bias of neuron { $unit }, layer { $layer }

named-index = { $index } ({ $name })
iris-sepal-length = sepal length
iris-sepal-width = sepal width
iris-petal-length = petal length
iris-petal-width = petal width
iris-setosa = setosa
iris-versicolor = versicolor
iris-virginica = virginica
