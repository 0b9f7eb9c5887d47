### How the picture is looked at: zoom, and columns that fold.

sight = View of the picture
sight-in = Zoom in
sight-out = Zoom out
sight-fit = Fit the picture
sight-all = All units
fold-above = { $count } more units above in layer { $layer }: show them
fold-below = { $count } more units below in layer { $layer }: show them
