### Two weights.

surface-across = Across
surface-up = Upwards
surface-at = At { $x } = { $atX }, { $y } = { $atY } the loss is { $loss }.
surface-summary = On this map the loss goes from { $low } (faint) to { $high } (strong). You are at { $x } = { $atX }, { $y } = { $atY }; all other numbers stay as they are now.
surface-path = { $count ->
    [0] The path of gradient descent appears here as you train.
    [one] The line is the path so far, one step long.
   *[other] The line is the path so far, in { $count } segments. The map is that of this moment: earlier, when the other numbers were different, so was the map.
}
