#include "glpk_shim.h"

#include <glpk.h>
#include <math.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct glpk_shim_problem {
  glp_prob *lp;
  /// Thread environment the problem was made in; it dies with it.
  unsigned long environment;
  /// Work space of the size rows + columns + 1.
  double *work;
};

/// State of this thread's GLPK.
static _Thread_local struct {
  jmp_buf target;
  bool armed;
  /// Counts the environments of this thread; 0 before the first.
  unsigned long environment;
  char log[2048];
  size_t log_length;
  char error[2048];
} thread_state;

/// Numbers environments over all threads, so that no problem is taken for one of another thread.
static unsigned long next_environment(void) {
  static unsigned long counter = 0;
  return __atomic_add_fetch(&counter, 1, __ATOMIC_RELAXED);
}

/// Keeps the tail of GLPK's messages; the text of a fatal error arrives here before the error hook runs.
static int keep_message(void *info, const char *text) {
  (void)info;
  size_t length = strlen(text);
  const size_t room = sizeof thread_state.log - 1;
  if (length > room) {
    text += length - room;
    length = room;
  }
  if (thread_state.log_length + length > room) thread_state.log_length = 0;
  memcpy(thread_state.log + thread_state.log_length, text, length);
  thread_state.log_length += length;
  thread_state.log[thread_state.log_length] = '\0';
  return 1; /* nothing reaches the terminal */
}

static void leave_guard(void *info) {
  (void)info;
  snprintf(thread_state.error, sizeof thread_state.error, "%s", thread_state.log);
  if (thread_state.armed) {
    thread_state.armed = false;
    longjmp(thread_state.target, 1);
  }
}

static void prepare_thread(void) {
  if (thread_state.environment != 0) return;
  thread_state.environment = next_environment();
  glp_term_hook(keep_message, NULL);
  glp_error_hook(leave_guard, NULL);
}

/// After a fatal error GLPK's environment is freed, and every problem of the thread with it.
static int recover(void) {
  glp_free_env();
  thread_state.environment = 0;
  prepare_thread();
  return GLPK_SHIM_FATAL;
}

/// Runs `body` so that a fatal error inside GLPK ends in `return GLPK_SHIM_FATAL`.
#define GUARDED(body)                           \
  do {                                          \
    thread_state.log_length = 0;                \
    thread_state.log[0] = '\0';                 \
    if (setjmp(thread_state.target)) return recover(); \
    thread_state.armed = true;                  \
    body;                                       \
    thread_state.armed = false;                 \
  } while (0)

static bool is_dead(const glpk_shim_problem *problem) {
  return problem->environment != thread_state.environment;
}

/// GLPK wants the kind of a bound said, and equal bounds said as fixed.
static int bound_kind(double lower, double upper) {
  if (isfinite(lower) && isfinite(upper)) return lower == upper ? GLP_FX : GLP_DB;
  if (isfinite(lower)) return GLP_LO;
  return isfinite(upper) ? GLP_UP : GLP_FR;
}

static int load(glp_prob *lp, int rows, int columns, int entries, const int *row, const int *column,
                const double *value, const double *row_lower, const double *row_upper,
                const double *column_lower, const double *column_upper, int *one_row,
                int *one_column, double *one_value) {
  GUARDED({
    glp_set_obj_dir(lp, GLP_MAX);
    if (rows > 0) glp_add_rows(lp, rows);
    if (columns > 0) glp_add_cols(lp, columns);
    for (int i = 0; i < rows; i++)
      glp_set_row_bnds(lp, i + 1, bound_kind(row_lower[i], row_upper[i]), row_lower[i], row_upper[i]);
    for (int j = 0; j < columns; j++)
      glp_set_col_bnds(lp, j + 1, bound_kind(column_lower[j], column_upper[j]), column_lower[j],
                       column_upper[j]);
    for (int k = 0; k < entries; k++) {
      one_row[k + 1] = row[k] + 1;
      one_column[k + 1] = column[k] + 1;
      one_value[k + 1] = value[k];
    }
    glp_load_matrix(lp, entries, one_row, one_column, one_value);
    glp_scale_prob(lp, GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N);
  });
  return GLPK_SHIM_OK;
}

static int create_empty(glp_prob *volatile *lp) {
  GUARDED({ *lp = glp_create_prob(); });
  return GLPK_SHIM_OK;
}

