"""The scenario of one case and seed, and the model that its peers are given."""

import json
import subprocess
import sys

from lib.bench import process
from lib.bench.process import SCRIPTS


def generate(case, seed, path):
    """Writes a scenario as scripts/generate does."""
    with open(path, "wb") as out:
        subprocess.run([sys.executable, *generate_command(case, seed)], stdout=out, check=True)


def generate_command(case, seed):
    return [str(SCRIPTS / "generate"), "--projects", str(case.projects), "--counties", str(case.counties), "--seed", str(seed),
            "--tightness", case.tightness, "--goal", "investment"]


def facts(model, *points):
    """What `check_point` says of a model and of points: one object each."""
    finished = process.run(process.python("lib.bench.check_point", model, *points), 86400)
    if finished.code:
        raise RuntimeError("\n".join(text for _, text in finished.lines))
    return [json.loads(text) for _, text in finished.lines]
