### What stands around the picture: views in the panel, sheets that the header opens.

region-views = Views
sheet-close = Close

view-loss = Loss
