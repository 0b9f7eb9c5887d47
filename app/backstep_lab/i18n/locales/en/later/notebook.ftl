# A model of a notebook that cannot be shown.

problem-no-such-layer = { $layer } cannot be shown: Backstep steps through networks of fully connected layers and their activation functions.
problem-no-such-setting = { $owner } with { $setting } cannot be shown: Backstep has no such setting.
problem-unknown-model = This model cannot be shown: { $name }. There are { $choices }.
problem-unknown-activation = This activation function cannot be shown: { $name }. There are { $choices }.
problem-unknown-loss = This loss cannot be shown: { $name }. There are { $choices }.
problem-unknown-optimizer = This optimizer cannot be shown: { $name }. There are { $choices }.
problem-arrays-unfit = The arrays of layer { $layer } do not fit: their shapes are { $shapes }. Weights have one row for each unit and one column for each input, biases one number for each unit.
problem-examples-unfit = These examples do not fit the model: { $why }.
problem-unknown-option = There is no option { $name }.
problem-option-value = { $name } is { $value }; it must be { $allowed }.
problem-no-anywidget = A live session needs the package anywidget: pip install 'backstep-lab[notebook]'.
problem-no-local-server = The server of this notebook did not start.
problem-file-activations = The file has { $layers } layers; name the activation function of each: { $choices }.
problem-file-layer = { $name } ({ $shape }) is no weight or bias of a fully connected layer: Backstep has no other layers.
problem-file-unopened = This file cannot be opened: { $why }.