int glpk_shim_create(int rows, int columns, int entries, const int *row, const int *column,
                     const double *value, const double *row_lower, const double *row_upper,
                     const double *column_lower, const double *column_upper,
                     glpk_shim_problem **problem) {
  *problem = NULL;
  prepare_thread();
  glpk_shim_problem *made = calloc(1, sizeof *made);
  double *work = calloc((size_t)rows + (size_t)columns + 1, sizeof *work);
  int *one_row = calloc((size_t)entries + 1, sizeof *one_row);
  int *one_column = calloc((size_t)entries + 1, sizeof *one_column);
  double *one_value = calloc((size_t)entries + 1, sizeof *one_value);
  int code = GLPK_SHIM_NO_MEMORY;
  glp_prob *volatile lp = NULL;
  if (made && work && one_row && one_column && one_value) {
    code = create_empty(&lp);
    if (code == GLPK_SHIM_OK)
      code = load(lp, rows, columns, entries, row, column, value, row_lower, row_upper,
                  column_lower, column_upper, one_row, one_column, one_value);
  }
  free(one_row);
  free(one_column);
  free(one_value);
  if (code != GLPK_SHIM_OK) {
    free(made);
    free(work);
    return code;
  }
  made->lp = lp;
  made->work = work;
  made->environment = thread_state.environment;
  *problem = made;
  return GLPK_SHIM_OK;
}

int glpk_shim_set_objective(glpk_shim_problem *problem, const double *coefficients) {
  if (is_dead(problem)) return GLPK_SHIM_DEAD;
  GUARDED({
    int columns = glp_get_num_cols(problem->lp);
    for (int j = 0; j < columns; j++) glp_set_obj_coef(problem->lp, j + 1, coefficients[j]);
  });
  return GLPK_SHIM_OK;
}

int glpk_shim_set_column_objective(glpk_shim_problem *problem, int column, double coefficient) {
  if (is_dead(problem)) return GLPK_SHIM_DEAD;
  GUARDED(glp_set_obj_coef(problem->lp, column + 1, coefficient));
  return GLPK_SHIM_OK;
}

int glpk_shim_set_column_bounds(glpk_shim_problem *problem, int column, double lower, double upper) {
  if (is_dead(problem)) return GLPK_SHIM_DEAD;
  GUARDED(glp_set_col_bnds(problem->lp, column + 1, bound_kind(lower, upper), lower, upper));
  return GLPK_SHIM_OK;
}

static int append(glp_prob *lp, int columns, const double *lower, const double *upper,
                  const double *objective, const int *start, const int *row, const double *value,
                  int *one_row, double *one_value) {
  GUARDED({
    int first = glp_add_cols(lp, columns);
    for (int j = 0; j < columns; j++) {
      int length = start[j + 1] - start[j];
      for (int k = 0; k < length; k++) {
        one_row[k + 1] = row[start[j] + k] + 1;
        one_value[k + 1] = value[start[j] + k];
      }
      glp_set_mat_col(lp, first + j, length, one_row, one_value);
      glp_set_col_bnds(lp, first + j, bound_kind(lower[j], upper[j]), lower[j], upper[j]);
      glp_set_obj_coef(lp, first + j, objective[j]);
    }
  });
  return GLPK_SHIM_OK;
}

int glpk_shim_add_columns(glpk_shim_problem *problem, int columns, const double *lower,
                          const double *upper, const double *objective, const int *start,
                          const int *row, const double *value) {
  if (is_dead(problem)) return GLPK_SHIM_DEAD;
  if (columns <= 0) return GLPK_SHIM_OK;
  const int most = glp_get_num_rows(problem->lp) + 1;
  int *one_row = calloc((size_t)most, sizeof *one_row);
  double *one_value = calloc((size_t)most, sizeof *one_value);
  int code = GLPK_SHIM_NO_MEMORY;
  if (one_row && one_value)
    code = append(problem->lp, columns, lower, upper, objective, start, row, value, one_row,
                  one_value);
  free(one_row);
  free(one_value);
  return code;
}

/// What GLPK's two statuses say together.
static int status_of(glp_prob *lp) {
  int primal = glp_get_prim_stat(lp);
  int dual = glp_get_dual_stat(lp);
  if (primal == GLP_FEAS && dual == GLP_FEAS) return GLPK_SHIM_OPTIMAL;
  if (primal == GLP_NOFEAS) return GLPK_SHIM_INFEASIBLE;
  if (dual == GLP_NOFEAS && primal == GLP_FEAS) return GLPK_SHIM_UNBOUNDED;
  return GLPK_SHIM_UNDEFINED;
}

