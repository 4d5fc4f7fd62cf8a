"""Child processes under a clock: lines as they come, wall and processor time, peak memory, a hard end."""

import os
import pathlib
import selectors
import signal
import subprocess
import sys
import time

SCRIPTS = pathlib.Path(__file__).resolve().parents[2]
KILL_AFTER = 5  # seconds between the request to end and the end


class Finished:
    """What a child did.

    lines: (seconds since its start, text) of what it printed; seconds: wall time of the whole process; cpu: processor
    seconds; peak_mib: largest resident memory; code: exit code, negative for a signal; is_killed: ended by the clock.
    """

    def __init__(self, lines, seconds, usage, code, is_killed):
        self.lines, self.seconds, self.code, self.is_killed = lines, seconds, code, is_killed
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak_mib = usage.ru_maxrss / 1024

    def first(self, accepts):
        """Seconds and text of the first line that is accepted, or None."""
        return next((line for line in self.lines if accepts(line[1])), None)


def python(module, *arguments):
    """The command of a Python program in scripts/lib."""
    return [sys.executable, "-m", module, *map(str, arguments)]


def run(command, seconds, is_ready=None, preparing=3600):
    """Runs a command for at most `seconds`, counted from the first line for which `is_ready` holds (else from the start).

    Before that line it has `preparing` seconds. The child leads a group of its own, and that group is what is ended.
    """
    start = time.perf_counter()
    search_path = os.pathsep.join(filter(None, [str(SCRIPTS), os.environ.get("PYTHONPATH")]))
    environment = dict(os.environ, PYTHONPATH=search_path, PYTHONDONTWRITEBYTECODE="1")
    child = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        env=environment)
    deadline = start + (preparing if is_ready else seconds)
    lines, rest, is_killed = [], b"", False
    try:
        with selectors.DefaultSelector() as selector:
            selector.register(child.stdout, selectors.EVENT_READ)
            while True:
                left = deadline - time.perf_counter()
                if left <= 0:
                    if is_killed:
                        _signal(child, signal.SIGKILL)
                        break
                    _signal(child, signal.SIGTERM)
                    is_killed, deadline = True, deadline + KILL_AFTER
                    continue
                if not selector.select(left):
                    continue
                data = os.read(child.stdout.fileno(), 1 << 16)
                if not data:
                    break
                now = time.perf_counter()
                *whole, rest = (rest + data).split(b"\n")
                for line in whole:
                    text = line.decode("utf-8", "replace")
                    lines.append((now - start, text))
                    if is_ready and not is_killed and is_ready(text):
                        is_ready, deadline = None, now + seconds
    except BaseException:
        _signal(child, signal.SIGKILL)
        child.wait()
        raise
    if rest:
        lines.append((time.perf_counter() - start, rest.decode("utf-8", "replace")))
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stdout.close()
    return Finished(lines, time.perf_counter() - start, usage, child.returncode, is_killed)


def _signal(child, number):
    """Sends a signal to the child's group, if it is still there."""
    try:
        os.killpg(child.pid, number)
    except ProcessLookupError:
        pass
