/** The names that there are to choose from. Generated from the server's tables by `make types`. */
export const PHASES = ['forward', 'loss', 'backward', 'update'] as const;
export const UNITS = ['term', 'neuron', 'layer', 'element', 'line', 'group', 'pass', 'iteration', 'epoch'] as const;
export const ACTIVATIONS = ['identity', 'step', 'sigmoid', 'hard_sigmoid', 'tanh', 'bipolar_sigmoid', 'relu', 'leaky_relu', 'elu', 'gelu', 'silu', 'softplus', 'softmax'] as const;
export const LOSSES = ['half_squared_error', 'mean_squared_error', 'binary_cross_entropy', 'cross_entropy', 'absolute_error', 'huber', 'hinge', 'perceptron'] as const;
export const INITIALIZERS = ['zeros', 'constant', 'uniform', 'normal', 'xavier_uniform', 'xavier_normal', 'he_uniform', 'he_normal'] as const;
export const OPTIMIZERS = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam', 'adamw'] as const;
export const SCHEDULES = ['constant', 'step', 'exponential', 'cosine'] as const;
export const IRIS_COLUMNS = ['sepal_length', 'sepal_width', 'petal_length', 'petal_width'] as const;
export const IRIS_SPECIES = ['setosa', 'versicolor', 'virginica'] as const;
