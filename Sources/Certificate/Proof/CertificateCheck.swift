/// Checks a certificate, step by step: every goal, then every choice of the tie-break, and between them perhaps the selection.
///
/// What a step has proved stands for all that follow: the goal's, or the choice's, expression has its value. A step may also be left
/// without a proof; its value is then taken for granted, and the outcome says so.
public struct CertificateCheck: Sendable {
  /// What a step proves.
  public enum Step: Sendable, Equatable {
    /// No point is better in a goal (index) than the plan, given the goals before.
    case goal(Int)
    /// The goals so far leave only the plan's selection.
    case selection
    /// No point is better in a choice of the tie-break (index).
    case choice(Int)

    /// Word by which a certificate begins it.
    var keyword: String {
      switch self {
      case .goal: "goal"
      case .selection: "selection"
      case .choice: "tie"
      }
    }
  }

  /// A step that was gone through.
  public struct Outcome: Sendable, Equatable {
    public var step: Step
    /// Whether there was a proof.
    public var isProved: Bool
    /// Boxes and blocks looked at, and the weighted sums of rows among them.
    public var nodes: Int
    public var combinations: Int
  }

  public let statement: Statement
  /// Steps that are finished.
  public private(set) var outcomes: [Outcome] = []
  /// The step at hand, and its proof.
  public private(set) var step: Step?
  private var tree: TreeCheck?
  /// Everything established, and the ranges that follow from it.
  private var base: Box
  private let blocks: [Int?]
  /// Name of every row that there is or was; the certificate's numbers count them from 1.
  public private(set) var rowNames: [String]
  /// The last goal that was more than a number, and everything that was established before it.
  private var lastGoal: (goal: Int, before: Box)?
  /// How many goals and choices are done, and whether the selection is.
  private var goals = 0
  private var choices = 0
  private var hasSelection = false

  /// Starts to check the proof of a statement.
  ///
  /// - Throws: ``ProofFault/point(_:)`` if the statement's point breaks the program: it cannot be best then.
  public init(_ statement: Statement) throws(ProofFault) {
    self.statement = statement
    let program = statement.program
    guard statement.point.count == program.columns.count else { throw .point("") }
    if let name = try program.firstBroken(at: statement.point) { throw .point(name) }
    for column in program.columns {
      _ = try (Exact.narrow(Int128(column.lower)), Exact.narrow(Int128(column.upper)))
    }
    blocks = program.columns.map(\.block)
    rowNames = program.rows.map(\.name)
    base = Box(
      RowSystem(columns: program.columns.count), lower: program.columns.map(\.lower),
      upper: program.columns.map(\.upper))
    for (index, row) in program.rows.enumerated() { try base.add(row, number: index + 1) }
    try base.propagate()
  }

  // MARK: Steps

  /// The step that comes next, if not the selection; `nil` once all are done.
  public var next: Step? {
    if goals < statement.goals.count { return .goal(goals) }
    return choices < statement.tieBreak.count ? .choice(choices) : nil
  }

  /// What a goal or a choice makes as large or small as possible.
  public func objective(of step: Step) -> Statement.Objective? {
    switch step {
    case .goal(let index): statement.goals[index]
    case .choice(let index): statement.tieBreak[index]
    case .selection: nil
    }
  }

  /// Begins a goal or a choice, whose value the certificate claims.
  public mutating func begin(_ step: Step, value: Int128) throws(ProofFault) {
    guard self.step == nil, step == next, let objective = objective(of: step) else {
      throw .step(name(of: next))
    }
    let plan = try objective.expression.value(at: statement.point)
    guard value == plan else { throw .value(claimed: value, plan: plan) }
    let gain = objective.gain
    tree = TreeCheck(
      try Problem(base, blocks: blocks, gain: gain, limit: gain.value(at: statement.point)))
    self.step = step
  }

  /// Begins the selection: no other choice of projects is as good as the plan's in the goals so far.
  ///
  /// It gets a row of its own, at least one project chosen otherwise, and claims that the last goal is worse then.
  public mutating func beginSelection() throws(ProofFault) {
    guard step == nil, choices == 0, !hasSelection, let (goal, before) = lastGoal else {
      throw .step(name(of: next))
    }
    var box = before
    let gain = statement.goals[goal].gain
    let changes = Expression.sum(
      statement.selection.map { column in
        statement.point[column] == 1
          ? Expression(constant: 1) - .column(column) : .column(column)
      })
    rowNames.append(Self.other)
    try box.add(Program.Row(Self.other, changes, lower: 1), number: rowNames.count)
    try box.propagate()
    let worse = try Exact.difference(gain.value(at: statement.point), 1)
    tree = TreeCheck(try Problem(box, blocks: blocks, gain: gain, limit: worse))
    step = .selection
    hasSelection = true
  }

