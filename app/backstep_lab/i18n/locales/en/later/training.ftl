### Training: how long, what ends it early, how far it is, how it ended.

train-iterations = Iterations
train-epochs = Epochs
train-progress = Training
train-until = Stop when…
train-until-title = Stop early when
train-until-loss = the loss is at most
train-until-accuracy = accuracy is at least
train-until-no-change = the loss no longer changes
train-until-always = Training always stops where a number would overflow.
train-count-in = Count in
formula-training-title = Training
formula-training = The picture follows along. Press Stop to look at any number.

train-done = { $done } of { $wanted }
train-done-so-far = { $done } so far
train-loss = loss { $loss }
train-pace = { $pace } examples a second
train-queued = Waiting in the queue: { $queued } before you
train-resumed = { $iterations ->
    [one] The connection broke after 1 iteration; training continues from there.
   *[other] The connection broke after { $iterations } iterations; training continues from there.
}

train-stopped-completed = { $iterations ->
    [one] Done: 1 iteration.
   *[other] Done: { $iterations } iterations.
}
train-stopped-target = { $iterations ->
    [one] Stopped: loss at most { $loss } after 1 iteration.
   *[other] Stopped: loss at most { $loss } after { $iterations } iterations.
}
train-stopped-accuracy = { $iterations ->
    [one] Stopped: accuracy at least { $accuracy } after 1 iteration.
   *[other] Stopped: accuracy at least { $accuracy } after { $iterations } iterations.
}
train-stopped-converged = { $iterations ->
    [one] Stopped: the loss no longer changes, after 1 iteration.
   *[other] Stopped: the loss no longer changes, after { $iterations } iterations.
}
train-stopped-diverged = { $iterations ->
    [one] Stopped: a number overflowed after 1 iteration.
   *[other] Stopped: a number overflowed after { $iterations } iterations.
}
train-stopped-time = { $iterations ->
    [one] Stopped after 1 iteration: that is as long as one run may take. Press Train to continue.
   *[other] Stopped after { $iterations } iterations: that is as long as one run may take. Press Train to continue.
}
train-stopped-limit = { $iterations ->
    [one] Stopped after 1 iteration: a session goes no further than iteration 1,000,001. Reset, or take new weights.
   *[other] Stopped after { $iterations } iterations: a session goes no further than iteration 1,000,001. Reset, or take new weights.
}
train-stopped-stopped = { $iterations ->
    [one] Stopped elsewhere, perhaps in another tab, after 1 iteration.
   *[other] Stopped elsewhere, perhaps in another tab, after { $iterations } iterations.
}
train-stopped-broken = { $iterations ->
    [one] The connection broke too often; training stopped after 1 iteration. Press Train to continue.
   *[other] The connection broke too often; training stopped after { $iterations } iterations. Press Train to continue.
}
train-stopped-stop = { $iterations ->
    [one] Stopped by you after 1 iteration.
   *[other] Stopped by you after { $iterations } iterations.
}

problem-no-classes = Training cannot stop at an accuracy of { $value }: the targets here are not classes.

diverged-first = The first number too large to hold was the { $number }.
diverged-grown = By then the { $weight } had changed from { $first } to { $last }.
diverged-why = Each step overshot its goal, so the next gradient was larger, and the next step larger still.
diverged-try = Try { $value }
diverged-try-learning-rate = A learning rate of { $value }: tried for { $trial } iterations, it ends at a loss of { $loss }.
diverged-try-initializer = Other initial weights, { $value }: tried for { $trial } iterations, they end at a loss of { $loss }.
diverged-weights-xavier-uniform = Xavier
diverged-weights-he-uniform = He

saturated-start = The inputs reach { $largest }, and { $share } % of the activations in layer 1 are saturated from the start: their slopes are near 0, so hardly any gradient passes. With scaled inputs it is { $scaled } %.
saturated-scale = Scale the inputs
