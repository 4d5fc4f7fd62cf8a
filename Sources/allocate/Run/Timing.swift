/// How long the steps of a run took; the only facts of a run that differ from one time to the next.
struct Timing {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  private var steps: [(name: String, milliseconds: Int64)] = []

  init() { last = clock.now }

  /// Ends a step and starts the next.
  mutating func finish(_ name: String) {
    note(name)
    last = clock.now
  }

  /// Notes how much of the present step has passed.
  mutating func note(_ name: String) { steps.append((name, milliseconds(since: last))) }

  private func milliseconds(since start: ContinuousClock.Instant) -> Int64 {
    let (seconds, attoseconds) = (clock.now - start).components
    return seconds * 1_000 + attoseconds / 1_000_000_000_000_000
  }

  /// Text of `timing.json`.
  var text: String {
    let members = steps.map { "  \"\($0.name)_ms\": \($0.milliseconds)" }
    return "{\n" + members.joined(separator: ",\n") + "\n}\n"
  }
}
