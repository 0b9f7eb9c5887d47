### Settings of the network, on the picture and in their sheet.

problem-ref-no-weight = { $ref } is computed: only a weight or a bias can be an axis of the loss surface.

shape-add-unit = Add a unit to layer { $layer }
shape-remove-unit = Remove the last unit of layer { $layer }
shape-add-layer = Add a layer before layer { $layer }
shape-remove-layer = Remove layer { $layer }

settings-how = Each change here is one edit: the iteration begins again from its first number, and Previous step undoes the change.
settings-layers = Layers
settings-hidden = { $layer } · hidden
settings-output = { $layer } · output
settings-units = { $units ->
    [one] 1 unit
   *[other] { $units } units
}
settings-activation = Activation of layer { $layer }
settings-add-layer = Add a hidden layer
settings-ends = Inputs and outputs are given by the data. Weights that stay keep their values; new ones are drawn from the seed. Softmax uses a whole layer, so it can only be the last one.
settings-loss = Loss
settings-loss-of-example = Loss of one example
settings-reduction = Over the outputs
settings-reduction-sum = added up
settings-reduction-mean = averaged
settings-batch-reduction = Over the examples of a batch
settings-huber-delta = δ, where the parabola becomes a line
settings-alpha = α of layer { $layer }
settings-loss-needs = { $loss } needs { $activation } in the last layer.
settings-loss-rule = The { $loss } is for a network of one layer of step units.
settings-loss-changed = The loss is now { $loss }: { $before } cannot be used with { $activation } in the last layer.
settings-start = Initial weights
settings-given = This network begins with given weights. Choose an initializer or a seed to draw others.
settings-initializer = Initializer
settings-seed = Seed
settings-again = Draw again
settings-rewind = Back to the initial weights
settings-rewind-how = To the very start, with the settings as they are now: train from the same weights in another way.
settings-file = Settings as a file
settings-save = Save as file
settings-load = Load file
settings-file-how = Network, data and training as JSON, without the moment you are at. Loading begins a new session.
settings-file-not-json = This file is not JSON. Nothing has changed.
settings-file-no-object = This file contains no settings: they are an object with network, data and training. Nothing has changed.
settings-file-unknown = The file has a field { $field }, which is not known here. Nothing has changed.
settings-file-part = The field { $field } must be an object. Nothing has changed.
settings-file-missing = The field { $field } is missing. Nothing has changed.
settings-file-refused = { $reason } Nothing has changed.

initializer-zeros = all zero
initializer-constant = all the same
initializer-uniform = uniform
initializer-normal = normal
initializer-xavier-uniform = Xavier, uniform
initializer-xavier-normal = Xavier, normal
initializer-he-uniform = He, uniform
initializer-he-normal = He, normal
