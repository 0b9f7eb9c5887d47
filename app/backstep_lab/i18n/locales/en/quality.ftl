### Quality.

view-quality = Quality
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
quality-said = the network says
quality-cell-right = { $count } of { $all } examples of class { $true } are recognized.
quality-cell-wrong = { $count } of { $all } examples of class { $true } are taken for class { $said }.
quality-right = { $right } of { $all } examples are in the right class.
quality-threshold = The output says the higher class above { $threshold }, half way between the two targets. What counts is the test set: the network has never learned from it.
quality-largest = The largest output says the class. What counts is the test set: the network has never learned from it.
quality-no-classes = The targets here are numbers, not classes. R² is 1 for perfect predictions and 0 for always saying the mean.
