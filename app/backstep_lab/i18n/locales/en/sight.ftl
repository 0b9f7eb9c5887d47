### How the picture is looked at: zoom, and columns that fold.

zoom = View of the picture
zoom-in = Zoom in
zoom-out = Zoom out
zoom-fit = Fit the picture
zoom-all = All units
fold-above = { $count } more units above in layer { $layer }: show them
fold-below = { $count } more units below in layer { $layer }: show them
