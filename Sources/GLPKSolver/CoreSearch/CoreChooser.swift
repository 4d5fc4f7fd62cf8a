internal import LinearProgram

/// Chooses the core of a program: the trees that lose least by another state, enough of them for every row that needs some, and
/// amounts in the middle of their range.
struct CoreChooser {
  /// A tree and what its second state would lose against the bound.
  private struct Candidate {
    var tree: Range<Int>
    var block: Int
    var loss: Double
  }

  let states: TreeStates
  private var relaxation: Relaxation { states.point.relaxation }

  init(_ states: TreeStates) {
    self.states = states
  }

  /// Second states for the trees that lose least, `overall` of them, and for `perSide` trees of each side that `needs` some.
  func choices(around values: [Int], overall: Int, perSide: Int, needs: [Bool]) -> [CoreChoice] {
    var wanted = needs.map { $0 ? perSide : 0 }
    var choices: [CoreChoice] = []
    for candidate in candidates() {
      var isWanted = choices.count < overall
      forEachSide(candidate) { if wanted[$0] > 0 { isWanted = true } }
      guard isWanted, let choice = choice(candidate, values) else { continue }
      choices.append(choice)
      forEachSide(candidate) { wanted[$0] -= 1 }
    }
    return choices
  }

  /// Losses from which a tree is not worth a thought, in units of an average decision.
  private static var largestLoss: Double { 0.5 }

  /// All trees of decisions that are worth a thought, those that lose least first.
  private func candidates() -> [Candidate] {
    var candidates: [Candidate] = []
    relaxation.forEachTree { tree, block in
      guard !relaxation.isAmount(root: tree.lowerBound) else { return }
      let loss = loss(tree)
      guard loss < CoreChooser.largestLoss else { return }
      candidates.append(Candidate(tree: tree, block: block, loss: loss))
    }
    return candidates.sorted {
      $0.loss != $1.loss ? $0.loss < $1.loss : $0.tree.lowerBound < $1.tree.lowerBound
    }
  }

  /// Calls back for the sides that a tree uses, once for every entry.
  private func forEachSide(_ candidate: Candidate, _ body: (Int) -> Void) {
    for node in candidate.tree {
      for entry in relaxation.entries(of: node) {
        body(relaxation.side(Int(relaxation.entrySide.at[entry]), of: candidate.block))
      }
    }
  }

  /// What one unit more of a node is worth at the relaxation's optimum.
  private func margin(_ node: Int) -> Double {
    states.point.aboveCost.at[node] - states.point.belowCost.at[node]
  }

  /// Whether a node stands away from both its ends.
  private func isOpen(_ node: Int) -> Bool {
    let share = states.share(node)
    return share > 0.02 && share < 0.98
  }

  /// The first decision within a tree that the relaxation leaves open.
  private func openStep(_ tree: Range<Int>) -> Int? {
    tree.first { relaxation.isStep($0, treeEnd: tree.upperBound) && isOpen($0) }
  }

  /// What a tree's second state loses against the bound.
  private func loss(_ tree: Range<Int>) -> Double {
    let root = tree.lowerBound
    let own = abs(margin(root)) * relaxation.width.at[root]
    guard let step = openStep(tree) else { return own }
    return min(own, abs(margin(step)))
  }

  /// A tree's second state: the root on its other side, or steps rounded the other way where the root stands firm.
  private func choice(_ candidate: Candidate, _ values: [Int]) -> CoreChoice? {
    let tree = candidate.tree
    let columns = states.columns(tree)
    let isIn = values[columns[0]] != states.program.lower[columns[0]]
    var other: [Int] = []
    if isIn, let step = openStep(tree), !isOpen(tree.lowerBound) {
      let place = step - tree.lowerBound
      for rounding in [TreeStates.Rounding.down, .up] {
        other = states.values(tree, columns, rootIn: true, rounding)
        if other[place] != values[columns[place]] { break }
      }
    } else {
      other = states.values(tree, columns, rootIn: !isIn, .nearest)
    }
    guard zip(columns, other).contains(where: { values[$0] != $1 }) else { return nil }
    return CoreChoice(tree: tree, block: candidate.block, columns: columns, other: other)
  }
}

extension CoreChooser {
  /// Amounts that stand alone, and of each block and kind the `perKind` with most room.
  func amounts(around values: [Int], perKind: Int) -> [CoreAmounts.Amount] {
    var alone: [CoreAmounts.Amount] = []
    var kinds: [Int: [(room: Int, amount: CoreAmounts.Amount)]] = [:]
    var found: [CoreAmounts.Amount] = []
    var current = 0
    func closeBlock() {
      for key in kinds.keys.sorted() { found += (kinds[key] ?? []).map(\.amount) }
      kinds.removeAll(keepingCapacity: true)
    }
    relaxation.forEachTree { tree, block in
      if block != current {
        closeBlock()
        current = block
      }
      let root = tree.lowerBound
      if relaxation.isAmount(root: root) {
        let column = states.column(root)
        alone.append(
          CoreAmounts.Amount(
            column: column, lower: states.program.lower[column],
            upper: states.program.upper[column]))
      }
      for node in tree.dropFirst() where !relaxation.isStep(node, treeEnd: tree.upperBound) {
        let column = states.column(node)
        let limits = states.limits(
          node, parent: values[states.column(Int(relaxation.parent.at[node]))])
        let room = min(values[column] - limits.lower, limits.upper - values[column])
        guard room > 0 else { continue }
        let amount = CoreAmounts.Amount(column: column, lower: limits.lower, upper: limits.upper)
        CoreChooser.keep((room, amount), of: &kinds[relaxation.kind(node), default: []], perKind)
      }
    }
    closeBlock()
    let all = alone + found
    return all + dependents(of: all)
  }

  /// Keeps the ones with most room.
  private static func keep(
    _ one: (room: Int, amount: CoreAmounts.Amount),
    of list: inout [(room: Int, amount: CoreAmounts.Amount)],
    _ count: Int
  ) {
    if list.count < count {
      list.append(one)
    } else if let least = list.indices.min(by: { list[$0].room < list[$1].room }),
      list[least].room < one.room
    {
      list[least] = one
    }
  }

  /// The dependents that amounts move, which must be free to follow.
  private func dependents(of amounts: [CoreAmounts.Amount]) -> [CoreAmounts.Amount] {
    var known: Set<Int> = []
    var found: [CoreAmounts.Amount] = []
    for amount in amounts {
      for column in states.dependents(of: amount.column) where known.insert(column).inserted {
        found.append(
          CoreAmounts.Amount(column: column, lower: 0, upper: states.program.upper[column]))
      }
    }
    return found
  }
}

extension Relaxation {
  /// The same number for nodes that are in the same rows; hardly ever for others, and then only amounts are confused.
  func kind(_ node: Int) -> Int {
    var key = 17
    for entry in entries(of: node) {
      key = key &* 1_000_003 &+ Int(entrySide.at[entry])
    }
    return key
  }
}
