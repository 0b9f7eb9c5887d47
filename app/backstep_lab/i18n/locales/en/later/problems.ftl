### What went wrong and what to do about it. $field is a path in the request, such as network.layers[0].units.

problem-invalid = { $detail }
problem-out-of-range = { $field } is { $value }: please stay between { $min } and { $max }.
problem-too-small = { $field } is { $value }: it must be at least { $min }.
problem-too-large-value = { $field } is { $value }: it may be at most { $max }.
problem-not-finite = { $field } is { $value }: please give an ordinary, finite number.
problem-not-a-number = { $field } is { $value }: please give a number.
problem-not-whole = { $field } is { $value }: please give a whole number.
problem-not-a-text = { $field } is { $value }: please give a text.
problem-not-a-yes-or-no = { $field } is { $value }: please give true or false.
problem-not-a-list = { $field } is { $value }: please give a list.
problem-not-an-object = { $field } is { $value }: please give an object.
problem-unknown-choice = { $field } is { $value }: please choose one of { $choices }.
problem-missing = { $field } is missing.
problem-unknown-field = { $field } is not a field that is known here.
problem-list-length = { $field } has { $count } entries: please give { $min } to { $max }.
problem-text-length = { $field } has { $count } characters: at most { $max } are allowed.
problem-text-pattern = { $field } is { $value }: it has characters that are not allowed there.
problem-not-json = The request is not JSON: it breaks off at character { $position }.
problem-not-valid = { $field } is { $value }, which is not valid there.
problem-known-order = The first ordinal of what is known is { $first }, which is larger than the last, { $last }.
problem-known-without-revision = What is known is known at a revision: give revision beside known.
problem-shape-layers = A network needs at least one layer, and each layer at least one unit and one activation.
problem-softmax-last = Softmax is for the last layer only.
problem-loss-needs = The loss { $loss } needs { $needs } in the last layer, which has { $activation }.
problem-parameters-layers = There are { $weights } weight matrices and { $biases } lists of biases; this network has { $layers } layers.
problem-parameters-ragged = { $name } must be numbers in the shape { $wanted }, all rows of one length.
problem-parameters-shape = { $name } has the shape { $given }; this network needs { $wanted }.
problem-parameters-finite = { $name } has a number that is not finite.
problem-no-alpha = { $activation } has no α; only { $choices } have one.
problem-single-layer = The perceptron’s rule is for a single layer of step units; this network has { $layers } layers. A step passes no gradient to the layers below it: remove the hidden layers, or choose another loss.
problem-one-reduction = The terms of the loss { $loss } are always added up over the outputs.
problem-no-huber = δ belongs to the loss huber; this network has { $loss }.
problem-ref = { $ref } names no number of this network.
problem-ref-no-gradient = { $ref } is no gradient of a weight or bias.
problem-not-editable = { $ref } is computed and cannot be set. Weights, biases, inputs and targets can.
problem-too-far = { $field } is { $value }: at most { $max } are possible at once.
problem-too-many-edits = This session holds { $limit } edits, as many as it can. Press Reset to start again.
problem-body-too-large = The request is too large: at most { $limit } bytes are accepted.
problem-session-not-found = This session has expired. A new one continues where you were.
problem-preset-not-found = There is no example called { $name }. There are: { $choices }.
problem-page-not-found = There is no page at { $path }.
problem-method = { $method } is not possible here.
problem-stale-revision = This session has moved on somewhere else, perhaps in another tab. Nothing was lost or done twice: load the latest and continue.
problem-out-of-turn = { $phase ->
    [forward] This cannot be done yet: first the forward pass has to be finished. It continues with { $ref }.
    [loss] This cannot be done yet: first the loss has to be computed. It continues with { $ref }.
    [backward] This cannot be done yet: first the backward pass has to be finished. It continues with { $ref }.
   *[update] This cannot be done yet: first the update has to be finished. It continues with { $ref }.
}
problem-other-model = This needs a layered network; the model of this session is of another kind ({ $model }).
problem-nothing-behind = This is the very beginning: there is nothing to go back to.
problem-diverged = The numbers overflowed in iteration { $iteration }. Press Previous step, or reset with a smaller learning rate.
problem-full = The server holds { $limit } sessions, as many as it can. Please try again in a while.
problem-too-long = That would take longer than { $seconds } seconds. Please ask for less at a time.
problem-internal = Something went wrong on the server, and it is not your doing. Your session is as it was.
problem-unreadable = This session was stored by another version of Backstep, or its record is damaged: it cannot be opened. Start a new one; the same start gives the same numbers.
problem-store = This server cannot reach its store of sessions at the moment. Nothing has changed.
problem-unknown-outcome = The connection to the store of sessions broke while a change was being stored. Whether it was made is being checked.
problem-edits-too-large = The edits of this session would take { $megabytes } MB; { $max } MB is the most. Press Reset to start again, or go back to before large edits.

problem-ref-no-first-unit = { $ref } is no neuron of the first layer.
problem-line-inputs = { $inputs ->
    [one] This network has one input; a neuron draws a line only where there are two.
   *[other] This network has { $inputs } inputs; a neuron draws a line only where there are two.
}
problem-ref-no-parameter = { $ref } is no weight or bias.
problem-ref-no-unit = { $ref } is no neuron’s activation.
problem-same-parameter = Both axes are { $ref }: please choose two different parameters.
problem-point-length = You gave { $count } numbers for a point; here it needs { $wanted }.
problem-same-input = Both axes are input { $input }: please choose two different inputs.
problem-predict-large = This moment is too large to begin again from. Press Reset, or choose a smaller data set, then turn on Predict.
problem-answer-empty = Please give a number, such as 0.25.
problem-answer-unreadable = “{ $text }” is no number here. Try 0.25, or a calculation such as 0.4*0.59, 1/3, sigmoid(0.38).
problem-answer-division = “{ $text }” divides by 0, and that is not defined.
problem-answer-logarithm = { $part } is not defined: a logarithm takes numbers above 0 only.
problem-answer-root = { $part } is not defined: a square root takes no negative number.
problem-answer-power = { $part } is not defined: a negative number has whole powers only.
problem-answer-overflow = “{ $text }” is too large: numbers end at about 1.8 × 10^308 here.
problem-asked-computed = { $ref } is computed already: there is nothing left to predict.
problem-asked-given = { $ref } is given, not computed: there is nothing to predict.
problem-asked-unmade = { $ref } is not computed by an operation of its own here; { $made } is.
problem-asked-infinite = { $ref } is beyond every number here: it cannot be predicted.
problem-asked-alone = There is no other number with which { $ref } could be compared.
problem-too-many-names = These are { $count } names; there may be up to { $max }.
problem-not-a-leaf = { $ref } cannot be changed: only the leaves of a graph can.
problem-graph-has-none = A computation graph has no such part: { $part }.
problem-no-graph = This needs a computation graph; this session has a layered network.
problem-ref-no-leaf = { $ref } is no leaf of this graph.
problem-undefined = { $ref } cannot be computed: it is undefined here, as 1/0 is, or too large for a number. Change what it is made of, or step back.
notice-undefined = { $ref } cannot be computed: it is undefined here, as 1/0 is, or too large for a number. Change what it is made of, or press Previous step.
problem-no-program = This network cannot be opened as a graph: the language of programs has no { $part }.
problem-too-many-programs = The edits of this session hold { $limit } programs, the most they can. Start a new session with the next one.
