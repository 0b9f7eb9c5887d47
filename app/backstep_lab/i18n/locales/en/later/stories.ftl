# The text beside the network of a preset, and why a published figure may differ from a correct computation.

preset-mazur-story =
    Two inputs, two hidden and two output neurons: the example that Matt Mazur wrote down in 2015, and that many have learned from since. Every figure of the first iteration agrees with his, to the last printed digit. Then he prints an error of 0.291027924 after one update, and of 0.000035085 (3.5085e-5) after 10,000. Both come out only if the hidden layer’s gradients are computed with output weights that have already been updated. With all weights of one moment, as here, they are 0.2910277737 and 3.510188e-5. Take a snapshot of the weights, then update them all together.
preset-linear-by-hand-story =
    One weight, one bias, one example: ŷ = w·x + b, with x = 2.1 and a target of 4. It takes a few lines on paper: the squared error is 3.61, the gradients are −7.98 and −3.8, and after one small step of gradient descent the error is 2.87. Work it out yourself, then step through it.
preset-and-perceptron-story =
    Rosenblatt’s perceptron gives 1 if its weighted sum is above 0, else 0. With this bias it computes OR, so two of AND’s four rows come out wrong. Yet every gradient is 0: the step is flat on both sides, and gradient descent changes nothing. Set the bias to −1.5 yourself.
preset-perceptron-rule-story =
    The perceptron for AND again, now with Rosenblatt’s own rule in place of a gradient: if an output is wrong, each weight changes by the learning rate times target less output times its input. From w = 0 and η = 1, one row after the other, the last mistake is made in iteration 18; from then on w is (2, 1) and b is −2, and all four rows are right. Rows that one line can separate are always learned so; try the rows of XOR, and the mistakes never end.
preset-nielsen-neuron-story =
    One sigmoid neuron learns to turn 1 into 0. From w = 0.6 and b = 0.9 its output falls from 0.82 to 0.09 in 300 epochs. Now start both at 2: the output is 0.98, the sigmoid is nearly flat there, and learning is very slow at first. After the same 300 epochs the book prints 0.20.
preset-micrograd-neuron-story =
    The tanh neuron of Karpathy’s lecture. He differentiates the output o itself, so that his backward pass begins with ∂o/∂o = 1. Ours begins at a loss: with ½(y − a)² and a target 1 below the output, ∂ℓ/∂a is 1 but for rounding, and every gradient is his.
preset-cs231n-neuron-story =
    Stanford’s course notes take one sigmoid neuron apart, gate by gate, and differentiate its output. Our target lies 1 below that output, so that with ½(y − a)² the backward pass begins with ∂ℓ/∂a = 1 and the gradients are the printed ones. The slope needs no new work: it is a·(1 − a).
preset-macleod-story =
    A 2-2-1 network without biases. MacLeod’s new weights differ from ours for two reasons: he computes on with rounded numbers (δ is −0.0406 in print, −0.0407 in full; his sign is t − o), and his hidden layer uses output weights already updated: 0.09916, where the old ones give 0.09907.
preset-errors-in-print-story =
    A 3-3-3-3 network of a widely read article: ReLU, sigmoid, softmax, and a target of 1 for the first class. Its probabilities are printed as .2698, .3223 and .4078. They are z divided by the sum of all z; softmax divides e to the z by the sum of all e to the z, which gives 0.1984, 0.2854 and 0.5162. Step to the outputs: beside each printed figure stands the computed one, and below it the calculation that gives the printed one. The last digit of .4078 comes from sums that were rounded.
preset-errors-in-print-softmax-story =
    Two softmax outputs under a squared error. Course notes print ±.0605 for the error terms, half of the right ±0.1210: they multiply each ∂ℓ/∂a by the slope of its own output alone. But in a softmax each z moves both outputs, and the other output contributes just as much again. Step to δ: beside each printed figure stands the computed one, and below it the calculation that gives the printed one. The figures are those of the notes; the network is our own, built so that the right calculation and the slip give exactly them.
preset-errors-in-print-hidden-story =
    What comes back to a hidden neuron is Σ w·δ, each error term times the weight that it comes back over. Course notes add up the gradients of those weights instead, and print .19 and .49 for the right 0.2084 and 0.5051. Step to the downstream sums: beside each printed figure stands the computed one, and below it the calculation that gives the printed one. The figures are those of the notes; the network is our own, built so that the right calculation and the slip give exactly them.
preset-xor-story =
    1 if exactly one input is 1. No single line can separate these four points, so one layer is not enough; with two hidden neurons it works. From seed 1 the loss is below 0.05 after 300 iterations. From seed 2 it hardly gets below 0.35: gradient descent goes downhill, but not always to the lowest loss.
preset-playground-story =
    The network with which TensorFlow Playground begins: two inputs, four and two tanh neurons, and 200 points, one class inside a ring of the other. No line separates them, but four lines together can. Train it, with the decision boundary open: after 500 iterations it classifies at least 95 of 100 points correctly, also among those it has never seen.
preset-softmax-story =
    Fisher’s 150 irises: three species, four measurements each. Softmax turns three weighted sums into probabilities that add up to 1; together with cross-entropy, the error term δ of an output is simply a − y. Train it on 120 flowers, then test it on the 30 it has never seen.
preset-deep-story =
    Two hidden layers of four tanh neurons tell versicolor from virginica by three measurements of real irises. Follow the backward pass: each error term δ is summed from all the neurons that its neuron feeds, layer by layer, so that one pass gives every gradient. Twenty of the hundred flowers are kept for testing.
preset-digits-story =
    Sixty-four pixels, two hidden layers, ten outputs: 2,720 weights, every one of them with its gradient. Softmax gives each digit a probability. After one epoch over 1,438 pictures about eight in ten of the 359 it has never seen are read correctly; after ten epochs, 96 in 100.
erratum-updated-weights = The source used output weights that it had already updated.
erratum-rounded-steps = The source went on computing with rounded numbers.
erratum-softmax-as-shares = The source divided each sum z by all sums; softmax divides the powers of e.
erratum-softmax-diagonal = The source took the slope of each softmax output alone; the other outputs move too.
erratum-sum-of-gradients = The source added up gradients of weights; what comes back is each error term times its weight.
