/// When a solver must stop: a deadline and a question asked often.
public struct Budget: Sendable {
  /// Moment to stop at; `nil` for none.
  public var deadline: ContinuousClock.Instant?
  /// Whether somebody asked to stop.
  public var isInterrupted: @Sendable () -> Bool

  public init(
    deadline: ContinuousClock.Instant? = nil,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.deadline = deadline
    self.isInterrupted = isInterrupted
  }

  /// No limit at all.
  public static let unlimited = Budget()

  /// Whether it is time to stop.
  public var isSpent: Bool {
    if isInterrupted() { return true }
    return deadline.map { ContinuousClock.now >= $0 } ?? false
  }

  /// Goes on unless it is time to stop: for work in stages that must not be waited for.
  ///
  /// - Throws: ``BudgetSpent``.
  public func check() throws(BudgetSpent) {
    if isSpent { throw BudgetSpent() }
  }
}

/// Work was left off because its budget was spent.
public struct BudgetSpent: Error, Sendable {}
