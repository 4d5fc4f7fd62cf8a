"""The machine and the versions of all solvers, without anything that names the place."""

import importlib.metadata
import os
import platform
import re
import shutil
import subprocess
import sys

PYTHON_PACKAGES = {"highs": "highspy", "scip": "pyscipopt", "cpsat": "ortools"}
PROGRAMS = {"cbc": ("cbc", "coinor-cbc"), "glpk": ("glpsol", "glpk-utils")}


def missing(keys, with_plot):
    """What has to be installed for some peers: packages of PyPI, packages of Debian."""
    keys = list(dict.fromkeys(keys))
    wanted = [PYTHON_PACKAGES[key] for key in keys if key in PYTHON_PACKAGES] + (["matplotlib"] if with_plot else [])
    programs = [PROGRAMS[key] for key in keys if key in PROGRAMS]
    return [name for name in wanted if not is_installed(name)], [name for program, name in programs if not shutil.which(program)]


def is_installed(package):
    try:
        importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def versions(keys):
    """Title and version of every peer among some keys."""
    found = {}
    for key in dict.fromkeys(keys):
        if key == "highs":
            found["HiGHS"] = f"highspy {importlib.metadata.version('highspy')}"
        elif key == "scip":
            found["SCIP"] = f"{scip_version()} (pyscipopt {importlib.metadata.version('pyscipopt')})"
        elif key == "cpsat":
            found["CP-SAT"] = f"ortools {importlib.metadata.version('ortools')}"
        elif key == "cbc":
            found["CBC"] = first_number(["cbc", "-version"], r"Version: *(\S+)")
        elif key == "glpk":
            found["GLPK"] = first_number(["glpsol", "--version"], r"Solver (\S+)")
    return found


def scip_version():
    """In a process of its own: the library would stay in the memory of this one."""
    code = "import pyscipopt; m = pyscipopt.Model(); print(m.getMajorVersion(), m.getMinorVersion(), m.getTechVersion())"
    return ".".join(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def first_number(command, pattern):
    text = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False).stdout
    found = re.search(pattern, text)
    return found[1] if found else "unknown"


def description():
    """Lines on processor, cores, memory and system."""
    cpu = proc("/proc/cpuinfo", r"model name\s*: (.+)") or platform.machine()
    memory = proc("/proc/meminfo", r"MemTotal:\s*(\d+)")
    gib = f"{int(memory) / 2**20:.1f} GiB of memory" if memory else ""
    return [f"processor: {cpu}, {os.cpu_count()} cores, {gib}", f"system: {system()}, Linux {platform.release().split('-')[0]}"]


def system():
    return proc("/etc/os-release", r'PRETTY_NAME="(.+)"') or platform.system()


def proc(path, pattern):
    """The first match in a file of the system, or None."""
    try:
        with open(path, encoding="utf-8") as file:
            found = re.search(pattern, file.read())
    except OSError:
        return None
    return found[1] if found else None
