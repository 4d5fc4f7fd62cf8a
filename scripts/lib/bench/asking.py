"""What the programs that ask a peer share: their arguments, and the two lines by which they answer.

The line `ready` says that the model is read and the clock of the search starts; the line `answer {...}` has the keys
status (optimal, feasible, infeasible, none), value and bound (of the objective to be minimised; null if there is none)
and seconds (of the search alone). The point goes to a file of its own, one `name value` a line, zeros left out.
"""

import argparse
import json
import time


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("model", help="the model as MPS")
    parser.add_argument("point", help="file to write the point to")
    parser.add_argument("--limit", type=float, required=True, help="seconds")
    parser.add_argument("--gap", type=float, required=True, help="relative gap at which to stop")
    parser.add_argument("--seed", type=int, help="random seed of the solver")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="an option of the solver")
    options = parser.parse_args()
    options.set = {name: value for name, _, value in (text.partition("=") for text in options.set)}
    return options


def converted(text, like):
    """An option's value in the type of its present value."""
    if isinstance(like, bool):
        return text.lower() in ("true", "on", "1")
    return type(like)(text)


def ready():
    print("ready", flush=True)
    return time.perf_counter()


def answer(since, status, value, bound):
    """Prints the answer; `since` is what `ready` returned."""
    seconds = time.perf_counter() - since
    print("answer " + json.dumps({"status": status, "value": value, "bound": bound, "seconds": seconds}), flush=True)


def write_point(path, names, values):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(f"{name} {round(value)}\n" for name, value in zip(names, values) if round(value))


def read_answer(lines):
    """The answer among the lines of a child, or None."""
    text = next((text for _, text in lines if text.startswith("answer ")), None)
    return json.loads(text.removeprefix("answer ")) if text else None


def finite(number):
    """None for the infinities by which solvers say that they have no value."""
    return number if number is not None and abs(number) < 1e20 else None
