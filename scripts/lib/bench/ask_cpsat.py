"""Asks CP-SAT for the optimum of one model; see `asking`.

The rows and the objective go over as the whole numbers they are; the objective is divided by the greatest common
divisor of its coefficients, which leaves more room to the 64-bit integers that CP-SAT computes with.
"""

from ortools.sat.python import cp_model

from lib.bench.asking import answer, arguments, converted, ready, write_point
from lib.mps import Model

NO_BOUND = 2**62
STATUS = {
    cp_model.OPTIMAL: "optimal", cp_model.FEASIBLE: "feasible", cp_model.INFEASIBLE: "infeasible", cp_model.UNKNOWN: "none",
}


def translated(model, grain):
    """The same model for CP-SAT."""
    target = cp_model.CpModel()
    proto = target.proto
    columns = [target.new_int_var(low, high, "") for low, high in zip(model.lower, model.upper)]
    starts, entry_columns, entry_values = model.row_entries()
    for row, (low, high) in enumerate(zip(model.row_lower, model.row_upper)):
        linear = proto.constraints.add().linear
        linear.vars.extend(entry_columns[starts[row]:starts[row + 1]])
        linear.coeffs.extend(entry_values[starts[row]:starts[row + 1]])
        linear.domain.extend([-NO_BOUND if low is None else low, NO_BOUND if high is None else high])
    target.minimize(cp_model.LinearExpr.weighted_sum(
        [columns[number] for number in model.objective], [value // grain for value in model.objective.values()]))
    return target, columns


def main():
    asked = arguments()
    model = Model(asked.model)
    grain, constant, names = model.grain(), model.constant, model.column_names
    target, columns = translated(model, grain)
    del model
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.max_time_in_seconds = asked.limit
    parameters.relative_gap_limit = asked.gap
    if asked.seed is not None:
        parameters.random_seed = asked.seed
    for name, text in asked.set.items():
        setattr(parameters, name, converted(text, getattr(parameters, name)))
    since = ready()
    code = solver.solve(target)
    has_point = code in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    value = constant + grain * solver.objective_value if has_point else None
    bound = constant + grain * solver.best_objective_bound if code != cp_model.INFEASIBLE else None
    answer(since, STATUS.get(code, "none"), value, bound)
    if has_point:
        write_point(asked.point, names, map(solver.value, columns))


main()
