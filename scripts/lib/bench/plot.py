"""The picture of a benchmark: times to proof, gaps at time limits, time against size; as SVG and as PNG."""

import math

import matplotlib

matplotlib.use("Agg")
matplotlib.rcParams.update({
    "svg.hashsalt": "allocate", "font.size": 9, "axes.titlesize": 10, "axes.spines.top": False, "axes.spines.right": False,
    "hatch.linewidth": 0.8,
})

from matplotlib import patches, pyplot, ticker  # noqa: E402

from lib.bench.numbers import Median, digits  # noqa: E402
from lib.bench.tables import OURS, grouped  # noqa: E402

COLOURS = {OURS: "#c1272d", "HiGHS": "#0072b2", "CBC": "#009e73", "SCIP": "#e69f00", "CP-SAT": "#8a5bb0", "GLPK": "#555555"}
MARKERS = {OURS: "o", "HiGHS": "s", "CBC": "^", "SCIP": "D", "CP-SAT": "v", "GLPK": "P"}
PALE = 0.45  # of the colour is left for a solver's second set of options
LEAST, MOST = 1e-4, 100  # per cent; gaps beyond are drawn there, and what is written at the bar says what they are


class Look:
    """Colour, marker and name of every solver in some runs; `allocate` first."""

    def __init__(self, runs):
        self.labels = sorted(grouped(runs, lambda run: run.label), key=lambda label: label != OURS)
        self.colour, self.marker, self.name, self.is_second = {}, {}, {}, {}
        for label in self.labels:
            solver, _, options = label.partition(" (")
            same = [other for other in self.labels if other.split(" (")[0] == solver]
            red, green, blue = matplotlib.colors.to_rgb(COLOURS.get(solver, "black"))
            self.is_second[label] = label != same[0]
            share = PALE if self.is_second[label] else 1
            self.colour[label] = tuple(1 - share * (1 - part) for part in (red, green, blue))
            self.marker[label] = MARKERS.get(solver, "x")
            self.name[label] = solver if len(same) == 1 else f"{solver} ({options.rstrip(')') or 'default'})".replace(", ", " ")


def draw(runs, folder):
    """Writes plot.svg and plot.png with a panel for each thing that was measured."""
    look = Look(runs)
    panels = [(panel, chosen) for panel, parts in (
        (proofs, ("small", "plan")), (gaps, ("mid",)), (sizes, ("large", "huge")),
    ) if (chosen := [run for run in runs if run.part in parts])]
    if not panels:
        return
    figure, axes = pyplot.subplots(1, len(panels), figsize=(5.4 * len(panels), 5), squeeze=False, layout="constrained")
    for (panel, chosen), axis in zip(panels, axes[0]):
        panel(axis, chosen, look)
    legend = [patches.Patch(color=look.colour[label], label=look.name[label]) for label in look.labels]
    legend.append(patches.Patch(facecolor="white", edgecolor="black", hatch="////", label="not reached in time"))
    figure.legend(handles=legend, loc="outside lower center", ncols=8 if len(panels) > 1 else 4, frameon=False)
    figure.savefig(folder / "plot.svg", metadata={"Date": None})
    figure.savefig(folder / "plot.png", dpi=150)


def plain(axis):
    """Numbers, not powers of ten, at the ticks of a log axis."""
    axis.set_major_formatter(ticker.FuncFormatter(lambda value, _: f"{value:,.0f}" if value >= 1 else f"{value:g}"))
    axis.set_minor_formatter(ticker.NullFormatter())


# Times to proof

def proofs(axis, runs, look):
    """Bars of the time to proof: one group a case."""
    names = list(grouped(runs, lambda run: run.name))
    labels = [label for label in look.labels if any(run.label == label for run in runs)]
    height = 0.86 / len(labels)
    for place, label in enumerate(labels):
        for row, name in enumerate(names):
            seeds = grouped([run for run in runs if run.label == label and run.name == name], lambda run: run.seed).values()
            if seeds:
                y = row + (place - (len(labels) - 1) / 2) * height
                bar(axis, y, height, time_to_proof(seeds), look.colour[label], look.name[label])
    axis.set_xscale("log")
    low, high = axis.get_xlim()
    axis.set_xlim(low, high * (high / low) ** 0.55)
    plain(axis.xaxis)
    axis.set_yticks(range(len(names)), [caption(name) for name in names], rotation=90, va="center")
    axis.tick_params(axis="y", length=0)
    axis.invert_yaxis()
    axis.set_xlabel("seconds of search: median, and line from the fastest to the slowest seed")
    axis.set_title("Time to the proof of optimality")


def time_to_proof(seeds):
    """Seconds, the goals of one seed added up."""
    return Median([(sum(run.search for run in group), not all(run.is_proved for run in group)) for group in seeds])


