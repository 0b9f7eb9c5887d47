"""Every bound on what a learner may ask for, with its reason. Operators' bounds are in `settings.py`.

They are part of the wire format (they stand in the OpenAPI document and at `/api/v1/limits`), so they do not
change from one installation to another.
"""

MAX_LAYERS = 10  # a column of the picture each; deeper is no longer read number by number
MAX_UNITS = 128  # in one layer; more cannot be drawn
MAX_INPUTS = 784  # the pixels of a picture of 28 × 28; of so many a page of the column is drawn
MAX_PARAMETERS = 20_000  # 160 kB a checkpoint, so that a whole history stays within a few megabytes
MAX_EXAMPLES = 10_000  # as many as a generator makes
MAX_CUSTOM_NUMBERS = 50_000  # of X and Y together: a megabyte of JSON, kept with the session
MAX_BATCH_NUMBERS = 500_000  # examples of a batch × units of the network: 30 MB for one kept iteration

MAX_COLUMNS = MAX_INPUTS + MAX_UNITS  # of a table: inputs and targets
MAX_COLUMN_NAME = 200  # characters: a whole question of a survey
MAX_UNIT_NAME = 200  # characters of what an input, a neuron or a class is called: as many as a column has
MAX_TEXT = 1_000_000  # characters of a table: 50,000 numbers of 20 digits
MAX_TABLE_BYTES = 1_000_000  # of a table's file
MAX_CONTENT = 1_333_336  # characters in base64 of so many bytes
CELLS_SHOWN = 3  # of each column of a table, beside what it is for
ROWS_SHOWN = 5  # of the examples that a description of data makes, as given and as the network sees them
CLASSES_SHOWN = 24  # of the values of a column: more are not put in order by hand
MAX_DATA_EDITS = 100  # data sets in one session's edits: each is generated again when the session is loaded
MAX_DATA_EDIT_NUMBERS = 200_000  # of all custom data in one session's edits: a few megabytes, stored with it

MAX_NUMBER = 1e6  # absolute value of a parameter, input, target or rate: far beyond sense, far from overflow
LARGE_INPUT = 10.0  # absolute value; inputs beyond it saturate a unit whose weights are about 1
MAX_PENALTY = 1e3
MAX_MEAN = 0.999999  # of momentum and the running means: with 1 they would never forget
MIN_EPSILON, MAX_EPSILON = 0.0, 1.0  # with 0, a parameter without a gradient so far stays where it is
MIN_ALPHA, MAX_ALPHA = 1e-4, 1.0  # of leaky ReLU and ELU: 0 is ReLU, and max(αz, z) is none beyond 1
MIN_HUBER_DELTA, MAX_HUBER_DELTA = 1e-4, 1e3  # with plain digits in a formula
MAX_GAMMA = 1.0  # a schedule lowers the rate, or leaves it
MAX_NOISE = 2.0
MAX_CLASSES = 6  # of generated data: more cannot be distinguished in the plane
MAX_FEATURES = 7  # of two inputs: as many as there are
MAX_CHOICES = 8  # measurements or species of a real data set
MAX_TEST_FRACTION = 0.9
MAX_SEED = 2**32 - 1  # what numpy takes

MAX_ITERATION = 1_000_000  # a session's furthest iteration: a checkpoint every 32,768 iterations at the worst
MAX_TRAIN_ITERATIONS = 1_000_000  # in one call: a whole session, if the time of one call lasts so long
MIN_PACE, MAX_PACE = 0.1, 1e6  # iterations a second that a run is held to: each event within ten seconds
MAX_AHEAD = 10_000  # iterations that a seek or a step may run beyond the current one
MAX_COUNT = 10_000  # units in one step call

MAX_EDITS = 1_000  # in one session, dropped ones included: all of them are replayed when it is loaded
MAX_EDITS_DEPTH = 64  # edits that dropped edits that dropped edits: readers of msgpack and JSON recurse
MAX_EDITS_BYTES = 4_000_000  # of them together, as stored: 25 edits of all weights of the largest network
MAX_GRAPH_EDITS = 50  # different programs in one session's edits: each is read again when it is loaded
MAX_CHANGES = 256  # numbers in one edit
MAX_LEAVES = 256  # named leaves of a graph
MAX_FROZEN = 1_000  # parameters frozen one by one: they stand in every answer
MAX_REF = 200  # characters: a message's names a target and two nodes of MAX_VARIABLE_NAME

RACERS = 4  # settings side by side: more lines in one chart cannot be distinguished
RACE_PLACES = 120  # of each racer's way: a point for every few pixels of the chart
RACE_PLANE = 2  # parameters over which the contours are drawn
RACE_GRID = 25  # points along each side of the contours, of which each costs a pass over the training set

ORDER_ROWS = 12  # numbers of one kind and layer, in the right and the wrong order: a screen of a table

