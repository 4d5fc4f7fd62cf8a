"""`allocate` under the same clock as its peers.

It is run as anybody runs it, from the scenario file to the written tables. `search` is what its own timing.json calls
goals: the model is built from the scenario, and every goal is searched and proved. The peers get the model ready made.
That the selection is the only one, and the breaking of ties, which no peer is asked for, count in `whole` alone.
"""

import json
import pathlib
import shutil
import subprocess
from dataclasses import dataclass

from lib.bench import process

GRACE = 120  # seconds for reading, accounting and writing, beyond the limit of the search
STATUS = {0: "optimal", 10: "infeasible", 11: "feasible", 12: "none"}


@dataclass
class Outcome:
    """status as in `records.Run`; goals: objects with value, bound, proved; times in seconds."""

    status: str
    goals: list
    search: float
    reading: float
    whole: float
    cpu: float
    peak_mib: float
    note: str


class Allocate:
    """The program, with the options that every run of it gets."""

    def __init__(self, program, threads=None):
        self.program = str(program)
        self.threads = threads

    def version(self):
        return process.run([self.program, "--version"], 60).lines[0][1]

    def command(self, scenario, out, limit, gap):
        words = [self.program, "solve", str(scenario), "--out", str(out)]
        if self.threads:
            words += ["--threads", str(self.threads)]
        if limit:
            words += ["--time-limit", str(round(limit))]
        return words + (["--gap", f"{gap * 100:g}%"] if gap else [])

    def solve(self, scenario, folder, limit=None, gap=0.0):
        """Solves a scenario into a run directory in `folder`, reads its facts, and removes it.

        limit: seconds of search, None for as long as it takes; gap: relative gap at which it may stop.
        """
        out = pathlib.Path(folder) / "run"
        shutil.rmtree(out, ignore_errors=True)
        finished = process.run(self.command(scenario, out, limit, gap), (limit or 86400) + GRACE)
        goals, times = [], {}
        if (out / "manifest.json").exists():
            goals = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["goals"]
            times = json.loads((out / "timing.json").read_text(encoding="utf-8"))
        shutil.rmtree(out, ignore_errors=True)
        status = STATUS.get(finished.code, "failed")
        note = "" if status != "failed" else f"exit {finished.code} {finished.lines[-1][1] if finished.lines else ''}"[:200]
        if status == "feasible" and gap and is_within(goals, gap):
            status = "optimal"
        return Outcome(status, goals, search_ms(times, finished) / 1000, times.get("read_ms", 0) / 1000,
                       finished.seconds, finished.cpu, finished.peak_mib, note)

    def senses(self, scenario):
        """Of every goal 1 where it is maximised, -1 where it is minimised."""
        command = [self.program, "solve", str(scenario), "--no-write", "--format", "json"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return [1 if goal["sense"] == "maximize" else -1 for goal in json.loads(text)["goals"]]

    def export(self, scenario, goal, model):
        """Writes the model of one goal; returns whether there is one."""
        return process.run([self.program, "export", str(scenario), "--goal", str(goal), "-o", str(model)], 86400).code == 0


def search_ms(times, finished):
    """Milliseconds until the last goal was proved, or, if one was not, of the whole search."""
    return times.get("goals_ms", times.get("solve_ms", finished.seconds * 1000))


def is_within(goals, gap):
    """Whether the bound of every goal is that near to its value."""
    return all(
        goal["bound"] is not None and abs(goal["bound"] - goal["value"]) <= gap * max(1, abs(goal["value"])) for goal in goals)