int glpk_shim_solve(glpk_shim_problem *problem, glpk_shim_method method, int iteration_limit,
                    double cutoff, int *status) {
  *status = GLPK_SHIM_UNDEFINED;
  if (is_dead(problem)) return GLPK_SHIM_DEAD;
  volatile int result = 0;
  GUARDED({
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.meth = method == GLPK_SHIM_DUAL ? GLP_DUALP : GLP_PRIMAL;
    if (method == GLPK_SHIM_DUAL) parameters.r_test = GLP_RT_FLIP;
    parameters.it_lim = iteration_limit;
    if (isfinite(cutoff) && method == GLPK_SHIM_DUAL) parameters.obj_ll = cutoff;
    if (method == GLPK_SHIM_FROM_SCRATCH) glp_adv_basis(problem->lp, 0);
    result = glp_simplex(problem->lp, &parameters);
    *status = status_of(problem->lp);
  });
  if (result == 0) return GLPK_SHIM_OK;
  if (result == GLP_EOBJLL) return GLPK_SHIM_CUT_OFF;
  return result == GLP_EITLIM ? GLPK_SHIM_STOPPED : GLPK_SHIM_GAVE_UP;
}

int glpk_shim_solution(glpk_shim_problem *problem, double *columns, double *row_multipliers,
                       double *objective) {
  if (is_dead(problem)) return GLPK_SHIM_DEAD;
  GUARDED({
    int n = glp_get_num_cols(problem->lp);
    int m = glp_get_num_rows(problem->lp);
    for (int j = 0; j < n; j++) columns[j] = glp_get_col_prim(problem->lp, j + 1);
    for (int i = 0; i < m; i++) row_multipliers[i] = glp_get_row_dual(problem->lp, i + 1);
    *objective = glp_get_obj_val(problem->lp);
  });
  return GLPK_SHIM_OK;
}

/// +1 above its upper bound, -1 below its lower bound, else 0; with the simplex's own relative tolerance.
static double broken_side(double value, int kind, double lower, double upper) {
  bool has_lower = kind == GLP_LO || kind == GLP_DB || kind == GLP_FX;
  bool has_upper = kind == GLP_UP || kind == GLP_DB || kind == GLP_FX;
  if (has_lower && value < lower - 1e-7 * (1 + fabs(lower))) return -1;
  if (has_upper && value > upper + 1e-7 * (1 + fabs(upper))) return 1;
  return 0;
}

/// Puts +-1 at the basis position of every basic variable that breaks a bound; false if none does.
static bool collect_broken(glp_prob *lp, double *work) {
  bool any = false;
  int m = glp_get_num_rows(lp);
  for (int position = 1; position <= m; position++) {
    int k = glp_get_bhead(lp, position);
    double side = k <= m ? broken_side(glp_get_row_prim(lp, k), glp_get_row_type(lp, k),
                                       glp_get_row_lb(lp, k), glp_get_row_ub(lp, k))
                         : broken_side(glp_get_col_prim(lp, k - m), glp_get_col_type(lp, k - m),
                                       glp_get_col_lb(lp, k - m), glp_get_col_ub(lp, k - m));
    work[position] = side;
    if (side != 0) any = true;
  }
  return any;
}

/// Puts 1 at the basis position of the variable at which the dual simplex stopped; false if there is none.
static bool mark_ray(glp_prob *lp, double *work) {
  int m = glp_get_num_rows(lp);
  int ray = glp_get_unbnd_ray(lp);
  if (ray <= 0) return false;
  int position = ray <= m ? glp_get_row_bind(lp, ray) : glp_get_col_bind(lp, ray - m);
  if (position <= 0) return false;
  memset(work, 0, ((size_t)m + 1) * sizeof *work);
  work[position] = 1;
  return true;
}

int glpk_shim_infeasibility_proof(glpk_shim_problem *problem, bool from_ray,
                                  double *row_multipliers) {
  if (is_dead(problem)) return GLPK_SHIM_DEAD;
  volatile bool found = false;
  GUARDED({
    int m = glp_get_num_rows(problem->lp);
    if (m > 0 && (glp_bf_exists(problem->lp) || glp_factorize(problem->lp) == 0) &&
        (from_ray ? mark_ray(problem->lp, problem->work)
                  : collect_broken(problem->lp, problem->work))) {
      glp_btran(problem->lp, problem->work);
      memcpy(row_multipliers, problem->work + 1, (size_t)m * sizeof *row_multipliers);
      found = true;
    }
  });
  return found ? GLPK_SHIM_OK : GLPK_SHIM_STOPPED;
}

/// A fatal error while deleting is no reason to end the process either.
static int delete_problem(glp_prob *lp) {
  GUARDED(glp_delete_prob(lp));
  return GLPK_SHIM_OK;
}

void glpk_shim_free(glpk_shim_problem *problem) {
  if (problem == NULL) return;
  if (!is_dead(problem)) (void)delete_problem(problem->lp);
  free(problem->work);
  free(problem);
}

void glpk_shim_end_thread(void) {
  if (thread_state.environment == 0) return;
  glp_free_env();
  thread_state.environment = 0;
}

const char *glpk_shim_last_error(void) { return thread_state.error; }

const char *glpk_shim_version(void) { return glp_version(); }
