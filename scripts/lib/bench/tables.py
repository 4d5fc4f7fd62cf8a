"""The tables of a benchmark, in Markdown, out of its runs."""

import math
from collections import Counter

from lib.bench.numbers import Median, digits, percent, times

OURS = "allocate"


def grouped(runs, key):
    """Runs by a key, in the order in which keys first occur."""
    groups = {}
    for run in runs:
        groups.setdefault(key(run), []).append(run)
    return groups


def table(head, rows):
    """A Markdown table, columns as wide as their widest cell."""
    cells = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    widths = [max(len(str(row[column])) for row in cells) for column in range(len(head))]
    return ["| " + " | ".join(str(cell).ljust(width) for cell, width in zip(row, widths)) + " |" for row in cells] + [""]


def peak(runs):
    return f"{max(run.peak_mib for run in runs):,.0f}"


def answers(runs):
    """How the peers' answers stand beside those of `allocate`, counted."""
    counts = Counter(run.verdict.split(" (")[0].split(":")[0] for run in runs if run.verdict)
    return ", ".join(f"{count} {words}" for words, count in counts.items()) or "–"


def ratios(theirs, ours, time):
    """How many times longer a peer took, seed by seed; 0 where `allocate` has no proof."""
    by_seed = {run.seed: run for run in ours}
    return Median([
        (run.search / max(time(mine), 0.001), not run.is_proved) if mine.is_proved else (0.0, False)
        for run in theirs if (mine := by_seed.get(run.seed))
    ])


def fastest_of_all(peers):
    """A peer that does not exist: seed by seed whichever was first."""
    by_seed = grouped([run for runs in peers.values() for run in runs], lambda run: run.seed)
    return [min(runs, key=lambda run: (not run.is_proved, run.search)) for runs in by_seed.values()]


def proof_rows(runs):
    """One row a solver: how long it took to prove what was asked for."""
    solvers = grouped(runs, lambda run: run.label)
    ours = solvers.get(OURS, [])
    peers = {label: group for label, group in solvers.items() if label != OURS}
    if len(peers) > 1:
        solvers["*first peer of each seed*"] = fastest_of_all(peers)
    for label, group in solvers.items():
        search = Median([(run.search, not run.is_proved) for run in group])
        row = [label, f"{sum(run.is_proved for run in group)} of {len(group)}", search.text(digits),
               f"{digits(search.low)} – {digits(search.high)}", Median([(run.whole, False) for run in group]).text(digits),
               percent(Median([(run.gap, False) for run in group]).value)]
        if label == OURS:
            row += ["1", "–"]
        else:
            row += [ratios(group, ours, lambda run: run.search).text(times), ratios(group, ours, lambda run: run.whole).text(times)]
        yield row + [peak(group), answers(group)]


PROOF_HEAD = ["solver", "proved", "search s, median", "range", "whole s, median", "gap left, median", "÷ search of allocate",
              "÷ whole of allocate", "peak MiB", "answers"]


def fastest(runs):
    """In words: the fastest peer by its median, and how much faster `allocate` is."""
    solvers = grouped(runs, lambda run: run.label)
    ours = solvers.pop(OURS, [])
    if not solvers or not ours:
        return []
    label, time = fastest_peer(solvers)
    ratio = ratios(solvers[label], ours, lambda run: run.search)
    whole = ratios(solvers[label], ours, lambda run: run.whole)
    words = f"Fastest peer by its median: {label}, {time.text(digits)} s. "
    if not ratio.value:
        return [words + "`allocate` did not come to a proof.", ""]
    return [words + f"It takes {ratio.text(times)} the search of `allocate`, {whole.text(times)} all its time from file to tables "
            "(medians over seeds).", ""]


def fastest_peer(solvers):
    """Label and median time of the fastest; where none came to a proof, of the one that was nearest to it."""
    medians = {label: Median([(run.search, not run.is_proved) for run in group]) for label, group in solvers.items()}
    gaps = {label: Median([(run.gap, False) for run in group]).value for label, group in solvers.items()}
    label = min(medians, key=lambda label: (medians[label].is_least, gaps[label] if medians[label].is_least else 0, medians[label].value))
    return label, medians[label]


def proofs(runs):
    """Tables of time to proof, one a case."""
    lines = []
    for (name, asked), group in grouped(runs, lambda run: (run.name, run.asked)).items():
        what = f"time to a proved gap of {percent(asked)}" if asked else "time to the proof of optimality"
        lines += [f"### {name}: {what}", "", facts(group), ""]
        lines += table(PROOF_HEAD, proof_rows(group)) + fastest(group)
    return lines


def facts(runs):
    first = runs[0]
    seeds = sorted({run.seed for run in runs})
    limits = sorted({run.limit for run in runs})
    limit = f"{limits[0]:g} s" if len(limits) == 1 else f"{limits[0]:.1f} to {limits[-1]:.1f} s"
    left_out = sorted({run.seed for run in runs if run.status == "infeasible" and run.label == OURS})
    return (f"Seeds {spans(seeds)}" + (f" (infeasible: {spans(left_out)})" if left_out else "")
            + (f", tightness {first.tightness}" if first.tightness else "") + f", time limit {limit}.")


def spans(numbers):
    """1, 2, 3, 7 as 1–3, 7."""
    parts = []
    for number in numbers:
        if parts and number == parts[-1][1] + 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return ", ".join(f"{low}" if low == high else f"{low}–{high}" for low, high in parts)


