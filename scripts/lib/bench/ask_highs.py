"""Asks HiGHS for the optimum of one model; see `asking`."""

import highspy

from lib.bench.asking import answer, arguments, converted, finite, ready, write_point

STATUS = {
    highspy.HighsModelStatus.kOptimal: "optimal",
    highspy.HighsModelStatus.kInfeasible: "infeasible",
}


def main():
    asked = arguments()
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    options = {"mip_rel_gap": asked.gap, "mip_abs_gap": 0.0, "time_limit": asked.limit}
    if asked.seed is not None:
        options["random_seed"] = asked.seed
    for name, value in options.items():
        highs.setOptionValue(name, value)
    for name, text in asked.set.items():
        highs.setOptionValue(name, converted(text, highs.getOptionValue(name)[1]))
    highs.readModel(asked.model)
    since = ready()
    highs.run()
    info = highs.getInfo()
    has_point = info.primal_solution_status == 2
    status = STATUS.get(highs.getModelStatus(), "feasible" if has_point else "none")
    answer(since, status, info.objective_function_value if has_point else None, finite(info.mip_dual_bound))
    if has_point:
        write_point(asked.point, highs.getLp().col_names_, highs.getSolution().col_value)


main()
