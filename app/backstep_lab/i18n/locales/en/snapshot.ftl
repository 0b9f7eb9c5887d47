### All weights at once, or one layer too early: the order of updates.

problem-order-optimizer = This network is trained with { $name }. The two orders can be compared for plain gradient descent: choose it in the sheet “Training”.

view-snapshot = Snapshot

snapshot-title = Snapshot the weights
snapshot-how = Every gradient of an iteration belongs to the weights of its forward pass. Whoever overwrites a weight as soon as its gradient is there computes the layers below with numbers that have already moved. Here are both, from the start of this iteration.
snapshot-parts = The columns part at layer { $layer }: on the right its δ reads weights of layer { $above } that are already new. Those weights themselves come out the same.
snapshot-same = Here both orders agree: the weights that δ reads have not moved.
snapshot-one-layer = With a single layer of weights both orders are the same: there is no layer below to read them. A network with a hidden layer shows the difference; try the preset by Matt Mazur.
snapshot-iterations = Iterations, 1 to { $most }
snapshot-compute = Compute
snapshot-number = Number
snapshot-right = all at once
snapshot-wrong = too early
snapshot-differs = differs
snapshot-printed = printed { $figure }
snapshot-source = beside a number: the source of this example prints the same figure. Compare which column it stands in.
snapshot-overflow = overflows
snapshot-losses = Loss over the training set, which begins at { $loss }
snapshot-loss = loss after { $count ->
    [one] 1 update
   *[other] { $count } updates
}
snapshot-output = { $name } after { $count } updates
snapshot-read = Weights of layer { $above } that δ of layer { $layer } reads
snapshot-delta = δ of layer { $layer }
snapshot-updated = New weights of layer { $layer }
snapshot-left-out = { $count } more numbers of layer { $layer } are not shown.
