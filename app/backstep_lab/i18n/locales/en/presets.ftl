# Presets: a title for the menu, and the text beside the network or graph.

preset-mazur-title = Mazur’s worked example
preset-mazur-story =
    Two inputs, two hidden and two output neurons: the example that Matt Mazur wrote down in 2015, and that many have learned from since. Every figure of the first iteration agrees with his, to the last printed digit. Then he prints an error of 0.291027924 after one update, and of 0.000035085 (3.5085e-5) after 10,000. Both come out only if the hidden layer’s gradients are computed with output weights that have already been updated. With all weights of one moment, as here, they are 0.2910277737 and 3.510188e-5. Take a snapshot of the weights, then update them all together.

preset-linear-by-hand-title = A line, by hand
preset-linear-by-hand-story =
    One weight, one bias, one example: ŷ = w·x + b, with x = 2.1 and a target of 4. It takes a few lines on paper: the squared error is 3.61, the gradients are −7.98 and −3.8, and after one small step of gradient descent the error is 2.87. Work it out yourself, then step through it.

preset-and-perceptron-title = A perceptron for AND
preset-and-perceptron-story =
    Rosenblatt’s perceptron gives 1 if its weighted sum is above 0, else 0. With this bias it computes OR, so two of AND’s four rows come out wrong. Yet every gradient is 0: the step is flat on both sides, and gradient descent changes nothing. Set the bias to −1.5 yourself.

preset-perceptron-rule-title = The perceptron’s rule
preset-perceptron-rule-story =
    The perceptron for AND again, now with Rosenblatt’s own rule in place of a gradient: if an output is wrong, each weight changes by the learning rate times target less output times its input. From w = 0 and η = 1, one row after the other, the last mistake is made in iteration 18; from then on w is (2, 1) and b is −2, and all four rows are right. Rows that one line can separate are always learned so; try the rows of XOR, and the mistakes never end.

preset-nielsen-neuron-title = Nielsen’s single neuron
preset-nielsen-neuron-story =
    One sigmoid neuron learns to turn 1 into 0. From w = 0.6 and b = 0.9 its output falls from 0.82 to 0.09 in 300 epochs. Now start both at 2: the output is 0.98, the sigmoid is nearly flat there, and learning is very slow at first. After the same 300 epochs the book prints 0.20.

preset-micrograd-neuron-title = Karpathy’s micrograd neuron
preset-micrograd-neuron-story =
    The tanh neuron of Karpathy’s lecture. He differentiates the output o itself, so that his backward pass begins with ∂o/∂o = 1. Ours begins at a loss: with ½(y − a)² and a target 1 below the output, ∂ℓ/∂a is 1 but for rounding, and every gradient is his.

preset-cs231n-neuron-title = The neuron of CS231n
preset-cs231n-neuron-story =
    Stanford’s course notes take one sigmoid neuron apart, gate by gate, and differentiate its output. Our target lies 1 below that output, so that with ½(y − a)² the backward pass begins with ∂ℓ/∂a = 1 and the gradients are the printed ones. The slope needs no new work: it is a·(1 − a).

preset-macleod-title = MacLeod’s small network
preset-macleod-story =
    A 2-2-1 network without biases. MacLeod’s new weights differ from ours for two reasons: he computes on with rounded numbers (δ is −0.0406 in print, −0.0407 in full; his sign is t − o), and his hidden layer uses output weights already updated: 0.09916, where the old ones give 0.09907.

preset-errors-in-print-title = Errors in print
preset-errors-in-print-story =
    A 3-3-3-3 network of a widely read article: ReLU, sigmoid, softmax, and a target of 1 for the first class. Its probabilities are printed as .2698, .3223 and .4078. They are z divided by the sum of all z; softmax divides e to the z by the sum of all e to the z, which gives 0.1984, 0.2854 and 0.5162. Step to the outputs: beside each printed figure stands the computed one, and below it the calculation that gives the printed one. The last digit of .4078 comes from sums that were rounded.

preset-errors-in-print-softmax-title = Errors in print: a softmax by its slope alone
preset-errors-in-print-softmax-story =
    Two softmax outputs under a squared error. Course notes print ±.0605 for the error terms, half of the right ±0.1210: they multiply each ∂ℓ/∂a by the slope of its own output alone. But in a softmax each z moves both outputs, and the other output contributes just as much again. Step to δ: beside each printed figure stands the computed one, and below it the calculation that gives the printed one. The figures are those of the notes; the network is our own, built so that the right calculation and the slip give exactly them.

preset-errors-in-print-hidden-title = Errors in print: gradients in place of errors
preset-errors-in-print-hidden-story =
    What comes back to a hidden neuron is Σ w·δ, each error term times the weight that it comes back over. Course notes add up the gradients of those weights instead, and print .19 and .49 for the right 0.2084 and 0.5051. Step to the downstream sums: beside each printed figure stands the computed one, and below it the calculation that gives the printed one. The figures are those of the notes; the network is our own, built so that the right calculation and the slip give exactly them.

