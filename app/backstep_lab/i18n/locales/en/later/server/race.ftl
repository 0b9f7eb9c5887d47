### Settings side by side, from the same initial weights.


race-title = Race from the initial weights
race-how = The network is trained in several ways from the same weights; your own session stays where it is.
race-differs = They differ in
race-by-batch = batch size
race-by-rate = learning rate
race-by-optimizer = optimizer
race-by-initializer = initializer
race-by-activation = activation of hidden layers
race-racers = Racers, at most { $most }
race-batch = { $size ->
    [all] all examples (batch)
    [1] 1 example (stochastic)
   *[other] { $size } examples (mini-batch)
}
race-rate = η = { $rate }
race-across = Weight across
race-up = Weight up
race-epochs = Epochs
race-start = Race
race-along = Count by
race-along-epochs = epochs
race-along-examples = examples seen
race-along-updates = updates
race-step = One step forward
race-reach = { $along }: { $reached } of { $most }
race-loss = Training loss
race-loss-log = Training loss (logarithmic scale)
race-map = Paths over the loss: { $x } across, { $y } up
race-map-how = { $x } from { $left } to { $right }, { $y } from { $bottom } to { $top }. The lines of equal loss hold all other weights at their initial values; the racers change those too, so a path may cross them.
race-racer = Racer
race-seen = examples
race-final = loss
race-best = lowest
race-diverged = { $updates ->
    [one] diverged after 1 update
   *[other] diverged after { $updates } updates
}
