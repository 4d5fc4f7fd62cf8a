"""Asks SCIP for the optimum of one model; see `asking`."""

import pyscipopt

from lib.bench.asking import answer, arguments, converted, finite, ready, write_point

STATUS = {"optimal": "optimal", "gaplimit": "optimal", "infeasible": "infeasible"}
# Not parameters but calls: `emphasis=easycip`, `presolving=fast`, `heuristics=aggressive`, `separating=off`.
EMPHASIS = {"easycip": "EASYCIP", "feasibility": "FEASIBILITY", "optimality": "OPTIMALITY", "numerics": "NUMERICS"}
AMOUNT = {"fast": "FAST", "aggressive": "AGGRESSIVE", "off": "OFF"}


def apply(model, name, text):
    """One option."""
    if name == "emphasis":
        model.setEmphasis(getattr(pyscipopt.SCIP_PARAMEMPHASIS, EMPHASIS[text]))
    elif name in ("presolving", "heuristics", "separating"):
        change = {"presolving": model.setPresolve, "heuristics": model.setHeuristics, "separating": model.setSeparating}[name]
        change(getattr(pyscipopt.SCIP_PARAMSETTING, AMOUNT[text]))
    else:
        model.setParam(name, converted(text, model.getParam(name)))


def main():
    asked = arguments()
    model = pyscipopt.Model()
    model.hideOutput()
    is_concurrent = bool(asked.set.pop("concurrent", ""))
    for name, text in asked.set.items():
        apply(model, name, text)
    model.setParam("limits/time", asked.limit)
    model.setParam("limits/gap", asked.gap)
    if asked.seed is not None:
        model.setParam("randomization/randomseedshift", asked.seed)
    model.readProblem(asked.model)
    since = ready()
    if is_concurrent:
        model.solveConcurrent()
    else:
        model.optimize()
    has_point = model.getNSols() > 0
    status = STATUS.get(model.getStatus(), "feasible" if has_point else "none")
    answer(since, status, model.getPrimalbound() if has_point else None, finite(model.getDualbound()))
    if has_point:
        best, columns = model.getBestSol(), model.getVars()
        write_point(asked.point, [column.name for column in columns], [best[column] for column in columns])


main()
