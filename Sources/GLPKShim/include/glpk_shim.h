/// The only code that sees <glpk.h>: linear programs in, numbers out, and no way for GLPK to end the process.
///
/// Every call into GLPK is guarded by itself: a fatal error inside GLPK jumps back to the call, frees GLPK's environment of
/// this thread and returns GLPK_SHIM_FATAL; every problem of the thread is dead from then on and says so. No caller's frame
/// lies between a jump and its target. A problem belongs to the thread that made it.
#ifndef GLPK_SHIM_H
#define GLPK_SHIM_H

#include <stdbool.h>

/// What a call reports.
enum glpk_shim_code {
  GLPK_SHIM_OK = 0,
  /// The iteration limit was reached, or there is nothing to read; the problem is still good.
  GLPK_SHIM_STOPPED = 1,
  /// A fatal error inside GLPK; see glpk_shim_last_error().
  GLPK_SHIM_FATAL = 2,
  /// The problem died in an earlier fatal error of this thread, or belongs to another thread.
  GLPK_SHIM_DEAD = 3,
  /// No memory for the handle.
  GLPK_SHIM_NO_MEMORY = 4,
  /// The method gave up (singular basis, loss of precision); the problem is still good.
  GLPK_SHIM_GAVE_UP = 5,
  /// The objective cannot reach the cutoff.
  GLPK_SHIM_CUT_OFF = 6,
};

/// What is known of the last basis.
enum glpk_shim_status {
  GLPK_SHIM_UNDEFINED = 0,
  GLPK_SHIM_OPTIMAL = 1,
  GLPK_SHIM_INFEASIBLE = 2,
  GLPK_SHIM_UNBOUNDED = 3,
};

/// A linear program kept alive between solves.
typedef struct glpk_shim_problem glpk_shim_problem;

/// Loads a program: `rows` x `columns`, `entries` triplets (indices from 0), bounds (infinite where not finite), to be maximised.
int glpk_shim_create(int rows, int columns, int entries, const int *row, const int *column,
                     const double *value, const double *row_lower, const double *row_upper,
                     const double *column_lower, const double *column_upper,
                     glpk_shim_problem **problem);

/// How to solve.
typedef enum {
  GLPK_SHIM_DUAL,
  GLPK_SHIM_PRIMAL,
  GLPK_SHIM_FROM_SCRATCH,
} glpk_shim_method;

/// Sets the objective, one coefficient per column.
int glpk_shim_set_objective(glpk_shim_problem *problem, const double *coefficients);

/// Sets the objective coefficient of one column (from 0).
int glpk_shim_set_column_objective(glpk_shim_problem *problem, int column, double coefficient);

/// Sets the bounds of one column (from 0).
int glpk_shim_set_column_bounds(glpk_shim_problem *problem, int column, double lower, double upper);

/// Adds columns at the end: bounds, objective, and the entries of column j from start[j] to start[j + 1] (row from 0, value).
int glpk_shim_add_columns(glpk_shim_problem *problem, int columns, const double *lower,
                          const double *upper, const double *objective, const int *start,
                          const int *row, const double *value);

/// Solves with the simplex method from the current basis, with the method that suits what changed.
///
/// GLPK_SHIM_DUAL after changes of bounds, GLPK_SHIM_PRIMAL after changes of the objective or new columns,
/// GLPK_SHIM_FROM_SCRATCH with the primal method from a new basis. Stops after `iteration_limit` iterations, or when the dual
/// simplex has shown that the objective falls below `cutoff` (GLPK_SHIM_CUT_OFF; the multipliers can be read). `status` gets a
/// glpk_shim_status.
int glpk_shim_solve(glpk_shim_problem *problem, glpk_shim_method method, int iteration_limit,
                    double cutoff, int *status);

/// Reads the solution: column values, row multipliers, and the objective.
int glpk_shim_solution(glpk_shim_problem *problem, double *columns, double *row_multipliers,
                       double *objective);

/// Reads row multipliers that should prove the last program infeasible; GLPK_SHIM_STOPPED where there are none.
///
/// `from_ray`: the dual ray at which the dual simplex stopped. Else the multipliers of the sum of infeasibilities of the last
/// basis, which is what the primal simplex has minimised when it finds no plan.
int glpk_shim_infeasibility_proof(glpk_shim_problem *problem, bool from_ray,
                                  double *row_multipliers);

/// Frees a problem; does nothing to one that is dead.
void glpk_shim_free(glpk_shim_problem *problem);

/// Frees what GLPK keeps for this thread, at the thread's end.
void glpk_shim_end_thread(void);

/// Text of the last fatal error of this thread.
const char *glpk_shim_last_error(void);

/// Version of GLPK, e.g. 5.0.
const char *glpk_shim_version(void);

#endif
