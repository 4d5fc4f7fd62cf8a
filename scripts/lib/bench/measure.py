"""One case after the other: scenario, `allocate`, model, peers, verdicts."""

import pathlib
import sys

from lib.bench import instance
from lib.bench.cases import PLAN
from lib.bench.process import SCRIPTS
from lib.bench.records import Run, relative_gap
from lib.bench.verdict import verdict

ROOT = SCRIPTS.parent
LEAST_PATIENCE = 10  # seconds that a peer has at least
TRIALS = 3  # seeds on which a peer has to be given up before it is asked no more


class Bench:
    """Runs everything, one process at a time, in a working folder; every run goes to the log at once."""

    def __init__(self, allocate, peers, log, folder):
        self.allocate, self.peers, self.log, self.folder = allocate, peers, log, pathlib.Path(folder)
        self.record = {}
        self.scenario, self.model, self.point = (self.folder / name for name in ("scenario.json", "model.mps", "point"))

    def keep(self, run):
        self.log.add(run)
        gap = "no gap" if run.gap == float("inf") else f"gap {run.gap:.4%}"
        print(f"{run.part} {run.name} seed {run.seed} goal {run.goal} limit {run.limit:g} s: {run.label} {run.status} "
              f"{run.search:.3f} s, whole {run.whole:.3f} s, {gap}, {run.peak_mib:.0f} MiB {run.verdict} {run.note}",
              file=sys.stderr, flush=True)
        return run

    # Generated scenarios

    def case(self, case, seed):
        """All runs of one seed of a case."""
        def blank(limit, solver, options=""):
            return Run(case.part, case.name, case.projects, case.counties, case.tightness, seed, 1, solver, options, limit, case.asked)

        instance.generate(case, seed, self.scenario)
        for limit in case.limits:
            ours = self.ours(blank(limit, "allocate"), self.scenario)
        if not case.has_peers or ours.status in ("infeasible", "failed"):
            return
        if not self.allocate.export(self.scenario, 1, self.model):
            raise RuntimeError(f"{case.name}, seed {seed}: no model exported")
        for peer in self.still_asked(case):
            for limit in case.limits:
                if case.patience:
                    limit = min(limit, max(LEAST_PATIENCE, case.patience * ours.whole))
                run = self.theirs(blank(limit, peer.title, peer.options), peer, ours, sense=1)
                self.record.setdefault((case, peer), []).append(run)

    def still_asked(self, case):
        """All peers, but those given up on all of the first seeds; never fewer than the best one."""
        past = {peer: self.record.get((case, peer), []) for peer in self.peers}
        if not case.patience or any(len(runs) < TRIALS for runs in past.values()):
            return self.peers
        best = min(self.peers, key=lambda peer: min(run.gap for run in past[peer]))
        return [peer for peer in self.peers if any(run.is_proved for run in past[peer])] or [best]

    def ours(self, run, scenario):
        """One run of `allocate`, of which the first goal counts."""
        outcome = self.allocate.solve(scenario, self.folder, run.limit, run.asked)
        if outcome.goals:
            run.value, run.bound = outcome.goals[0]["value"], outcome.goals[0]["bound"]
        run.status, run.gap, run.note = outcome.status, relative_gap(run.value, run.bound), outcome.note
        run.search, run.reading, run.whole = outcome.search, outcome.reading, outcome.whole
        run.cpu, run.peak_mib = outcome.cpu, outcome.peak_mib
        return self.keep(run)

    def theirs(self, run, peer, ours, sense, seed=None):
        """One run of a peer on the present model, beside what `allocate` proved of it."""
        for path in self.folder.glob("point*"):
            path.unlink()
        answer = peer.ask(self.model, self.point, run.limit, run.asked, seed)
        run.status, run.search, run.reading = answer.status, answer.seconds, answer.reading
        run.whole, run.cpu, run.peak_mib, run.note = answer.whole, answer.cpu, answer.peak_mib, answer.note
        # The model is to be minimised: where the goal is maximised, its objective is the goal's negative.
        run.value, run.bound = (None if number is None else -sense * number for number in (answer.value, answer.bound))
        broken = None
        if self.point.exists():
            _, checked = instance.facts(self.model, self.point)
            run.value, broken = -sense * checked["value"], checked["broken"]
            if broken:
                run.note = f"{run.note} e.g. {checked['first']}".strip()
        run.gap = relative_gap(run.value, run.bound)
        run.verdict = verdict(ours, run, broken, sense)
        return self.keep(run)

    # The plan of 2018

    def plan(self, repetitions, limit):
        """Every goal of the shipped plan, within `limit` seconds for all; peers get other random seeds every time."""
        scenario = ROOT / PLAN
        senses = self.allocate.senses(scenario)

        def blank(goal, repetition, solver, options=""):
            return Run("plan", PLAN, 237, 9, "", repetition, goal, solver, options, limit, 0.0)

        models = [self.folder / f"goal{number}.mps" for number in range(1, len(senses) + 1)]
        for number, model in enumerate(models, 1):
            if not self.allocate.export(scenario, number, model):
                raise RuntimeError(f"{PLAN}, goal {number}: no model exported")
        for repetition in range(1, repetitions + 1):
            # All goals in one run: the row of goal 0; the rows of single goals hold no times.
            outcome = self.allocate.solve(scenario, self.folder, limit)
            total = blank(0, repetition, "allocate")
            total.status, total.note, total.gap = outcome.status, outcome.note, 0.0 if outcome.status == "optimal" else float("inf")
            total.search, total.reading, total.whole = outcome.search, outcome.reading, outcome.whole
            total.cpu, total.peak_mib = outcome.cpu, outcome.peak_mib
            self.keep(total)
            for peer in self.peers:
                left = limit
                for number, (goal, sense, model) in enumerate(zip(outcome.goals, senses, models), 1):
                    ours = blank(number, repetition, "allocate")
                    ours.value, ours.bound, ours.status = goal["value"], goal["bound"], outcome.status
                    self.model = model
                    run = blank(number, repetition, peer.title, peer.options)
                    run.limit = left
                    if left < 0.1:
                        run.status, run.note = "none", "not asked: the time for all goals is used up"
                        self.keep(run)
                    else:
                        left -= self.theirs(run, peer, ours, sense, repetition).search
        self.model = self.folder / "model.mps"