def bar(axis, y, height, time, colour, name):
    axis.barh(y, time.value, height * 0.88, color=colour, hatch="////" if time.is_least else None, edgecolor="white")
    axis.plot([max(time.low, 1e-3), time.high], [y, y], color="black", linewidth=0.9, alpha=0.7, solid_capstyle="butt")
    axis.annotate(f"{name}  {time.text(digits)}", (max(time.value, time.high), y), xytext=(5, 0), textcoords="offset points",
                  va="center", fontsize=8)


def caption(name):
    return f"{name}\nprojects × counties" if "×" in name else f"{name}\nall goals"


# Gaps at limits

def gaps(axis, runs, look):
    """Bars of the proved gap at every limit."""
    labels = [label for label in look.labels if any(run.label == label for run in runs)]
    limits = sorted({run.limit for run in runs})
    width = 0.86 / len(labels)
    for place, label in enumerate(labels):
        for group, limit in enumerate(limits):
            own = [(run.gap, False) for run in runs if run.label == label and run.limit == limit]
            if not own:
                continue
            gap = Median(own).value * 100
            x = group + (place - (len(labels) - 1) / 2) * width
            shown = min(max(gap, LEAST), MOST)
            axis.bar(x, shown, width * 0.88, color=look.colour[label], hatch="////" if gap == math.inf else None, edgecolor="white")
            text = "0, proved" if gap < 1e-9 else "no plan" if gap == math.inf else f"{gap:.0f} %" if gap >= 10 else f"{gap:.2g} %"
            axis.annotate(text, (x, shown), xytext=(0, 4), textcoords="offset points", ha="center", fontsize=8, rotation=90)
    axis.set_yscale("log")
    axis.set_ylim(LEAST * 0.6, MOST * 12)
    axis.set_yticks([10.0**power for power in range(-4, 3)])
    plain(axis.yaxis)
    axis.set_xticks(range(len(limits)), [f"{limit:g} s" for limit in limits])
    axis.tick_params(axis="x", length=0)
    axis.set_xlabel("time limit")
    axis.set_ylabel("proved gap, %, median")
    axis.set_title(f"Proved gap at a time limit, {runs[0].name} (projects × counties)")


# Growth

def sizes(axis, runs, look):
    """Lines of time against the number of projects; hollow with an arrow where the gap was not reached in time."""
    for label in look.labels:
        own = [run for run in runs if run.label == label]
        if not own:
            continue
        colour, is_ours = look.colour[label], label == OURS
        points = [(projects, Median([(run.search, not run.is_proved) for run in group]))
                  for projects, group in sorted(grouped(own, lambda run: run.projects).items())]
        axis.plot([x for x, _ in points], [time.value for _, time in points], color=colour, linewidth=2.4 if is_ours else 1.3,
                  linestyle="--" if look.is_second[label] else "-", zorder=4 if is_ours else 3)
        for x, time in points:
            # Peers that were given up at the same moment would hide each other.
            x *= 1 + 0.05 * look.labels.index(label) if time.is_least else 1
            axis.plot(x, time.value, marker=look.marker[label], color=colour, markersize=6.5, zorder=6,
                      markerfacecolor="white" if time.is_least else colour)
            if time.is_least:
                axis.annotate("", (x, time.value * 1.9), (x, time.value), zorder=5,
                              arrowprops={"arrowstyle": "->", "color": colour, "shrinkA": 4, "shrinkB": 0})
        if is_ours:
            whole = [Median([(run.whole, False) for run in own if run.projects == x]).value for x, _ in points]
            axis.plot([x for x, _ in points], whole, color=colour, linewidth=1.2, linestyle=":", marker=".", zorder=4)
            axis.annotate("allocate, from file to tables", (points[-1][0], whole[-1]), xytext=(-6, 8), textcoords="offset points",
                          ha="right", fontsize=8, color=colour)
            linear(axis, points)
    axis.set_xscale("log")
    axis.set_yscale("log")
    low, high = axis.get_ylim()
    axis.set_ylim(low, high * 1.6)
    plain(axis.xaxis)
    plain(axis.yaxis)
    axis.grid(True, which="major", alpha=0.25, linewidth=0.5)
    axis.set_xlabel("projects")
    axis.set_ylabel("seconds of search, median (hollow, ↑: not reached in time)")
    asked = sorted({(run.asked, run.part) for run in runs})
    words = {"large": "", "huge": f" (beyond {max((run.projects for run in runs if run.part == 'large'), default=0):,}: {{}})"}
    axis.set_title("Time to a proved gap of " + "".join(words[part].format(f"{gap * 100:g} %") or f"{gap * 100:g} %" for gap, part in asked))


def linear(axis, points):
    """A thin line of slope 1 below the times of `allocate`."""
    (low, time), high = points[0], points[-1][0]
    if high > low:
        start = time.value * 0.5
        axis.plot([low, high], [start, start * high / low], color="black", linewidth=0.7, alpha=0.6, linestyle=(0, (6, 4)))
        axis.annotate("linear", (high, start * high / low), xytext=(-4, -10), textcoords="offset points", ha="right", fontsize=8, alpha=0.7)
