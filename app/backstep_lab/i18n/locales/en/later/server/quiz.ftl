### Questions about numbers, and predict mode.

quiz-number = { $later ->
    [1] After the update, what will the { $what } be?
   *[other] What will the { $what } be?
}
quiz-sign = { $later ->
    [1] After the update, will the { $what } be positive, negative or 0?
   *[other] Will the { $what } be positive, negative or 0?
}
quiz-compare = { $later ->
    [1] After the update, will the { $what } be larger or smaller than { $other } is now?
   *[other] Will the { $what } be larger or smaller than { $other }?
}
quiz-which = { $later ->
    [1] After the update, which of these will be the largest, signs aside?
   *[other] Which of these will be the largest, signs aside?
}
quiz-kind = Ask for
quiz-kind-number = the number
quiz-kind-sign = its sign
quiz-kind-compare = larger or smaller
quiz-kind-which = the largest
quiz-field = Number
quiz-enough = { $digits ->
    [one] One significant digit is enough; 0.4*0.59 or 1/3 works too.
   *[other] { $digits } significant digits are enough; 0.4*0.59 or 1/3 works too.
}
quiz-choices = Your answer
quiz-positive = positive (+)
quiz-negative = negative (−)
quiz-zero = exactly 0
quiz-larger = larger
quiz-smaller = smaller
quiz-equal = equal
quiz-values = What you need
quiz-check = Check
quiz-show = Show me
quiz-offline = The server does not answer just now. Your answer is kept: try again in a moment.
quiz-again = Try again
quiz-right = Right: { $answer }.
quiz-shown = It is { $answer }.
quiz-wrong = Not quite. Put the numbers in one by one and try again.
quiz-wrong-gave = { $number } is not quite it. Put the numbers into the formula one by one and try again.
quiz-misconception = Not quite. { $misconception }
score-right = { $tries ->
    [1] Right!
   *[other] Right, at try { $tries }.
}
score-shown = Shown this time.
score-count = { $right } of { $asked } right
score-streak = { $streak } in a row
score-time = { $time }
misconception-added = It looks as if the two were added; here they are multiplied.
misconception-sign = The size is right, but the sign is wrong.
misconception-decimal = The digits are right, but the decimal point is in the wrong place.
misconception-z-for-a = That uses the weighted sum z where the activation a belongs.
misconception-a-for-z = That is already the activation a. Here only the weighted sum z is wanted.
misconception-turned-edge = That is the weight of another edge: the first index is the neuron it leads to.
misconception-forgot-bias = The products are right; the bias is still missing.
misconception-forgot-weights = That adds up the values without their weights.
misconception-slope-for-a = That is the slope f′(z); the activation f(z) itself is wanted.
misconception-forgot-minus = Mind the minus in the exponent: it is e to the power of −z.
misconception-not-normalised = Softmax also divides by the sum of all the powers.
misconception-forgot-half = The ½ in front is missing.
misconception-half-too-many = There is a ½ too many.
misconception-forgot-square = The square is missing.
misconception-log-ten = That is the logarithm to base 10; the natural logarithm ln is meant.
misconception-turned-difference = The difference is turned round: it is output less target.
misconception-forgot-mean = That is the sum; it still has to be divided by how many there are.
misconception-mean-for-sum = That is the mean; here everything is only added up.
misconception-one-term = That is one part alone; add up all of them.
misconception-own-example = That is this example alone; the number asked for takes in the whole batch.
misconception-forgot-penalty = The penalty on the weights is still missing.
misconception-penalty-minus = The penalty is added, not taken away.
misconception-loss-for-slope = That is the loss itself; its slope is wanted.
misconception-forgot-two = The 2 that comes from the square is missing.
misconception-updated-weight = That uses the weight after its update. The error goes back over the old weight, the one the forward pass used.
misconception-a-for-delta = That uses the activation a; over this edge the error term δ comes back.
misconception-a-for-slope = That uses the activation a where its slope f′(z) belongs.
misconception-forgot-factor = One factor is missing: a · (1 − a) has two.
misconception-forgot-slope = The slope f′(z) is missing: on its way back the error passes through the activation too.
misconception-slope-only = That is the slope f′(z) alone; it multiplies what comes back from the loss.
misconception-slope-again = The slope is in there already: for this loss it cancels out.
misconception-forgot-a = That is δ alone; multiply it by what came in over the edge.
misconception-own-a = That uses the neuron’s own activation; take the one at the other end of the edge.
misconception-weight-for-a = That multiplies by the weight. Its gradient needs what the weight was multiplied by.
misconception-times-bias = The bias was only added, so its gradient is δ itself.
misconception-uphill = That goes uphill: the step is subtracted.
misconception-forgot-rate = The learning rate η is missing.
misconception-gradient-for-weight = That is the gradient; the new value of the parameter is wanted.
misconception-change-only = That is only the change; take it from the old value.
misconception-unchanged = That is the old value; it changes a little.
misconception-plain-descent = That is plain gradient descent; this optimizer takes a different step.
misconception-gradient-alone = That is the gradient’s part alone; the memory of the optimizer counts too.
misconception-argument-for-value = That is the argument; the function’s value is wanted.
misconception-slope-for-value = That is the slope of the function; its value is wanted.
misconception-multiplied-for-power = It looks as if base and exponent were multiplied.
misconception-multiplied = It looks as if the numbers were multiplied; here they are added.
misconception-swapped = The two are in the wrong order.
misconception-wrong-branch = That is the other branch: look which number was chosen.
misconception-forgot-upstream = That is the local slope alone; it multiplies the gradient that comes back.
misconception-forgot-local-slope = That is the gradient that comes back; it still has to be multiplied by the local slope.
misconception-value-for-slope = That multiplies by the function’s value; its slope belongs there.
misconception-own-value = That multiplies by the number itself; the local slope belongs there.
misconception-other-argument = That is the message to the other argument.
misconception-forgot-path = One of the messages is missing: the number is used in several places, and every path counts.
