### Settings, comparison and races.

problem-ref-no-weight = { $ref } is computed: only a weight or a bias can be followed over the landscape of the loss.
