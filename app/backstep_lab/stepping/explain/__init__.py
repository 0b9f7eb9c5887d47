"""How each kind of operation accounts for its number: operands, formula, message. One file per phase.

An account is a function (trace, program, step, focus, rule) → `Account`. `ACCOUNTS` of each file maps the
kinds of operation to it.
"""
