"""The solvers that `allocate` is compared with: how each is asked, and what it answered.

A peer is written NAME or NAME:OPTION=VALUE;OPTION=VALUE. Without options it gets those that measured best (`BEST`).
"""

from dataclasses import dataclass

from lib.bench import asking, cbc, glpsol, process

GRACE = 30  # seconds a peer may overrun its own time limit before it is ended

TITLES = {"highs": "HiGHS", "cbc": "CBC", "scip": "SCIP", "cpsat": "CP-SAT", "glpk": "GLPK"}
BEST = {
    "highs": "threads=1",
    "cbc": "",
    "scip": "",
    "cpsat": "num_workers=1;linearization_level=2",
    "glpk": "",
}
DEFAULT = ["highs", "cbc", "scip", "cpsat", "glpk", "glpk:pcost;bestp;cuts"]


@dataclass
class Answer:
    """What a peer answered about a model to be minimised.

    status: optimal (within the gap asked for), feasible, infeasible, none (no point), failed; value and bound: as it
    says, None if it has none; seconds: the search alone, reading: before it, whole: the whole process; cpu: processor
    seconds; peak_mib: largest resident memory; note: what went wrong.
    """

    status: str
    value: float | None
    bound: float | None
    seconds: float
    reading: float
    whole: float
    cpu: float
    peak_mib: float
    note: str = ""


class Peer:
    """One solver with one set of options."""

    def __init__(self, text):
        self.key, colon, options = text.partition(":")
        if self.key not in TITLES:
            raise ValueError(f"no peer '{self.key}'; there are {', '.join(TITLES)}")
        self.options = options if colon else BEST[self.key]
        self.title = TITLES[self.key]
        self.label = f"{self.title} ({self.options.replace(';', ', ')})" if self.options else self.title

    def pairs(self):
        return [option.partition("=")[::2] for option in self.options.split(";") if option]

    def ask(self, model, point, limit, gap, seed=None):
        """Asks for the optimum of an MPS file within `limit` seconds of search; the point goes to a file.

        gap: relative gap at which the peer may stop; seed: of the solver's own random choices, None for its default.
        """
        command, is_ready, read = self.way(model, point, limit, gap, seed)
        finished = process.run(command, limit + GRACE, is_ready)
        started = finished.first(is_ready)
        reading = started[0] if started else finished.seconds
        answer = read(finished, reading, point)
        note = "" if answer["status"] != "failed" else failure(finished)
        return Answer(answer["status"], answer["value"], answer["bound"], answer["seconds"], reading,
                      finished.seconds, finished.cpu, finished.peak_mib, note)

    def way(self, model, point, limit, gap, seed):
        """The command, what its line is when the model is read, and how its answer is read."""
        if self.key == "cbc":
            return cbc.command(model, point, limit, gap, seed, self.pairs()), cbc.is_ready, cbc.read
        if self.key == "glpk":
            return glpsol.command(model, point, limit, gap, seed, self.pairs()), glpsol.is_ready, glpsol.read
        command = process.python(f"lib.bench.ask_{self.key}", model, point, "--limit", limit, "--gap", gap)
        if seed is not None:
            command += ["--seed", str(seed)]
        for name, value in self.pairs():
            command += ["--set", f"{name}={value}"]
        return command, lambda line: line == "ready", read_python


def read_python(finished, reading, _):
    """The answer of one of the `ask_` programs."""
    answer = asking.read_answer(finished.lines)
    if answer:
        return answer
    seconds = finished.seconds - reading
    return {"status": "none" if finished.is_killed else "failed", "value": None, "bound": None, "seconds": seconds}


def failure(finished):
    """A few words on a peer that ended without an answer."""
    if finished.code == -9:
        return "killed by the system, probably for its memory"
    last = finished.lines[-1][1].strip() if finished.lines else ""
    return f"exit {finished.code} {last}"[:200]