OPERATIONS_SHOWN = 64  # in the answer to a step, newest last
DRAWN_BYTES = 16 * 2**20  # of pictures and parts of pages that a process keeps: some 700 previews
AHEAD_SHOWN = 8  # upcoming operations in the answer to a step
FORESEEN_STEPS = 8  # forward by a unit, known beforehand: as many as quick clicks make in half a second
FORESEEN_ITERATIONS = 3  # the same by whole iterations, each of which is a whole session
FORESEEN_BACK = 3  # the same back
FORESEEN_PARAMETERS = 1_000  # of a network whose steps are foreseen: some 50 kB a session
LOSSES_SHOWN = 512  # points of a loss curve: about one for each pixel of the chart
EVALUATIONS_SHOWN = 64  # points of the curves over the whole training and test set, which cost a pass each
CHANGES_SHOWN = 4_096  # operations given one by one as changed; beyond, the answer holds the whole session
PATHS_SHOWN = 256  # of a gradient: few enough to answer at once
POINTS_SHOWN = 300  # of a data set's picture, which more would blacken
EXAMPLES_SHOWN = 100  # rows of the table of examples in one answer
STALE_SHOWN = 4_096  # refs listed as stale by an edit
SHARES_SHOWN = 512  # examples of a batch whose parts of a gradient are given one by one: a pixel each

SLICE_POINTS = 121  # of the loss along one parameter: every third pixel of the chart
MAX_RESOLUTION = 101  # points along either side of a loss surface, each a forward pass over the batch
MAX_SPAN = 1e3  # how far from where it stands a parameter is followed

PLANE_POINTS = 201  # along either side of a heat map: a point for every second pixel of the panel
PLANE_NUMBERS = 250_000  # of one answer, all maps together: two megabytes of JSON
PLANE_MAPS = 64  # neurons in one answer: a strip of small maps for the widest drawn layer
NEURON_MAP_POINTS = 40  # along either side of a map that is drawn in a neuron's circle
EXAMPLES_DRAWN = 500  # of each set over a heat map: more would hide it

MAX_RECORDED_ITERATIONS = 20  # in one file: what is stepped through, not what is trained
MAX_RECORDED_MOMENTS = 10_000  # of those iterations together: two megabytes, packed
MAX_RECORDED_BYTES = 64_000_000  # before it is packed: a browser opens it in a second or two

MAX_LINK = (
    4_096  # characters of a moment in an address: every browser, server and mail program lets it through
)
MAX_ADDRESS = (
    16_384  # bytes of a whole address: a moment of MAX_LINK characters, twice encoded, and words beside it
)
MAX_LIST = 32  # entries of a list in an address
MAX_EXPRESSION = 1_000  # characters of a program, and of its leaves' values, in an address
MAX_LEAF_DEPTH = 4  # lists in lists of one leaf's value in an address
MAX_NAME = 64  # characters of a name: a session's, a preset's, a lesson's, a frame's
MAX_LANGUAGE = 20  # characters of a language's tag
MAX_ACCEPTED = 1_000  # characters of an Accept-Language header that are looked at
MAX_LANGUAGES = 20  # entries in it
MAX_ORIGIN = 200  # characters of a page's origin
MAX_PREFIX = 200  # characters of a path prefix in a header
MAX_SCALE = 2.0  # of a page by its address: more leaves no room for the picture on any screen
MAX_DIGITS = 12  # of a whole number in an address; longer is no number of ours
MAX_STEP = 2**31  # operations: more than any iteration has
MAX_REVISION = 2**53 - 1  # the largest whole number that every JSON reader knows exactly

MAX_SHARED_ADDRESS = 8_000  # characters of an address that becomes a frame: one of ours, once encoded
MAX_FORMAT = 10  # characters of the name of a format
MAX_FRAME = 10_000  # pixels of a frame: wider than any screen

MAX_ANSWER_DIGITS = 6  # significant digits that an answer must have right, at most
MAX_ANSWER = 200  # characters of an answer: a sum of a dozen products
AMONG = 16  # numbers to choose one from; more candidates take too long to compare

WORKED_OPERATIONS = 3_000  # in a worked solution: a hundred pages
TABLE_OPERATIONS = 100_000  # rows of a table: a few megabytes, which every spreadsheet opens

MAX_PROGRAM_BYTES = 8_192  # of a typed program: a few screens
MAX_GRAPH_OPERATIONS = 4_000  # of a program: more is no longer read number by number
MAX_GRAPH_NUMBERS = 4_000  # leaves and constants of a program, which each stand in every answer
MAX_GRAPH_WORK = 30_000  # parts of formulas that are read, and elements of arrays that they make
MAX_PROGRAM_DEPTH = 64  # brackets in brackets: readers of formulas recurse
MAX_AXES = 4  # of an array: deeper lists cannot be read
MAX_VARIABLE_NAME = 40  # characters
MAX_CONSTANT = 1e12  # absolute value of a number in a formula: masks of attention have -1e9
MAX_SECTION_TITLE = 60  # characters: one line beside the picture
