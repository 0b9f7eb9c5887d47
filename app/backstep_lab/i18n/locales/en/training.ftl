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
train-queued = Waiting for a turn: { $queued } before you
train-resumed = The connection broke after { $iterations ->
    [one] 1 iteration
   *[other] { $iterations } iterations
}; training goes on from there.

train-stopped-completed = { $iterations ->
    [one] Done: 1 iteration.
   *[other] Done: { $iterations } iterations.
}
train-stopped-target = Stopped: loss at most { $loss } after { $iterations ->
    [one] 1 iteration
   *[other] { $iterations } iterations
}.
train-stopped-accuracy = Stopped: accuracy at least { $accuracy } after { $iterations ->
    [one] 1 iteration
   *[other] { $iterations } iterations
}.
train-stopped-converged = Stopped: the loss no longer changes, after { $iterations ->
    [one] 1 iteration
   *[other] { $iterations } iterations
}.
train-stopped-diverged = Stopped: a number overflowed after { $iterations ->
    [one] 1 iteration
   *[other] { $iterations } iterations
}.
train-stopped-time = Stopped after { $iterations ->
    [one] 1 iteration
   *[other] { $iterations } iterations
}: that is as long as one run may take. Press Train to go on.
train-stopped-limit = Stopped after { $iterations ->
    [one] 1 iteration
   *[other] { $iterations } iterations
}: a session goes no further than iteration 1,000,001. Start over, or take new weights.
train-stopped-stopped = Stopped elsewhere, perhaps in another tab, after { $iterations ->
    [one] 1 iteration
   *[other] { $iterations } iterations
}.
train-stopped-broken = The connection broke too often; training rests after { $iterations ->
    [one] 1 iteration
   *[other] { $iterations } iterations
}. Press Train to go on.
train-stopped-stop = Stopped by you after { $iterations ->
    [one] 1 iteration
   *[other] { $iterations } iterations
}.

problem-no-classes = An accuracy of { $value } cannot be waited for: the targets here are not classes.

diverged-first = The first number too large to hold was the { $number }.
diverged-grown = By then the { $weight } had gone from { $first } to { $last }.
diverged-why = Each step overshot its goal, so the next gradient was larger, and the next step larger still.
diverged-try = Try { $value }
diverged-try-learning-rate = A learning rate of { $value }: tried for { $trial } iterations, it ends at a loss of { $loss }.
diverged-try-initializer = Other first weights, { $value }: tried for { $trial } iterations, they end at a loss of { $loss }.
diverged-weights-xavier-uniform = Xavier
diverged-weights-he-uniform = He

iteration-slider = Go to iteration
iteration-of = iteration { $iteration } of { $iterations }
