"""GLPK by its command line `glpsol`: its options, and its answer out of its log."""

import math
import re

from lib.bench.asking import write_point

NUMBER = r"(-?[0-9.]+(?:e[+-]?[0-9]+)?)"
# `+ 3277: mip = -7.98e+09 >= -8.07e+09 1.2% (166; 240)`, or `not found yet` in place of the value.
PROGRESS = re.compile(rf"^\+ *\d+: (?:mip =|>>>>>) +(?:not found yet|[-+.e0-9]+) +>= +{NUMBER}")


def command(model, point, limit, gap, seed, options):
    words = ["glpsol", "--freemps", model, "--tmlim", str(math.ceil(limit)), "--write", f"{point}.raw"]
    if seed is not None:
        words += ["--seed", str(seed)]
    if gap:
        words += ["--mipgap", str(gap)]
    return words + [word for name, value in options for word in ([f"--{name}", value] if value else [f"--{name}"])]


def is_ready(line):
    return line.endswith("records were read")


def read(finished, reading, point):
    """Status, value, bound and seconds of the search; writes the point."""
    ended = finished.first(lambda line: line.startswith("Time used:"))
    seconds = (ended[0] if ended else finished.seconds) - reading
    lines = [line for _, line in finished.lines]
    bounds = [float(match[1]) for match in map(PROGRESS.match, lines) if match]
    bound = bounds[-1] if bounds else None
    if not ended:
        status = "none" if finished.is_killed else "failed"
        return {"status": status, "value": None, "bound": bound, "seconds": seconds}
    if any("HAS NO INTEGER FEASIBLE SOLUTION" in line or "HAS NO PRIMAL FEASIBLE SOLUTION" in line for line in lines):
        return {"status": "infeasible", "value": None, "bound": None, "seconds": seconds}
    value = _write_point(point)
    if value is None:
        return {"status": "none", "value": None, "bound": bound, "seconds": seconds}
    if any("INTEGER OPTIMAL SOLUTION FOUND" in line for line in lines):
        return {"status": "optimal", "value": value, "bound": value, "seconds": seconds}
    if any("RELATIVE MIP GAP TOLERANCE REACHED" in line for line in lines):
        return {"status": "optimal", "value": value, "bound": bound, "seconds": seconds}
    return {"status": "feasible", "value": value, "bound": bound, "seconds": seconds}


def _write_point(point):
    """Writes the point, columns named by their number; returns the objective, or None if there is no point."""
    values = []
    with open(f"{point}.raw", encoding="ascii") as file:
        for line in file:
            words = line.split()
            if words[0] == "s":
                if words[1] != "mip" or words[4] not in ("o", "f"):
                    return None
                value = float(words[5])
            elif words[0] == "j":
                values.append(float(words[2]))
    write_point(point, [f"#{number}" for number in range(len(values))], values)
    return value
