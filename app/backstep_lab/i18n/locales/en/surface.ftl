### Two weights.

view-surface = Two weights
surface-across = Across
surface-up = Upwards
surface-at = At { $x } = { $atX }, { $y } = { $atY } the loss is { $loss }.
surface-summary = On this map the loss goes from { $low } (faint) to { $high } (strong). You stand at { $x } = { $atX }, { $y } = { $atY }; all other numbers stay as they are now.
surface-path = { $count ->
    [0] The way of descent appears here as you train.
    [one] The line is the way so far, one piece long.
   *[other] The line is the way so far, in { $count } pieces. The map is that of this moment: earlier, when the other weights were others, it looked different.
}
