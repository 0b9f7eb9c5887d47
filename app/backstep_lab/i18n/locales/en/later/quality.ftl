### Quality.

quality-train = Training examples
quality-test = Test examples
quality-examples = { $count }
quality-accuracy = Accuracy
quality-r2 = { $output ->
    [-1] R²
   *[other] R² of output { $output }
}
quality-loss = Mean loss
quality-none = –
quality-class = { $class }
quality-true = true class
quality-said = predicted class
quality-cell-right = { $count } of { $all } examples of class { $true } are classified correctly.
quality-cell-wrong = { $count } of { $all } examples of class { $true } are classified as class { $said }.
quality-right = { $right } of { $all } examples are in the right class.
quality-threshold = An output above { $threshold }, half way between the two targets, means the higher class. What counts is the test set: the network has never learned from it.
quality-largest = The largest output decides the class. What counts is the test set: the network has never learned from it.
quality-no-classes = The targets here are numbers, not classes. R² is 1 for perfect predictions and 0 for always predicting the mean.
