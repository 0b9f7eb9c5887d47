### Forward and reverse mode beside each other.

view-modes = Two modes
modes-leaf = Leaf
modes-step = Step { $step } of { $steps }
modes-previous = Previous number
modes-next = Next number
modes-value = value
modes-forward = forward
modes-reverse = reverse
modes-how = Forward mode asks how every number moves when { $leaf } moves, in the order of the text. Reverse mode, the backward pass, asks how { $target } moves when each number moves, against it.
modes-meet = Both end at the same number, the derivative of { $target } by { $leaf }.
modes-apart = { $target } cannot be differentiated here.
modes-counts = Operations for the derivatives by all leaves
modes-count-one = Forward, one leaf: { $count }
modes-count-all = { $leaves ->
    [one] Forward, its only leaf: { $count }
   *[other] Forward, once for each of { $leaves } leaves: { $count }
}
modes-count-reverse = Reverse, for all at once: { $count }
modes-why = One backward pass has the derivatives by every leaf. That is why back-propagation goes backwards.
modes-even = With so few leaves both take about as long; reverse mode wins when there are many.
modes-failed = A number of the forward pass is undefined: there are no derivatives yet.
