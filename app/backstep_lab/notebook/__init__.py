"""The learner's own network in a notebook: `backstep_lab.show(model, X, y)`.

No package of another project is imported here: a model brings its own with it.
"""

from backstep_lab.notebook.refusal import CannotShow
from backstep_lab.notebook.show import show

__all__ = ["CannotShow", "show"]
