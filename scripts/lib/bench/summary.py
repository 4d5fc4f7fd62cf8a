"""The figures that are aimed at, each beside what was measured."""

from lib.bench.numbers import Median, digits, percent, times
from lib.bench.tables import OURS, fastest_peer, grouped, power, ratios, table

PROOF_RATIO = 5  # times as fast as the fastest peer, 237 projects
PLAN_SECONDS = 0.5  # the shipped plan, from file to tables
LARGE_RATIO = 20  # times as fast as the fastest peer, from 10,000 projects
POWER = 1.2  # nearly linear
HUGE_GIB = 8
READING_SHARE = 0.5


def summary(runs):
    """A table: what, measured, reached."""
    rows = [row for part in (small, plan, mid, large, huge) for row in part([run for run in runs if run.part == part.__name__])]
    rows += growth([run for run in runs if run.part in ("large", "huge") and run.label == OURS])
    return table(["aim", "measured", "reached"], [[aim, measured, "yes" if is_reached else "no"] for aim, measured, is_reached in rows])


def sides(runs):
    """The runs of `allocate`, and those of the peers by label."""
    solvers = grouped(runs, lambda run: run.label)
    ours = solvers.pop(OURS, [])
    return ours, solvers


def against_fastest(runs):
    """Label of the fastest peer, and the ratio of its search to that of `allocate`."""
    ours, peers = sides(runs)
    if not peers:
        return None
    label, _ = fastest_peer(peers)
    return label, ratios(peers[label], ours, lambda run: run.search)


def ratio_rows(runs, aim, least):
    for name, group in grouped(runs, lambda run: run.name).items():
        if found := against_fastest(group):
            label, ratio = found
            yield f"{name}: {aim} at least {least} times as fast as the fastest peer", f"{ratio.text(times)} {label}", ratio.value >= least


def small(runs):
    return ratio_rows(runs, "proof of optimality", PROOF_RATIO)


def plan(runs):
    ours, peers = sides(runs)
    if not ours:
        return
    whole = Median([(run.whole, not run.is_proved) for run in ours])
    yield (f"{ours[0].name}: all goals proved, from file to tables, under {PLAN_SECONDS} s", f"{whole.text(digits)} s",
           not whole.is_least and whole.value < PLAN_SECONDS)
    totals = {label: Median([(sum(run.search for run in group), not all(run.is_proved for run in group))
                             for group in grouped(own, lambda run: run.seed).values()]) for label, own in peers.items()}
    if totals:
        label = min(totals, key=lambda label: (totals[label].is_least, totals[label].value))
        yield (f"{ours[0].name}: faster than the fastest peer solves all goals",
               f"{whole.text(digits)} s, {label} {totals[label].text(digits)} s", not whole.is_least and whole.value < totals[label].value)


def mid(runs):
    for (name, limit), group in grouped(runs, lambda run: (run.name, run.limit)).items():
        ours, peers = sides(group)
        gaps = {label: Median([(run.gap, False) for run in own]).value for label, own in peers.items()}
        if ours and gaps:
            mine = Median([(run.gap, False) for run in ours]).value
            label = min(gaps, key=gaps.get)
            yield (f"{name}: a smaller gap after {limit:g} s than every peer", f"{percent(mine)}, {label} {percent(gaps[label])}",
                   mine < gaps[label])


def large(runs):
    return ratio_rows(runs, "a proved gap of 0.01 %", LARGE_RATIO)


def huge(runs):
    for name, group in grouped(runs, lambda run: run.name).items():
        gap = Median([(run.gap, False) for run in group])
        yield f"{name}: a proved gap of {percent(group[0].asked)}", percent(gap.high), gap.high <= group[0].asked
        is_proved = all(run.is_proved for run in group)
        gib = max(run.peak_mib for run in group) / 1024
        yield f"{name}: less than {HUGE_GIB} GiB", f"{gib:.2f} GiB", is_proved and gib < HUGE_GIB
        share = Median([(run.reading / run.whole, False) for run in group]).value
        yield f"{name}: reading the file is not the larger part", f"{share:.0%}", is_proved and share < READING_SHARE


def growth(ours):
    for size in sorted({run.projects for run in ours})[1:]:
        whole = Median([(run.whole, False) for run in ours if run.projects == size]).value
        exponent = power(size, whole, ours)
        is_known = exponent != "–"
        yield (f"{size:,} projects: time grows nearly linearly", f"projects^{exponent}" if is_known else "no proof",
               is_known and float(exponent) <= POWER)
