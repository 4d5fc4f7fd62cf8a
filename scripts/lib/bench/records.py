"""One row for every run of a solver, kept as CSV while the benchmark goes on."""

import csv
from dataclasses import asdict, dataclass, fields


@dataclass
class Run:
    """One run of one solver.

    part: small, plan, mid, large or huge; name: the case; tightness: as given to scripts/generate; goal: its number;
    limit: seconds of search allowed; asked: relative gap at which the solver might stop.
    status: optimal (proved within the gap asked for), feasible, infeasible, none (no plan), failed.
    value, bound: of the goal, in its own sense, smallest units; value of the point in exact integers; gap: relative,
    inf without a plan or bound. search: seconds of search alone; whole: seconds of the whole process; reading: seconds
    before the search; cpu: processor seconds; peak_mib: largest resident memory. verdict: the answer beside that of
    `allocate`; note: whatever else is to be known.
    """

    part: str
    name: str
    projects: int
    counties: int
    tightness: str
    seed: int
    goal: int
    solver: str
    options: str
    limit: float
    asked: float
    status: str = ""
    value: float | None = None
    bound: float | None = None
    gap: float = float("inf")
    search: float = 0.0
    whole: float = 0.0
    reading: float = 0.0
    cpu: float = 0.0
    peak_mib: float = 0.0
    verdict: str = ""
    note: str = ""

    @property
    def label(self):
        return f"{self.solver} ({self.options.replace(';', ', ')})" if self.options else self.solver

    @property
    def is_proved(self):
        return self.status == "optimal"


def relative_gap(value, bound):
    """|bound − value| as a share of the value; inf if one of them is missing."""
    if value is None or bound is None:
        return float("inf")
    return abs(bound - value) / max(1, abs(value))


class Log:
    """The file of all runs; every row is written as soon as it is there."""

    NAMES = [field.name for field in fields(Run)]

    def __init__(self, path):
        self.file = open(path, "w", encoding="utf-8", newline="")
        self.writer = csv.DictWriter(self.file, self.NAMES, lineterminator="\n")
        self.writer.writeheader()

    def add(self, run):
        row = asdict(run)
        for name in ("search", "whole", "reading", "cpu"):
            row[name] = f"{row[name]:.3f}"
        row["peak_mib"] = f"{run.peak_mib:.0f}"
        self.writer.writerow({name: "" if value is None else value for name, value in row.items()})
        self.file.flush()


def read(path):
    """The runs of a file."""
    kinds = {"int": int, "float": float, "str": str}
    runs = []
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            values = {}
            for field in fields(Run):
                text = row[field.name]
                if field.type == float | None:
                    values[field.name] = number(text) if text else None
                else:
                    values[field.name] = kinds[field.type.__name__](text)
            runs.append(Run(**values))
    return runs


def number(text):
    """A whole number stays whole: values are compared exactly."""
    return int(text) if text.lstrip("-").isdigit() else float(text)
