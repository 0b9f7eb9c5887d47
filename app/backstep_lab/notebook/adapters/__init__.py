"""From the models of other packages to Backstep's own description: one file for each package."""
