### What stands around the picture: views in the dock, sheets in the drawer, the modes.

region-views = Views
sheet-close = Close
sheet-menu = Menu

view-loss = Loss
view-boundary = Decision boundary
view-quality = Quality
view-slice = { $model ->
    [graph] One leaf
   *[network] One weight
}
view-surface = { $model ->
    [graph] Two leaves
   *[network] Two weights
}
view-combine = Sums
view-line = Line
view-activation = Activation
view-graph = Graph
view-batch = Batch
view-check = Check
view-snapshot = Snapshot
view-matrices = Matrices
view-gradients = Gradients

question-learning = Is it learning?
question-descent = Which way is down?
question-neuron = What does a neuron do?
question-gradient = Where does a gradient come from?
question-numbers = All numbers
question-learning-short = Learning
question-descent-short = Down
question-neuron-short = Neuron
question-gradient-short = Gradient
question-numbers-short = Numbers
view-paths = Paths
view-table = Table
tile-close = Close { $view }
mode = Mode
mode-step = Step
mode-train = Train
zone = Below the picture
zone-inspect = Inspect
zone-view = View
to-playground = Playground

# Of what is loaded when it is opened.
sheet-data = Data
sheet-share = Share
full-page = Open in full
sheet-training = Training
sheet-export = Export
predict = Predict
predict-how = Work out each number yourself before it is shown
view-race = Race
sheet-settings = Settings
home-lessons = Lessons
lesson-home = Home: lessons and networks
