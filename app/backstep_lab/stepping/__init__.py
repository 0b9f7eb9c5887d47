"""How an iteration is read, one operation at a time: names, order, boundaries, formulas. Nothing here
computes anew.

`program.py` finds the n-th operation, `cursor.py` the boundaries that a learner steps by, `explain.py`
says how a number was made (out of `accounts/`, one file per phase), `values.py` what is known so far,
`paths.py` reads a gradient as a sum over paths.
"""
