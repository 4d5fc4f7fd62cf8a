"""Medians of times that may only be known from below, and how numbers are printed."""

import math
import statistics


class Median:
    """The median of numbers of which some are only known to be at least so large (`is_least`)."""

    def __init__(self, pairs):
        """pairs: (number, is_least)."""
        self.count = len(pairs)
        self.value = statistics.median(number for number, _ in pairs) if pairs else math.nan
        self.is_least = any(is_least and number <= self.value for number, is_least in pairs)
        self.low = min((number for number, _ in pairs), default=math.nan)
        self.high = max((number for number, _ in pairs), default=math.nan)

    def text(self, show):
        return "–" if not self.count else ("≥ " if self.is_least else "") + show(self.value)


def digits(value):
    """Three significant digits, whole numbers from 100."""
    if value == math.inf:
        return "∞"
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"


def times(value):
    """A ratio; 0 stands for one that cannot be named because `allocate` has no proof."""
    return f"{digits(value)}×" if value else "no proof"


def percent(gap):
    """A relative gap."""
    if gap == math.inf:
        return "no gap"
    if gap < 1e-11:
        return "0"
    value = gap * 100
    return f"{value:.1f} %" if value >= 10 else f"{value:.2f} %" if value >= 0.1 else f"{value:.2g} %"