preset-xor-title = XOR
preset-xor-story =
    1 if exactly one input is 1. No single line can separate these four points, so one layer is not enough; with two hidden neurons it works. From seed 1 the loss is below 0.05 after 300 iterations. From seed 2 it hardly gets below 0.35: gradient descent goes downhill, but not always to the lowest loss.

preset-playground-title = Playground: a circle
preset-playground-story =
    The network with which TensorFlow Playground begins: two inputs, four and two tanh neurons, and 200 points, one class inside a ring of the other. No line separates them, but four lines together can. Train it, with the decision boundary open: after 500 iterations it classifies at least 95 of 100 points correctly, also among those it has never seen.

preset-softmax-title = Three kinds of iris
preset-softmax-story =
    Fisher’s 150 irises: three species, four measurements each. Softmax turns three weighted sums into probabilities that add up to 1; together with cross-entropy, the error term δ of an output is simply a − y. Train it on 120 flowers, then test it on the 30 it has never seen.

preset-deep-title = A deeper network
preset-deep-story =
    Two hidden layers of four tanh neurons tell versicolor from virginica by three measurements of real irises. Follow the backward pass: each error term δ is summed from all the neurons that its neuron feeds, layer by layer, so that one pass gives every gradient. Twenty of the hundred flowers are kept for testing.

preset-digits-title = Handwritten digits
preset-digits-story =
    Sixty-four pixels, two hidden layers, ten outputs: 2,720 weights, every one of them with its gradient. Softmax gives each digit a probability. After one epoch over 1,438 pictures about eight in ten of the 359 it has never seen are read correctly; after ten epochs, 96 in 100.

preset-cs231n-circuit-title = A sum and a product: (x + y)·z
preset-cs231n-circuit-story =
    Where Stanford’s course notes begin: one sum, one product. The product gives each factor the value of the other, the sum passes on unchanged what it receives. So x and y both get −4, and z gets 3.

preset-cs231n-max-title = With a maximum: 2·(x·y + max(z, w))
preset-cs231n-max-story =
    Four kinds of node on one page of the CS231n notes. The sum gives the same to both inputs, the product exchanges its factors, and max passes everything to the larger input: z gets 2, and w gets 0, because w does not count at the moment. Set w to 3 and look again.

preset-olah-title = Two paths from b: (a + b)·(b + 1)
preset-olah-story =
    Christopher Olah’s example, often the first computational graph that people see. b is used twice, so two paths lead from it to e, and its gradient is the sum over both: 2 + 3 = 5. With a alone one path counts, and gives 2.

preset-cs224n-title = Sum and maximum: (x + y)·max(y, z)
preset-cs224n-story =
    From Stanford’s course on language processing. y goes into the sum and into the maximum: 2 comes back over the one, 3 over the other, 5 in all. z loses to y in the maximum and gets nothing.

preset-baydin-title = In both directions: ln x₁ + x₁x₂ − sin x₂
preset-baydin-story =
    The example of a survey of automatic differentiation, which works it out in both directions. Forward mode asks how everything moves when x₁ moves, and must be run again for x₂; reverse mode asks how y moves, and has both gradients after one pass: 5.5 and 1.716.

preset-micrograd-expression-title = Karpathy’s expression: (a·b + c)·f
preset-micrograd-expression-story =
    The expression with which Karpathy begins his lecture on micrograd, done by hand in the film. Two products and a sum are enough to see the chain rule: what arrives is multiplied by the local slope and passed on.

preset-micrograd-readme-title = The program of micrograd’s README
preset-micrograd-readme-story =
    Twelve lines that use the same names again and again: c, d and g get new values, a and b are read many times. It was written as a test of a small library, and every path has to be added up to reach its figures: ∂g/∂a = 138.8338 and ∂g/∂b = 645.5773.

preset-apples-and-oranges-title = Apples and oranges
preset-apples-and-oranges-story =
    Two apples at 100 and three oranges at 150, with ten per cent tax: 715. The gradient of the price says what each number is worth: one yen more for an apple makes 2.2 more, one more apple 110. Koki Saito’s book introduces back-propagation with it, before any neuron appears.

preset-power-title = x to the power of y
preset-power-story =
    Both have a gradient. x gets y·xʸ⁻¹ = 12, as everyone learns at school; y gets xʸ·ln x = 8·0.693 = 5.545, which few remember. Where x is not above 0, y has none.

preset-cs231n-gates-title = A sigmoid neuron, gate by gate
preset-cs231n-gates-story =
    The neuron of the CS231n notes with its sigmoid taken apart: change the sign, take the exponential, add 1, divide. Going back through the four gates gives −0.53, −0.53, −0.20 and 0.20; the last of them is just what (1 − σ)·σ gives at once.

preset-mazur-graph-title = Mazur’s example as a graph
preset-mazur-graph-story =
    The same network as the first preset, written out line by line, with every sum and product as a node of its own. All digits are the same. Here one sees what the layers hide: each hidden output is read twice, and two messages are added up on the way back.

