"""Facts of a model, and what a point is worth in it, in exact integers.

usage: python3 -m lib.bench.check_point MODEL [POINT...]

Prints one line of JSON for the model (columns, rows, entries, grain: the greatest common divisor of the objective), and
one for each point (value: of the objective to be minimised; broken: number of rows and bounds that it does not keep;
first: the name of one of them). A program of its own, so that the memory of a model is no longer held when the next
solver is measured.
"""

import json
import sys

from lib.mps import Model


def read_point(path, model):
    """A point as whole numbers, column by column; a column is named, or numbered from 0 after a `#`."""
    with open(path, encoding="utf-8") as lines:
        given = dict(line.split() for line in lines)
    if any(name.startswith("#") for name in given):
        return [int(given.get(f"#{number}", 0)) for number in range(len(model.column_names))]
    return [int(given.get(name, 0)) for name in model.column_names]


def main():
    model = Model(sys.argv[1])
    facts = {"columns": len(model.column_names), "rows": len(model.row_names), "entries": len(model.entry_rows)}
    print(json.dumps({**facts, "grain": model.grain()}))
    for path in sys.argv[2:]:
        point = read_point(path, model)
        broken = model.broken(point)
        print(json.dumps({"value": model.value(point), "broken": len(broken), "first": next(iter(broken), "")}))


main()
