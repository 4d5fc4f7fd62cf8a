"""Whole-number quantities and how scenario files write them.

Land is counted in plots of 0.3 亩 (200 m² = 0.0200 公顷), the coarsest lattice on which 亩 with two decimals and
公顷 with four are both exact.
"""


def plots(mu):
    """The nearest number of plots to a whole number of 亩."""
    return (mu * 10 + 1) // 3


def mu(count):
    """A number of plots in 亩, two decimals."""
    return f"{count * 3 // 10}.{count * 3 % 10}0"


def decimal(units, digits):
    """A whole number of 10^-digits units as a decimal number."""
    if digits == 0:
        return str(units)
    scale = 10**digits
    return f"{units // scale}.{units % scale:0{digits}d}"


def share(value, percent):
    """A percentage of a whole number, rounded down."""
    return value * percent // 100


def round_down(value, step):
    """The largest multiple of step that is not above value."""
    return value // step * step
