"""What is measured: sizes, tightness, gaps, limits."""

from dataclasses import dataclass

SIZES = ["small", "mid", "large", "huge"]
PLAN = "scenarios/2018.json"  # measured with the small size


@dataclass(frozen=True)
class Case:
    """Scenarios of one size, one for every seed.

    asked: relative gap at which a solver may stop; limits: seconds of search, a run for each; patience: a peer is given
    up at so many times the time of `allocate`, and asked no more once that was so on every one of the first seeds; 0: at
    the limit only, and always asked; has_peers: whether the model is exported at all.
    """

    part: str
    projects: int
    counties: int
    tightness: str
    asked: float
    limits: tuple
    patience: float = 0
    has_peers: bool = True

    @property
    def name(self):
        return f"{self.projects:,} × {self.counties}"


def cases(sizes, limit, large_limit, patience, is_quick):
    """The cases of the sizes asked for; limits in seconds, for proofs of the small size and for the large ones."""
    if is_quick:
        all_cases = [
            Case("small", 100, 5, "0.3", 0.0, (limit,)),
            Case("mid", 300, 9, "0.6", 0.0, (1, 3)),
            Case("large", 1_000, 10, "0.6", 1e-4, (large_limit,), patience),
            Case("large", 3_000, 20, "0.6", 1e-4, (large_limit,), patience),
            Case("huge", 10_000, 30, "0.6", 5e-4, (large_limit,), has_peers=False),
        ]
    else:
        all_cases = [
            Case("small", 237, 9, "0.3", 0.0, (limit,)),
            Case("mid", 1_000, 9, "0.6", 0.0, (1, 10, 60)),
            Case("large", 10_000, 30, "0.6", 1e-4, (large_limit,), patience),
            Case("large", 30_000, 100, "0.6", 1e-4, (large_limit,), patience),
            Case("large", 100_000, 100, "0.6", 1e-4, (large_limit,), patience),
            Case("huge", 1_000_000, 300, "0.6", 5e-4, (large_limit,), has_peers=False),
        ]
    return [case for case in all_cases if case.part in sizes]
