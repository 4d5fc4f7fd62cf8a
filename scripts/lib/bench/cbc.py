"""CBC by its command line: its options, and its answer out of its log."""

import re
import struct
from array import array

from lib.bench.asking import write_point

NUMBER = r"(-?[0-9.]+(?:e[+-]?[0-9]+)?)"


def command(model, point, limit, gap, seed, options):
    """`stdbuf` because CBC would hold its lines back, and with them the moment at which the model is read."""
    words = ["stdbuf", "-oL", "cbc", model, "-timeMode", "elapsed", "-seconds", str(limit), "-ratioGap", str(gap),
             "-allowableGap", "0"]
    if seed is not None:
        words += ["-randomCbcSeed", str(seed)]
    for name, value in options:
        words += [f"-{name}", value] if value else [f"-{name}"]
    return words + ["-solve", "-saveSolution", f"{point}.bin"]


def is_ready(line):
    return line.startswith("Coin0008I")


def read(finished, reading, point):
    """Status, value, bound and seconds of the search; writes the point."""
    text = "\n".join(line for _, line in finished.lines)
    ended = finished.first(lambda line: line.startswith("Result - "))
    seconds = (ended[0] if ended else finished.seconds) - reading
    result = ended[1].removeprefix("Result - ").strip() if ended else ""
    value = _last(text, rf"^Objective value: +{NUMBER}")
    bound = _last(text, rf"^Lower bound: +{NUMBER}")
    if bound is None and not result.startswith("Optimal"):
        bound = _last(text, rf"best possible {NUMBER}")
    if "infeasible" in result:
        return {"status": "infeasible", "value": None, "bound": None, "seconds": seconds}
    if not ended:
        status = "none" if finished.is_killed else "failed"
        return {"status": status, "value": None, "bound": bound, "seconds": seconds}
    if "No feasible solution found" in text or value is None or abs(value) >= 1e40:
        return {"status": "none", "value": None, "bound": bound, "seconds": seconds}
    _write_point(finished, point)
    if not result.startswith("Optimal solution found"):
        return {"status": "feasible", "value": value, "bound": bound, "seconds": seconds}
    return {"status": "optimal", "value": value, "bound": value if bound is None else bound, "seconds": seconds}


def _last(text, pattern):
    found = re.findall(pattern, text, re.MULTILINE)
    return float(found[-1]) if found else None


def _write_point(finished, point):
    """Out of CBC's binary file, since its text has eight digits only; columns are named by their number."""
    with open(f"{point}.bin", "rb") as file:
        rows, columns, _ = struct.unpack("=iid", file.read(16))
        file.seek(16 + 16 * rows)
        values = array("d", file.read(8 * columns))
    write_point(point, [f"#{number}" for number in range(columns)], values)
