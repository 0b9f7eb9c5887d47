### The stage: regions, picture, timeline, controls.

region-network = Network
region-formula = Formula
region-timeline = Timeline
region-inspector = Inspector

layer-input = input
layer-hidden = hidden
layer-output = output
target = target
loss = loss
loss-of-example = this example

legend-positive = positive
legend-negative = negative
legend-gradient = gradient ∂L/∂w, passed backward

phase-forward = forward
phase-loss = loss
phase-backward = backward
phase-update = update

iteration = Iteration
iteration-previous = Previous iteration
iteration-next = Next iteration
step-of = step { $step } of { $steps }
timeline-position = Step within the iteration
timeline-value = step { $step } of { $steps }, { $phase }

next-step = Next step
previous-step = Previous step
step-by = Step by
unit-term = term
unit-neuron = neuron
unit-layer = layer
unit-pass = pass
unit-iteration = iteration
unit-epoch = epoch
play = Play
pause = Pause
speed = Speed
speed-value = { $speed } / s
whole-passes = Whole passes
forward-pass = Forward pass
backward-pass = Backward pass
update = Update
train = Train
stop = Stop
reset = Reset
learning-rate = Learning rate
more-controls = More

page-title = { $title } · Backstep
preset = Preset
preset-own = Own network or data
where = iteration { $iteration }
example = Example
example-previous = Previous example
example-next = Next example
example-of = of { $examples }
display = Display
digits = Digits
digits-value = { $digits ->
    [17] all digits
   *[other] { $digits } digits
}
theme = Theme
theme-auto = Auto
theme-light = Light
theme-dark = Dark
language = Language

zoom = View of the picture
zoom-in = Zoom in
zoom-out = Zoom out
zoom-fit = Fit the picture
zoom-all = All units
fold-above = { $count } more units above in layer { $layer }: show them
fold-below = { $count } more units below in layer { $layer }: show them
shape-edit = Edit network
iteration-slider = Go to iteration
iteration-of = iteration { $iteration } of { $iterations }
