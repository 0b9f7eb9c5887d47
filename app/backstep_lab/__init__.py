"""Backstep: step through back-propagation one number at a time."""

import os

# Before numpy loads: with several threads a product of matrices may add up in another order from one
# run to the next, and a thousand small ones wait for each other longer than they compute.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
