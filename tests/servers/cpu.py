"""What a server takes of the processor."""

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def own_cpu_seconds(process: int) -> float:
    """CPU time of a process so far, without its children."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(") ")[2].split()
    return sum(map(int, fields[11:13])) / TICKS


def cpu_seconds(process: int) -> float:
    """CPU time of a process and its children so far, those that have ended included."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = stat.read_text("utf-8").rpartition(") ")
        except OSError:
            continue  # it has just ended
        fields = rest.split()
        if int(name.split()[0]) == process:
            ticks += sum(map(int, fields[11:15]))  # its own, and of children that have ended
        elif int(fields[1]) == process:
            ticks += sum(map(int, fields[11:13]))
    return ticks / TICKS
