#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "glpk_shim.h"

/// The signal that was caught. A flag is all that a handler may safely touch.
static volatile sig_atomic_t caught = 0;

static void note_signal(int number) {
  if (caught != 0) {
    signal(number, SIG_DFL);
    raise(number);
    return;
  }
  caught = number;
}

void glpk_shim_catch_interrupts(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note_signal;
  action.sa_flags = SA_RESTART | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
}

int glpk_shim_interrupted(void) { return caught; }

void glpk_shim_reraise_interrupt(void) {
  int number = caught;
  if (number == 0) return;
  signal(number, SIG_DFL);
  raise(number);
}
