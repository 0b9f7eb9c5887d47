### Check.

checks-none = Each gradient will be checked as soon as the backward pass has computed it.
checks-agree = { $agree ->
    [one] The one gradient agrees with the finite difference of the loss.
   *[other] All { $agree } gradients agree with finite differences of the loss. The largest relative error is { $worst }.
}
checks-differ = { $differ ->
    [one] 1 gradient differs from the finite difference of the loss; { $agree } agree.
   *[other] { $differ } gradients differ from finite differences of the loss; { $agree } agree.
}
checks-kinks = { $count ->
    [one] 1 cannot be judged: so close to it a function has a kink, or a step.
   *[other] { $count } cannot be judged: so close to them a function has a kink, or a step.
}
checks-pending = { $count ->
    [one] 1 is not computed yet.
   *[other] { $count } are not computed yet.
}
checks-ask = Check all { $count }
checks-difference = finite difference
checks-error = relative error
checks-kink = cannot be judged
checks-how = Each parameter on its own was made larger and smaller by { $epsilon }, and the loss computed again. The worst one comes first.
checks-cut = The worst { $shown } of { $count } are shown.
