"""Whether what a peer answered agrees with what `allocate` proved. Whatever does not is named."""

SLACK = 1e-9  # relative; a peer's bound is a floating-point number


def verdict(ours, peer, broken, sense):
    """A few words.

    ours, peer: `records.Run`, of the same model; broken: rows and bounds that the peer's rounded point does not keep, None
    without a point; sense: 1 where the goal is maximised, -1 where it is minimised.
    """
    faults = []
    if broken:
        faults.append(f"ILLEGAL POINT ({broken} rows broken)")
    if peer.status == "infeasible" and ours.value is not None:
        faults.append("DIFFERENT: says infeasible")
    if broken == 0 and ours.bound is not None and sense * (peer.value - ours.bound) > 0:
        faults.append("DIFFERENT: better than the proved bound")
    if peer.bound is not None and ours.value is not None:
        if sense * (ours.value - peer.bound) > SLACK * max(1, abs(ours.value)):
            faults.append("DIFFERENT: its bound excludes a known plan")
    if broken == 0 and peer.is_proved and ours.is_proved and not peer.asked and not ours.asked and peer.value != ours.value:
        faults.append("DIFFERENT: another optimum")
    if faults:
        return "; ".join(faults)
    if broken is None:
        return "no plan"
    return "same" if peer.is_proved and peer.value == ours.value else "consistent"
