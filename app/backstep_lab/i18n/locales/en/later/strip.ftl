### The strip of training.

strip-title = Training
strip-settings = Settings
strip-run = Run
strip-pause = Pause
strip-pace-title = Pace
strip-pace = ×{ $value }
strip-pace-max = fastest
strip-batch = Batch
strip-batch-all = all
strip-rate = Rate η
strip-activation = Activation
strip-penalty = Penalty
strip-penalty-none = none
strip-penalty-l1 = L1 { $l1 }
strip-penalty-l2 = L2 { $l2 }
strip-penalty-both = L1 { $l1 }, L2 { $l2 }
strip-pause-first = Pause the training to take other data.
new-weights = { $model ->
    [graph] New values
   *[network] New weights
}
new-weights-how = { $model ->
    [graph] Start again from random values of the trained leaves. Program and settings stay; Previous step undoes it.
   *[network] Start again from other random weights. Data, network and settings stay; Previous step undoes it.
}
reset-question = { $model ->
    [graph] Back to the beginning? Your program, values, settings and all iterations will be lost.
   *[network] Back to the beginning of this example? Your data, network, settings and all iterations will be lost.
}
reset-keep = Keep them
reset-yes = Reset now
settings-neuron-maps = Show in the circle of each hidden neuron its activation over the inputs
