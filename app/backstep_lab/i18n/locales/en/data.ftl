### The sheet of data: sets to choose from, a table or points of one's own, the examples.

sheet-data = Data
data-ways = Where the examples come from
data-way-set = Choose a set
data-way-table = Your own table
data-way-draw = Draw points

data-set = Data set
dataset-and = AND
dataset-or = OR
dataset-xor = XOR
dataset-nand = NAND
dataset-circle = Circle
dataset-quadrants = Quadrants
dataset-gaussians = Two clouds
dataset-spiral = Spiral
dataset-moons = Moons
dataset-plane = Plane (a value)
dataset-sine = Sine (a value)
dataset-iris = Irises
dataset-digits = Handwritten digits
dataset-about-and = Four rows: 1 only where both inputs are 1. A single neuron can learn it.
dataset-about-or = Four rows: 1 where at least one input is 1. A single neuron can learn it.
dataset-about-xor = Four rows: 1 where the inputs differ. No single neuron can learn it; two hidden ones can.
dataset-about-nand = Four rows: 0 only where both inputs are 1. Every logic circuit can be built from it.
dataset-about-circle = A disc inside a ring. No straight line separates them, but x₁² + x₂² does.
dataset-about-quadrants = XOR with many points: opposite corners belong together. The input x₁·x₂ separates them at once.
dataset-about-gaussians = Clusters of points around two centres or more: a straight line nearly separates them.
dataset-about-spiral = Two arms or more, wound around each other: the hardest set.
dataset-about-moons = Two interlocking half circles.
dataset-about-plane = The target is a value, not a class: a tenth of x₁ + x₂.
dataset-about-sine = One input, and its sine as the target.
dataset-about-iris = 150 flowers of three species, measured in centimetres in 1935: length and width of sepals and petals.
dataset-about-digits = 1,797 digits from 0 to 9, written by hand, as pictures of 8×8 pixels.

data-samples = Examples
data-noise = Noise
data-seed = Seed
data-test = For testing, %
data-classes = Classes
data-scale = Scale inputs
scale-none = as they are
scale-standard = mean 0, deviation 1
scale-minmax = 0 to 1
data-features = Features of a point
data-with-network = with a network that can learn it ({ $shape })
data-preview = { $train } examples to learn from, { $test } to test on; inputs: { $inputs }, outputs: { $outputs }.
data-first-two = The points are drawn at their first two inputs.
data-picture-of = The digit { $digit }
data-use = Use this data
data-kept = Done. The data fits this network, which has kept its weights. Previous step undoes it.
data-anew = { $all ->
    [true] Done: the network is { $shape } now. Its weights are drawn again from seed { $seed }. Previous step undoes it.
   *[other] { $count ->
        [one] Done: the network is { $shape } now. The weights of layer { $layers } are drawn again from seed { $seed }. Previous step undoes it.
       *[other] Done: the network is { $shape } now. The weights of layers { $layers } are drawn again from seed { $seed }. Previous step undoes it.
    }
}

data-paste = Paste a line for each example
data-file = Open a file …
data-delimiter = Delimiter
delimiter-auto = detect automatically
delimiter-comma = comma
delimiter-semicolon = semicolon
delimiter-tab = tab
delimiter-space = spaces
data-header = Column names in the first line
header-auto = detect automatically
header-yes = yes
header-no = no
data-read = Read the table
data-too-long = This has { $count } characters; a table may have up to { $max }.
data-targets = Columns to predict; the others are inputs
data-was-read = { $delimiter ->
    [comma] { $rows } examples, inputs: { $inputs }; the delimiter is the comma.
    [semicolon] { $rows } examples, inputs: { $inputs }; the delimiter is the semicolon.
    [tab] { $rows } examples, inputs: { $inputs }; the delimiter is the tab.
   *[space] { $rows } examples, inputs: { $inputs }; the delimiter is the space.
}
data-two-classes = The names became numbers: “{ $zero }” is 0, “{ $one }” is 1.
data-one-hot = Each of the { $count } names has an output of its own, which should be 1 for it and 0 for the others: { $classes }.

data-draw-how = Click in the plane to add a point. Both coordinates go from −6 to 6.
data-draw-as = The next point is
data-kind-0 = class 0 (round)
data-kind-1 = class 1 (square)
data-kind-value = a value
data-value = Value
data-drawn = Points: { $count }.
data-drawn-last = The last one: ({ $x }, { $y }), target { $target }.
data-draw-add = Add this point
data-draw-undo = Undo the last point
data-draw-clear = Remove all
data-draw-two = Points of two different targets are needed.

examples-title = Examples
examples-batch = In this batch ({ $count })
examples-train = All to learn from ({ $count })
examples-test = For testing ({ $count })
examples-how = Click a row: the picture shows that example.
examples-how-train = The picture can show those of the current batch. The grey ones are in the batches of other iterations.
examples-how-test = The network never learns from these.
examples-row = No.
examples-picture = Picture
examples-target = Target
examples-show = Show example { $row } in the picture
examples-shown = Example { $row }, which the picture shows
examples-page = Page
examples-page-previous = Page before
examples-page-next = Page after
examples-pages = of { $pages }
examples-to-shown = Go to the one shown

problem-table-empty = There is nothing here yet: paste a line for each example.
problem-table-few = There are too few rows: at least two examples are needed.
problem-table-ragged = Line { $line } has { $count } cells, but line { $first } has { $wanted }: every line needs the same number.
problem-table-wide = Line { $line } has { $count } cells: a table may have up to { $max } columns.
problem-table-long = The table goes on after line { $line }: it may have up to { $max } rows.
problem-table-line = Line { $line } cannot be read: look for a stray quotation mark.
problem-table-cell = Line { $line }, column { $column } ({ $name }): “{ $value }” is not a number.
problem-table-number = Line { $line }, column { $column } ({ $name }): { $value } is too large. Numbers may go from −{ $max } to { $max }.
problem-table-twice = Line { $line }, column { $column }: two columns are called “{ $name }”.
problem-table-column = There is no column “{ $name }”. There are: { $choices }.
problem-table-roles = { $count } of { $columns } columns are to be predicted: at least one has to be, and at least one has to stay an input.
problem-table-numbers = The table has { $count } numbers: up to { $max } are possible.
problem-table-classes = Column { $column } ({ $name }) has { $count } different names: up to { $max } classes are possible.
problem-table-one-class = Column { $column } ({ $name }) is “{ $value }” in every line: there is nothing to learn. At least two different targets are needed.
problem-too-many-datasets = This session has had { $count } data sets, as many as it can hold. Press Reset to start again.

names-title = Names
names-about = What the numbers stand for, such as “lemons” or “sour”. Names appear in the picture and in the sentences; no number changes.
names-inputs = Inputs
names-hidden = Hidden layer { $layer }
names-outputs = Outputs
names-classes = Classes
names-class-low = of the lower target
names-class-high = of the higher target
names-cut = The first { $count } of this layer.
