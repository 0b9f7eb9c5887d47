### The sheet of data: sets to choose from, a table or points of one's own, the examples.

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
data-picture-class = A picture of { $name }
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
data-file-open = Read from the file { $name }. What you type replaces it.
data-read = Read the table
data-too-long = This has { $count } characters; a table may have up to { $max }.
data-file-large = This file has { $count } bytes; a table may have up to { $max }.

table-choices = How the table is read
choice-auto = automatic
choice-recognized = automatic: { $what }
table-encoding = Encoding
encoding-utf-8 = UTF-8
encoding-utf-16 = UTF-16
encoding-gb18030 = GB18030 (GBK, Chinese)
encoding-big5 = Big5 (Chinese)
encoding-shift-jis = Shift JIS (Japanese)
encoding-euc-kr = EUC-KR (Korean)
encoding-windows-1252 = Windows-1252 (Western European)
table-delimiter = Delimiter
delimiter-comma = comma
delimiter-semicolon = semicolon
delimiter-tab = tab
delimiter-space = spaces
delimiter-pipe = vertical bar
delimiter-fullwidth-comma = full-width comma ，
delimiter-fullwidth-semicolon = full-width semicolon ；
table-decimal = Decimal sign
decimal-point = point (1.5)
decimal-comma = comma (1,5)
table-header = First line
header-yes = names
header-no = an example
header-counts = counts, classes
table-missing = Rows with missing cells
missing-refuse = refuse the table
missing-drop = leave out
table-columns = Columns
table-column = Column
table-kind = Used as
table-kind-of = Use of the column { $name }
kind-number = input: number
kind-category = input: category
kind-target = target: number
kind-class = target: class
kind-left-out = left out
reason-row-numbers = It numbers the rows, and would give the answers away.
reason-empty = It is empty.
reason-one-value = It is the same in every row.
reason-many-values = It has { $count } different values, too many for a category.
reason-mostly-missing = Most of its cells are missing.
table-rows = { $count ->
    [one] { $count } example was read.
   *[other] { $count } examples were read.
}
table-dropped = { $count ->
    [one] { $count } of { $rows } rows misses a cell and is left out.
   *[other] { $count } of { $rows } rows miss a cell and are left out.
}
table-comments = { $count ->
    [one] { $count } line that begins with # was left out.
   *[other] { $count } lines that begin with # were left out.
}
table-unsure = { $decimal ->
    [point] “{ $cell }” was read with a decimal point. With a decimal comma it would be another number, and no other cell decides: choose the sign if this is wrong.
   *[comma] “{ $cell }” was read with a decimal comma. With a decimal point it would be another number, and no other cell decides: choose the sign if this is wrong.
}
table-two-classes = “{ $zero }” is 0, “{ $one }” is 1.
table-swap = Swap 0 and 1
table-one-hot = Each of the { $count } classes has an output of its own, which should be 1 for it and 0 for the others:
table-class-up = Move { $name } one place up
table-many-classes = There are { $count } classes, in alphabetical order.
table-scale-proposed = Some inputs are large or of very different size: units would saturate from the start. Scaling is proposed.
table-target-scale-proposed = The targets are large: steps at the usual learning rates would overshoot. Scaling is proposed.
table-scale-how = The training examples alone set the scale; test examples are scaled by the same numbers. Columns of 0 and 1 stay as they are.
table-target-scale = Scale targets
table-first = The first training examples as the network will see them
table-first-both = The first training examples
table-given = as drawn
table-seen = as the network will see them
table-more-inputs = The first { $count } of { $inputs } inputs are shown.
table-example = No.

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
data-drawn-kind = The targets are
table-class-counts = Examples by class: { $counts }.
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
problem-table-ragged = { $count ->
    [one] Line { $line } has { $count } cell, but line { $first } has { $wanted }: every line needs the same number.
   *[other] Line { $line } has { $count } cells, but line { $first } has { $wanted }: every line needs the same number.
}
problem-table-wide = Line { $line } has { $count } cells: a table may have up to { $max } columns.
problem-table-long = The table goes on after line { $line }: it may have up to { $max } rows.
problem-table-line = The row that begins on line { $line } cannot be read: look for a stray quotation mark.
problem-table-cell = Line { $line }, column { $column } ({ $name }): “{ $value }” is not a number.
problem-table-number = Line { $line }, column { $column } ({ $name }): { $value } is too large. Numbers may go from −{ $max } to { $max }.
problem-table-column = There is no column “{ $name }”. There are: { $choices }.
problem-table-roles = Of { $columns } columns { $inputs } are inputs and { $targets } are targets: there must be at least one of both.
problem-table-numbers = The table has { $count } numbers: up to { $max } are possible.
problem-table-classes = Column { $column } ({ $name }) has { $count } different values: up to { $max } classes are possible.
problem-table-one-class = Column { $column } ({ $name }) is “{ $value }” in every line: there is nothing to learn. At least two different targets are needed.
problem-table-workbook = This is a workbook or another archive, not a text: save the sheet as CSV, and open that file.
problem-table-control = Line { $line } has a character that no text has (number { $number }): check that this is a text file and that its encoding is right.
problem-table-encoding = Line { $line }, byte { $place } ({ $byte }) cannot be read as { $encoding }: choose another encoding.
problem-table-decimal = “{ $comma }” is a number only with a decimal comma, “{ $point }” only with a decimal point: choose one of them.
problem-table-sign = No delimiter was found; is “{ $sign }” one? Put commas between the cells, or choose another delimiter.
problem-table-one-column = No delimiter was found: every line has one cell. Put commas between the cells.
problem-table-empty-cell = Line { $line }, column { $column } ({ $name }): the cell is empty, as cells are in { $count } of { $rows } rows. Fill it in, leave such rows out, or leave the column out.
problem-table-missing = Line { $line }, column { $column } ({ $name }): “{ $value }” stands for a missing value, as in { $count } of { $rows } rows. Fill it in, leave such rows out, or leave the column out.
problem-table-name = Line { $line }, column { $column }: the name has { $count } characters; it may have up to { $max }.
problem-table-inputs = The columns make { $count } inputs; a network may have up to { $max }: leave columns out.
problem-table-only-target = Column { $column } ({ $name }) has { $count } classes, which need an output each: it must be the only target.
problem-table-order-of = An order of classes needs one target column, and that of classes.
problem-table-order = The order must name each class of column { $column } ({ $name }) once: { $choices }.
problem-table-source = Give either text or content.
problem-table-text-encoding = An encoding belongs to the bytes of a file; this text is decoded already.
problem-table-base64 = The content of the file is not base64.
problem-data-two-classes = “{ $value }” targets tell two classes apart; here are { $count }: choose “one_hot”.
problem-data-choices = { $field } is { $value }: please choose one or more, each once, of { $choices }.
problem-data-option = The data set “{ $dataset }” has no { $field }: please leave it out. Its own options are { $choices }.
problem-data-no-options = The data set “{ $dataset }” has no { $field }, and no options of its own: please leave it out.
problem-data-generated-only = { $field } is an option of generated data; these examples are given: please leave it out.
problem-data-rows = There are { $inputs } rows of inputs and { $targets } rows of targets: each example needs one of both.
problem-data-features = Features are made of two inputs, x₁ and x₂; this data has { $count }: please leave them out.
problem-data-ragged = { $field } must be rows of numbers, all of one length.
problem-data-matrix = { $field } must have 1 to { $max } rows of numbers.
problem-data-not-finite = { $field } has a number that is not finite.
problem-data-inputs = Each row of { $field } has { $count } numbers, the network has { $wanted } inputs: please change one of them.
problem-data-outputs = Each row of { $field } has { $count } numbers, the network has { $wanted } outputs: please change one of them.
problem-data-needs-examples = Examples of your own need both X and Y.
problem-data-makes-its-own = X and Y belong to custom data; “{ $dataset }” makes its own.
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