  /// Name of the row of a selection.
  static let other = "selection:other"

  /// Checks the next node of the proof of the step; returns what ``TreeCheck/take(_:)`` does.
  public mutating func take(_ node: ProofNode) throws(ProofFault) -> Int128? {
    guard tree != nil else { throw .step(name(of: next)) }
    return try tree?.take(node)
  }

  /// Forgets the nodes of the step at hand.
  mutating func restartStep() { tree = tree.map { TreeCheck($0.problem) } }

  /// Whether the step at hand has a proof that has closed every box.
  public var isStepProved: Bool { tree?.isFinished ?? false }

  /// Ends the step; without a proof its value is taken for granted.
  public mutating func finish(isProved: Bool) throws(ProofFault) {
    guard let step, let tree else { throw .step(name(of: next)) }
    guard tree.isFinished || !isProved && tree.nodes == 0 else { throw .openProof }
    outcomes.append(
      Outcome(
        step: step, isProved: isProved, nodes: tree.nodes, combinations: tree.combinations))
    self.step = nil
    self.tree = nil
    try establish(step)
  }

  /// Adds what a step has proved to everything established.
  private mutating func establish(_ step: Step) throws(ProofFault) {
    switch step {
    case .goal(let index):
      goals += 1
      if !statement.goals[index].expression.terms.isEmpty { lastGoal = (index, base) }
      try lock(statement.goals[index].expression, "goal:\(statement.goals[index].name)")
    case .choice(let index):
      choices += 1
      try lock(statement.tieBreak[index].expression, "tie:\(statement.tieBreak[index].name)")
    case .selection:
      for column in statement.selection {
        base.restrict(column, to: (statement.point[column], statement.point[column]))
      }
      try base.propagate()
    }
  }

  private mutating func lock(_ expression: Expression, _ name: String) throws(ProofFault) {
    let value = try expression.value(at: statement.point)
    rowNames.append(name)
    try base.add(
      Program.Row(name, expression, lower: value, upper: value), number: rowNames.count)
    try base.propagate()
  }

  /// Goals and choices that no proof was given for, in order, and the selection if it was left open.
  public var unproved: [Step] {
    let open = outcomes.filter { !$0.isProved }.map(\.step)
    return open + statement.goals.indices.dropFirst(goals).map { .goal($0) }
      + statement.tieBreak.indices.dropFirst(choices).map { .choice($0) }
  }

  /// A step in the words of a certificate.
  public func name(of step: Step?) -> String {
    guard let step else { return "checksum" }
    let name = objective(of: step).map { " \($0.name)" } ?? ""
    return step.keyword + name
  }
}

extension Box {
  /// Adds a row of a program.
  fileprivate mutating func add(_ row: Program.Row, number: Int) throws(ProofFault) {
    var terms: [(column: Int, coefficient: Int)] = []
    for term in row.expression.terms {
      terms.append((term.column, try Exact.narrow(term.coefficient)))
    }
    add(number: number, terms, lower: row.lower, upper: row.upper)
  }
}

extension CertificateCheck {
  /// Whether the box at hand is empty or a single point, so that only ``ProofNode/empty`` may stand.
  public var isLeaf: Bool { tree?.isLeaf ?? true }

  /// Whether the problem at hand has a row; one that its ranges cannot break is not in it, and no sum gains by it.
  public func hasRow(_ number: Int) -> Bool { tree?.problem.place[number] != nil }

  /// Ranges in the box at hand of all columns that the problem leaves open.
  var openRanges: [(Int, Int)] {
    guard let tree else { return [] }
    return tree.problem.open.map { (tree.box.lower[$0], tree.box.upper[$0]) }
  }

  /// The values that a column has left in the box at hand.
  public func range(of column: Int) -> (lower: Int, upper: Int) {
    guard let box = tree?.box, box.lower.indices.contains(column) else { return (0, 0) }
    return (box.lower[column], box.upper[column])
  }
}
