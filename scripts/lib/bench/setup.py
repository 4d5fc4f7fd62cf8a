"""What a benchmark was run on and with, so that anybody can run it again."""

import shlex
import subprocess
import sys

from lib.bench import machine
from lib.bench.process import SCRIPTS
from lib.bench.tables import spans


def setup(options, program):
    """Machine, versions, seeds, and every command, with paths below the repository only."""
    lines = machine.description() + [program.version() + ("" if options.allocate else commit())]
    lines += [f"{title}: {version}" for title, version in machine.versions(peer.key for peer in options.peers).items()]
    lines += ["", "scripts/bench " + shlex.join(without_paths(sys.argv[1:])), ""]
    for case in options.cases:
        seeds = options.huge_seeds if case.part == "huge" else options.seeds
        lines += [f"{case.name}, S = {spans(range(1, seeds + 1))}:",
                  f"  scripts/generate --projects {case.projects} --counties {case.counties} --seed S --tightness {case.tightness} "
                  "--goal investment > scenario.json"]
        lines += ["  " + shlex.join(["allocate", *program.command("scenario.json", "run", limit, case.asked)[1:]]) for limit in case.limits]
        if case.has_peers:
            lines.append("  allocate export scenario.json --goal 1 -o model.mps")
    lines += ["", "Every peer, with the limit L in seconds and the gap G of the case, in scripts/:"]
    lines += [f"  {peer.label}: {written(peer)}" for peer in options.peers]
    return "\n".join(lines) + "\n"


def written(peer):
    """A peer's command as text."""
    words = [str(word) for word in peer.way("model.mps", "point", 0.5, 0.25, None)[0]]
    words = ["python3" if word == sys.executable else {"0.5": "L", "1": "L", "0.25": "G"}.get(word, word) for word in words]
    return shlex.join(words)


def without_paths(words):
    """Arguments without the places of this machine."""
    skipped = {number + 1 for number, word in enumerate(words) if word in ("--out", "--allocate")}
    return [word for number, word in enumerate(words) if number not in skipped and word.split("=")[0] not in ("--out", "--allocate")]


def commit():
    """Of the repository, where there is one."""
    found = subprocess.run(["git", "-C", SCRIPTS, "describe", "--always", "--dirty"], capture_output=True, text=True, check=False)
    return f", commit {found.stdout.strip()}" if found.returncode == 0 else ""
