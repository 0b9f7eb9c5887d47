"""Questions that need no random session: kinks of activations, scaling of a column that never changes."""

from mpmath import mpf  # type: ignore[import-not-found,import-untyped,unused-ignore]

from tests.oracle.audit.callers import Caller
from tests.oracle.audit.exact_passes import FUNCTIONS
from tests.oracle.audit.formulas import RELATIVE
from tests.oracle.audit.recipes import Json
from tests.oracle.audit.reports import Failure, Report

KINKS = {("relu", 0.0), ("leaky_relu", 0.0), ("hard_sigmoid", 3.0), ("hard_sigmoid", -3.0), ("step", 0.0)}
POINTS = (-3.0, -1.0, 0.0, 1e-9, 0.5, 3.0, 20.0, -20.0, 40.0, -40.0)
FROM_LEFT = {("hard_sigmoid", 3.0): 1 / 6, ("hard_sigmoid", -3.0): 0.0}


def questions(base: str, report: Report) -> None:
    """Ask them all."""
    with Caller(base) as caller:
        for name in FUNCTIONS:
            _activation(caller, report, name)
        for scale in ("standard", "minmax"):
            _constant_column(caller, report, scale)


def _failed(caller: Caller, report: Report, kind: str, text: str) -> None:
    report.failed(Failure(kind, -1, text, tuple(caller.calls)))


def _activation(caller: Caller, report: Report, name: str) -> None:
    """The function, its slope, and whether there is a kink, at chosen sums."""
    layers = [{"units": 1, "activation": name}, {"units": 1, "activation": "identity"}]
    body: Json = {
        "network": {
            "inputs": 1,
            "layers": layers,
            "parameters": {"W": [[[1.0]], [[1.0]]], "b": [[0.0], [0.0]]},
        },
        "data": {"name": "custom", "X": [[1.0]], "Y": [[0.5]]},
    }
    path = f"/sessions/{caller.post('/sessions', body)['id']}"
    caller.post(f"{path}/step", {"unit": "iteration"})
    f, slope = FUNCTIONS[name]
    for z in POINTS:
        at = caller.get(f"{path}/activation", ref="z1[0]", z=z)["at"]
        report.counts["numbers"] += 2
        wanted = {"a": float(f(mpf(z))), "slope": FROM_LEFT.get((name, z), float(slope(mpf(z))))}
        for part, value in wanted.items():
            if abs(at[part] - value) > RELATIVE * abs(value) + 1e-15:
                text = (
                    f"{name} at {z}: {part} is {at[part]!r}, and the value (slope from the left) is {value!r}"
                )
                _failed(caller, report, "activation", text)
        if at["kink"] != ((name, z) in KINKS):
            _failed(caller, report, "kink", f"{name} at {z}: kink is {at['kink']}")
    for z in (-3.0, 0.0, 3.0):
        caller.patch(path, {"parameters": {"W1[0,0]": z, "b1[0]": 0.0}})
        caller.post(f"{path}/step", {"unit": "iteration"})
        checks = caller.get(f"{path}/gradient-check")["checks"]
        kinks = [check["ref"] for check in checks if check["kink"]]
        if bool(kinks) != ((name, z) in KINKS):
            _failed(caller, report, "kink", f"gradient check of {name} at {z}: kinks at {kinks}")
        differing = [check for check in checks if check["agrees"] is False]
        if differing:
            _failed(caller, report, "gradient check", f"{name} at {z}: {differing}")
    caller.delete(path)


def _constant_column(caller: Caller, report: Report, scale: str) -> None:
    """It becomes 0, whatever it holds."""
    for value, rows in (("0.1", 3), ("0.3", 7), ("5", 4), ("1e5", 6)):
        lines = [f"{value},{row},{row % 2}" for row in range(rows)]
        table = caller.post("/table", {"text": "\n".join(["a,b,y", *lines])})
        data = {"name": "custom", "X": table["X"], "Y": table["Y"], "scale": scale}
        answer = caller.post("/datasets/preview", data)
        column = [row[0] for row in answer["X"]]
        report.counts["numbers"] += rows
        if any(column):
            _failed(
                caller,
                report,
                "scaling",
                f"a column of {rows} × {value}, scaled by {scale}, becomes {column}",
            )