def gaps(runs):
    """Table of the gap at every limit."""
    lines = []
    for name, group in grouped(runs, lambda run: run.name).items():
        limits = sorted({run.limit for run in group})
        by_solver = grouped(group, lambda run: run.label)
        ours = {(run.seed, run.limit): run for run in by_solver.get(OURS, [])}
        head = ["solver"]
        for limit in limits:
            head += [f"gap at {limit:g} s, median (worst)", "÷ allocate", "late"]
        rows = []
        for label, own in by_solver.items():
            row = [label]
            for limit in limits:
                at = [run for run in own if run.limit == limit]
                gap = Median([(run.gap, False) for run in at])
                row += [f"{percent(gap.value)} ({percent(gap.high)})", "1" if label == OURS else gap_ratio(at, ours), late(at)]
            rows.append(row + [f"{sum(run.is_proved for run in own if run.limit == limits[-1])}", peak(own), answers(own)])
        lines += [f"### {name}: proved gap at a time limit", "", facts(group), ""]
        lines += table(head + [f"proved in {limits[-1]:g} s", "peak MiB", "answers"], rows)
    return lines


def gap_ratio(runs, ours):
    """Median of the peer's gap over that of `allocate`, and at how many seeds the peer's is larger."""
    pairs = [(run.gap, ours[run.seed, run.limit].gap) for run in runs if (run.seed, run.limit) in ours]
    quotients = [1.0 if theirs == mine else math.inf if mine == 0 else theirs / mine for theirs, mine in pairs]
    larger = sum(theirs > mine for theirs, mine in pairs)
    return f"{Median([(value, False) for value in quotients]).text(times)}, larger {larger} of {len(pairs)}"


def late(runs):
    """How many seconds after the limit the answer came, at the worst."""
    over = max(run.search - run.limit for run in runs)
    return f"+{over:.1f} s" if over > 0.1 else "–"


def plan(runs):
    """Table of the shipped plan: all goals, one after the other."""
    if not runs:
        return []
    rows, mine = [], None
    goals = len({run.goal for run in runs} - {0})
    for label, own in grouped(runs, lambda run: run.label).items():
        repetitions = list(grouped(own, lambda run: run.seed).values())
        search = Median([(sum(run.search for run in group), not all(run.is_proved for run in group)) for group in repetitions])
        whole = Median([(sum(run.whole for run in group), False) for group in repetitions])
        proved = Median([(sum(run.is_proved for run in group), False) for group in repetitions]).value
        if label == OURS:
            mine, proved = (search.value, whole.value), goals if all(run.is_proved for run in own) else 0
        row = [label, f"{proved:g} of {goals}", search.text(digits), f"{digits(search.low)} – {digits(search.high)}",
               whole.text(digits)]
        if mine:
            row += ["1", "–"] if label == OURS else [f"{'≥ ' if search.is_least else ''}{times(search.value / value)}" for value in mine]
        rows.append(row + [peak(own), answers(own)])
    head = ["solver", "goals proved", "search s, median", "range", "whole s, median", "÷ search of allocate", "÷ whole of allocate",
            "peak MiB", "answers"]
    name, limit = runs[0].name, max(run.limit for run in runs)
    return [f"### {name}: all goals, each with the earlier ones locked", "",
            f"{len({run.seed for run in runs})} repetitions, in which the peers get other random seeds; times of the goals added up. "
            f"{limit:g} s for all goals. `allocate` also breaks ties, and its whole time includes reading and writing all tables.", "", *table(head, rows)]


def alone(runs):
    """Table of `allocate` by itself: how time and memory grow."""
    ours = [run for run in runs if run.label == OURS and run.part in ("large", "huge")]
    if not ours:
        return []
    rows = []
    for name, group in grouped(sorted(ours, key=lambda run: run.projects), lambda run: run.name).items():
        projects = group[0].projects
        search, whole, reading = (
            Median([(getattr(run, what), False) for run in group]).value for what in ("search", "whole", "reading"))
        gap = Median([(run.gap, False) for run in group])
        rows.append([name, f"{len(group)}", f"{sum(run.is_proved for run in group)}", percent(group[0].asked),
                     f"{percent(gap.value)} ({percent(gap.high)})", digits(search), digits(reading), f"{reading / whole:.0%}",
                     digits(whole), power(projects, whole, ours), f"{max(run.peak_mib for run in group) / 1024:.2f}"])
    head = ["projects × counties", "runs", "proved", "gap asked", "gap, median (worst)", "search s", "reading s", "reading, share",
            "whole s", "power", "peak GiB"]
    return ["### allocate alone: how time and memory grow", "",
            "Medians; power: the exponent k with which the whole time grew as projects^k since the size before.", "", *table(head, rows)]


def power(projects, whole, ours):
    """The exponent with which the time grew since the next smaller size."""
    size = max((run.projects for run in ours if run.projects < projects), default=None)
    if not size or not all(run.is_proved for run in ours if run.projects in (projects, size)):
        return "–"
    before = Median([(run.whole, False) for run in ours if run.projects == size]).value
    return f"{math.log(whole / before) / math.log(projects / size):.2f}"


def disagreements(runs):
    """Every answer that does not agree, one by one."""
    bad = [run for run in runs if run.verdict.startswith(("DIFFERENT", "ILLEGAL")) or run.status == "failed"]
    if not bad:
        return ["### Disagreements", "", "None: every point keeps every row in exact integers, and no two proofs contradict.", ""]
    lines = [f"- {run.name}, seed {run.seed}, goal {run.goal}, {run.limit:g} s, {run.label}: {run.verdict or run.status} {run.note}".rstrip()
             for run in bad]
    return ["### Disagreements", "", *lines, ""]


def report(runs):
    """All tables."""
    def part(name):
        return [run for run in runs if run.part == name]

    return "\n".join(
        proofs(part("small")) + plan(part("plan")) + gaps(part("mid")) + proofs(part("large")) + alone(runs) + disagreements(runs))
