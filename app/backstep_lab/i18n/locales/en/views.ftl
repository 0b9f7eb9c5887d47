### What stands around the picture: views in the panel, sheets that the header opens.

region-views = Views
sheet-close = Close
sheet-menu = Menu

view-loss = Loss
