### Loss.

loss-title = Loss so far
loss-point = iteration { $iteration }: { $loss }
loss-point-test = iteration { $iteration }: { $loss }, test { $test }
loss-of-batch = { $reduction ->
    [sum] batch of the iteration, added up
   *[mean] batch of the iteration
}
loss-of-training = { $reduction ->
    [sum] all training examples, averaged
   *[mean] all training examples
}
loss-of-test = { $reduction ->
    [sum] test examples, averaged
   *[mean] test examples
}
loss-hint = Click a point, or choose one with the arrow keys and press Enter, to go to that moment.
loss-none = There is no loss yet: it is computed at the end of the forward pass.
loss-logarithmic = log scale
accuracy-title = Accuracy
accuracy-of-training = training
accuracy-of-test = test
accuracy-point = iteration { $iteration }: { $train }
accuracy-point-test = iteration { $iteration }: { $train }, test { $test }
accuracy-none = The targets are values, not classes: there is no accuracy.