preset-residual-title = Two residual blocks
preset-residual-story =
    Each block adds something to its input instead of replacing it. So the way back forks: one message goes through tanh and the weight, the other straight along the sum, unchanged. −0.246 arrives at the end, −0.235 is left at x.

preset-convolution-title = A convolution in one dimension
preset-convolution-story =
    A kernel of three weights slides over five numbers and makes three sums. It is not flipped, as deep learning does it. Each weight is used in all three windows, so its gradient is a sum of three shares: (3.8, −6.15, 7.9).

preset-convolution-pooling-title = Convolution, ReLU, max-pooling
preset-convolution-pooling-story =
    A kernel of nine weights on a picture of sixteen pixels gives four numbers: 1, −1, −1 and 3. ReLU stops the negative ones, max-pooling keeps only the largest. So a single window learns from this picture: the gradient of the kernel is twice the pixels that it saw.

preset-rnn-two-steps-title = A recurrent network over two steps
preset-rnn-two-steps-story =
    The same three parameters at both time steps. The first state h1 is compared with its target and also goes into the second step, so two messages come back to it. Wx, Wh and b each gather one share per step.

preset-rnn-three-steps-title = A recurrent network over three steps
preset-rnn-three-steps-story =
    Three passes of one loop, and so three shares in each gradient. What comes back from the last step to the first is multiplied by Wh and the slope of tanh twice. Set Wh to 0.2 and it almost disappears; with larger weights it can grow.

preset-lstm-title = An LSTM cell
preset-lstm-story =
    Aidan Gomez’s example of 2016: one cell, two time steps, twelve weights and biases, and one update with a learning rate of 0.1. The cell state c is carried along by a sum, not by a weight and a tanh; that is why gradients survive in it.

preset-batch-norm-title = Normalising a batch
preset-batch-norm-story =
    Four examples of one feature lose their mean and are divided by their standard deviation, computed with N, not N − 1. Each example’s gradient depends on all the others, through the mean and through the variance. Two checks hold for any batch: the four gradients of x add up to 0, and their products with x̂ add up to 0 too.

preset-layer-norm-title = Normalising a layer
preset-layer-norm-story =
    The same computation as batch normalisation, but along each row: every example is normalised by its own four numbers, and no example depends on another. In each row the gradients of x add up to 0.

preset-dropout-title = Dropout with its mask
preset-dropout-story =
    Half of the four numbers are switched off by a mask, the others are doubled to make up for it. Backwards the same mask holds: (0.2, 0, 0.6, 0). Here the mask stands in the program, so that one can see it and change it; in training it is drawn anew each time.

preset-embedding-title = Looking words up
preset-embedding-story =
    Three words, each with a row of two numbers; a text reads the rows 1, 0 and 1. Looking up computes nothing, it only chooses. Backwards row 1 gathers what comes from both its places, (0.6, 0.8), and row 2, which was never read, gets 0.

preset-softmax-cross-entropy-title = Softmax and cross-entropy
preset-softmax-cross-entropy-story =
    Three scores become probabilities, and the loss is −ln of the right one. The program takes it all apart: exponentials, their sum, three quotients, logarithms. Yet what arrives at the scores in the end is simply p − t: (−0.335, 0.245, 0.090).

preset-attention-title = Attention, two tokens
preset-attention-story =
    Scaled dot-product attention with two tokens of two numbers. Queries meet keys, softmax turns each row of scores into weights (0.6698 and 0.3302), and the values are mixed by them. With X and both matrices equal to the identity, the gradients of Wq and Wk are the same.

preset-attention-causal-title = Attention with a causal mask
preset-attention-causal-story =
    The same two tokens, but the first must not look at the second. The mask adds −1000 to that score, and e to the −1000 is 0: the weights of the first row are 1 and 0. Its output misses the target by 1, and still this row teaches queries and keys nothing: where there is no choice, softmax has no slope.

preset-attention-three-tokens-title = Attention, three tokens
preset-attention-three-tokens-story =
    Three tokens with different queries and keys, so each row of weights is its own. Every token looks at every other: nine scores, three softmax rows. One can follow a single weight from the score it comes from to the three matrices that made it.

preset-attention-causal-three-tokens-title = Three tokens with a causal mask
preset-attention-causal-three-tokens-story =
    As a language model does it: each token looks at itself and at those before it. Three of the nine scores get −1000, the first row has one choice, the second two, the third three. Compare the gradients of the keys with those without a mask.

# Why a published figure may differ from a correct computation.
erratum-updated-weights = The source used output weights that it had already updated.
erratum-rounded-steps = The source went on computing with rounded numbers.
erratum-softmax-as-shares = The source divided each sum z by all sums; softmax divides the powers of e.
erratum-softmax-diagonal = The source took the slope of each softmax output alone; the other outputs move too.
erratum-sum-of-gradients = The source added up gradients of weights; what comes back is each error term times its weight.
