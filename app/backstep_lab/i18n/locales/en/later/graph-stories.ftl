# The text beside each graph among the presets; titles are in presets.ftl.

preset-cs231n-circuit-story =
    Where Stanford’s course notes begin: one sum, one product. The product gives each factor the value of the other, the sum passes on unchanged what it receives. So x and y both get −4, and z gets 3.

preset-cs231n-max-story =
    Four kinds of node on one page of the CS231n notes. The sum gives the same to both inputs, the product exchanges its factors, and max passes everything to the larger input: z gets 2, and w gets 0, because w does not count at the moment. Set w to 3 and look again.

preset-olah-story =
    Christopher Olah’s example, often the first computational graph that people see. b is used twice, so two paths lead from it to e, and its gradient is the sum over both: 2 + 3 = 5. With a alone one path counts, and gives 2.

preset-cs224n-story =
    From Stanford’s course on language processing. y goes into the sum and into the maximum: 2 comes back over the one, 3 over the other, 5 in all. z loses to y in the maximum and gets nothing.

preset-baydin-story =
    The example of a survey of automatic differentiation, which works it out in both directions. Forward mode asks how everything moves when x₁ moves, and must be run again for x₂; reverse mode asks how y moves, and has both gradients after one pass: 5.5 and 1.716.

preset-micrograd-expression-story =
    The expression with which Karpathy begins his lecture on micrograd, done by hand in the film. Two products and a sum are enough to see the chain rule: what arrives is multiplied by the local slope and passed on.

preset-micrograd-readme-story =
    Twelve lines that use the same names again and again: c, d and g get new values, a and b are read many times. It was written as a test of a small library, and every path has to be added up to reach its figures: ∂g/∂a = 138.8338 and ∂g/∂b = 645.5773.

preset-apples-and-oranges-story =
    Two apples at 100 and three oranges at 150, with ten per cent tax: 715. The gradient of the price says what each number is worth: one yen more for an apple makes 2.2 more, one more apple 110. Koki Saito’s book introduces back-propagation with it, before any neuron appears.

preset-power-story =
    Both have a gradient. x gets y·xʸ⁻¹ = 12, as everyone learns at school; y gets xʸ·ln x = 8·0.693 = 5.545, which few remember. Where x is not above 0, y has none.

preset-cs231n-gates-story =
    The neuron of the CS231n notes with its sigmoid taken apart: change the sign, take the exponential, add 1, divide. Going back through the four gates gives −0.53, −0.53, −0.20 and 0.20; the last of them is just what (1 − σ)·σ gives at once.

preset-mazur-graph-story =
    The same network as the first preset, written out line by line, with every sum and product as a node of its own. All digits are the same. Here one sees what the layers hide: each hidden output is read twice, and two messages are added up on the way back.

preset-residual-story =
    Each block adds something to its input instead of replacing it. So the way back forks: one message goes through tanh and the weight, the other straight along the sum, unchanged. −0.246 arrives at the end, −0.235 is left at x.

preset-convolution-story =
    A kernel of three weights slides over five numbers and makes three sums. It is not flipped, as deep learning does it. Each weight is used in all three windows, so its gradient is a sum of three shares: (3.8, −6.15, 7.9).

preset-convolution-pooling-story =
    A kernel of nine weights on a picture of sixteen pixels gives four numbers: 1, −1, −1 and 3. ReLU stops the negative ones, max-pooling keeps only the largest. So a single window learns from this picture: the gradient of the kernel is twice the pixels that it saw.

preset-rnn-two-steps-story =
    The same three parameters at both time steps. The first state h1 is compared with its target and also goes into the second step, so two messages come back to it. Wx, Wh and b each gather one share per step.

preset-rnn-three-steps-story =
    Three passes of one loop, and so three shares in each gradient. What comes back from the last step to the first is multiplied by Wh and the slope of tanh twice. Set Wh to 0.2 and it almost disappears; with larger weights it can grow.

preset-lstm-story =
    Aidan Gomez’s example of 2016: one cell, two time steps, twelve weights and biases, and one update with a learning rate of 0.1. The cell state c is carried along by a sum, not by a weight and a tanh; that is why gradients survive in it.

preset-batch-norm-story =
    Four examples of one feature lose their mean and are divided by their standard deviation, computed with N, not N − 1. Each example’s gradient depends on all the others, through the mean and through the variance. Two checks hold for any batch: the four gradients of x add up to 0, and their products with x̂ add up to 0 too.

preset-layer-norm-story =
    The same computation as batch normalisation, but along each row: every example is normalised by its own four numbers, and no example depends on another. In each row the gradients of x add up to 0.

preset-dropout-story =
    Half of the four numbers are switched off by a mask, the others are doubled to make up for it. Backwards the same mask holds: (0.2, 0, 0.6, 0). Here the mask stands in the program, so that one can see it and change it; in training it is drawn anew each time.

preset-embedding-story =
    Three words, each with a row of two numbers; a text reads the rows 1, 0 and 1. Looking up computes nothing, it only chooses. Backwards row 1 gathers what comes from both its places, (0.6, 0.8), and row 2, which was never read, gets 0.

preset-softmax-cross-entropy-story =
    Three scores become probabilities, and the loss is −ln of the right one. The program takes it all apart: exponentials, their sum, three quotients, logarithms. Yet what arrives at the scores in the end is simply p − t: (−0.335, 0.245, 0.090).

preset-attention-story =
    Scaled dot-product attention with two tokens of two numbers. Queries meet keys, softmax turns each row of scores into weights (0.6698 and 0.3302), and the values are mixed by them. With X and both matrices equal to the identity, the gradients of Wq and Wk are the same.

preset-attention-causal-story =
    The same two tokens, but the first must not look at the second. The mask adds −1000 to that score, and e to the −1000 is 0: the weights of the first row are 1 and 0. Its output misses the target by 1, and still this row teaches queries and keys nothing: where there is no choice, softmax has no slope.

preset-attention-three-tokens-story =
    Three tokens with different queries and keys, so each row of weights is its own. Every token looks at every other: nine scores, three softmax rows. One can follow a single weight from the score it comes from to the three matrices that made it.

preset-attention-causal-three-tokens-story =
    As a language model does it: each token looks at itself and at those before it. Three of the nine scores get −1000, the first row has one choice, the second two, the third three. Compare the gradients of the keys with those without a mask.
