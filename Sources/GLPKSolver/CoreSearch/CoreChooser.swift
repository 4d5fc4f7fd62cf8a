internal import LinearProgram

/// Chooses what goes into a ``Core``: the trees that lose least by another state, enough of them for every row that is full, and
/// amounts in the middle of their range.
struct CoreChooser {
  /// How much goes into a core.
  struct Size {
    /// Trees that lose least, whatever they use.
    var trees: Int
    /// Trees for each full row.
    var treesPerRow: Int
    /// Amounts of each kind and block.
    var amounts: Int
  }

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

  /// The nearest whole values of all columns.
  func nearestValues() -> [Int] {
    var values = states.program.lower
    forEachTree { tree, _ in
      let root = tree.lowerBound
      if relaxation.isAmount(root: root) {
        let column = Int(relaxation.column.at[root])
        let whole = Int(states.point.value.at[root].rounded())
        values[column] = min(max(whole, states.program.lower[column]), states.program.upper[column])
      } else {
        states.assign(tree, rootIn: states.share(root) > 0.5, .nearest, to: &values)
      }
    }
    return values
  }

  private func forEachTree(_ body: (Range<Int>, Int) -> Void) {
    for (index, block) in relaxation.blocks.enumerated() {
      var node = block.nodes.lowerBound
      while node < block.nodes.upperBound {
        let end = relaxation.end(ofTree: node, limit: block.nodes.upperBound)
        body(node..<end, index)
        node = end
      }
    }
  }

  /// The core around a point.
  func core(around values: [Int], _ size: Size) -> Core {
    var core = Core()
    let chosen = size.trees + size.treesPerRow > 0 ? trees(size) : []
    var isChosen: Set<Int> = []
    for candidate in chosen {
      isChosen.insert(candidate.tree.lowerBound)
      if let choice = choice(candidate, values) { core.choices.append(choice) }
    }
    core.amounts = amounts(values, isChosen, size.amounts)
    return core
  }

  /// A tree's second state: the root on its other side, or steps rounded the other way where the root stands firm.
  private func choice(_ candidate: Candidate, _ values: [Int]) -> Core.Choice? {
    let tree = candidate.tree
    let columns = states.columns(tree)
    let isIn = values[columns[0]] != states.program.lower[columns[0]]
    var other = values
    if isIn, let step = openStep(tree), !isOpen(tree.lowerBound) {
      let column = Int(relaxation.column.at[step])
      for rounding in [TreeStates.Rounding.down, .up] {
        states.assign(tree, rootIn: true, rounding, to: &other)
        if other[column] != values[column] { break }
      }
    } else {
      states.assign(tree, rootIn: !isIn, .nearest, to: &other)
    }
    let changed = columns.map { other[$0] }
    return columns.contains { other[$0] != values[$0] }
      ? Core.Choice(tree: tree, block: candidate.block, columns: columns, other: changed) : nil
  }

  private func margin(_ node: Int) -> Double {
    states.point.aboveCost.at[node] - states.point.belowCost.at[node]
  }

  /// Whether a node stands away from both its ends.
  private func isOpen(_ node: Int) -> Bool {
    let share = states.share(node)
    return share > 0.02 && share < 0.98
  }

  private func openStep(_ tree: Range<Int>) -> Int? {
    tree.first { relaxation.isStep($0, treeEnd: tree.upperBound) && isOpen($0) }
  }

  private func loss(_ tree: Range<Int>) -> Double {
    let root = tree.lowerBound
    let own = abs(margin(root)) * relaxation.width.at[root]
    guard let step = openStep(tree) else { return own }
    return min(own, abs(margin(step)))
  }

  /// Trees by what they lose, and of the others those that full rows need.
  private func trees(_ size: Size) -> [Candidate] {
    var candidates: [Candidate] = []
    let limit = 0.5
    forEachTree { tree, block in
      guard !relaxation.isAmount(root: tree.lowerBound) else { return }
      let loss = loss(tree)
      if loss < limit { candidates.append(Candidate(tree: tree, block: block, loss: loss)) }
    }
    candidates.sort {
      $0.loss != $1.loss ? $0.loss < $1.loss : $0.tree.lowerBound < $1.tree.lowerBound
    }
    var wanted = wantedPerSide(size)
    var chosen: [Candidate] = []
    for candidate in candidates {
      var isWanted = chosen.count < size.trees
      for node in candidate.tree {
        for entry in Int(relaxation.entryStart.at[node])..<Int(relaxation.entryStart.at[node + 1]) {
          let side = relaxation.side(Int(relaxation.entrySide.at[entry]), of: candidate.block)
          if wanted[side] > 0 { isWanted = true }
        }
      }
      guard isWanted else { continue }
      chosen.append(candidate)
      for node in candidate.tree {
        for entry in Int(relaxation.entryStart.at[node])..<Int(relaxation.entryStart.at[node + 1]) {
          wanted[relaxation.side(Int(relaxation.entrySide.at[entry]), of: candidate.block)] -= 1
        }
      }
    }
    return chosen
  }

  /// How many trees each side wants: those that are full, unless amounts fill them.
  private func wantedPerSide(_ size: Size) -> [Int] {
    var wanted = relaxation.sides.indices.map { index in
      let side = relaxation.sides[index]
      return side.isEquation || states.point.multipliers[index] > states.point.slacks[index]
        ? size.treesPerRow : 0
    }
    forEachTree { tree, block in
      for node in tree where relaxation.parent.at[node] >= 0 || relaxation.isAmount(root: node) {
        let room = min(states.point.below.at[node], states.point.above.at[node])
        guard room > 2, !relaxation.isStep(node, treeEnd: tree.upperBound) else { continue }
        for entry in Int(relaxation.entryStart.at[node])..<Int(relaxation.entryStart.at[node + 1]) {
          wanted[relaxation.side(Int(relaxation.entrySide.at[entry]), of: block)] = 0
        }
      }
    }
    return wanted
  }

  /// Amounts that stand alone, and of each block and kind those with most room among the trees that stay as they are.
  private func amounts(_ values: [Int], _ isChosen: Set<Int>, _ count: Int) -> [Core.Amount] {
    var alone: [Core.Amount] = []
    var kinds: [Int: [(room: Int, amount: Core.Amount)]] = [:]
    var found: [Core.Amount] = []
    var current = 0
    func flush() {
      for key in kinds.keys.sorted() { found += (kinds[key] ?? []).map(\.amount) }
      kinds.removeAll(keepingCapacity: true)
    }
    forEachTree { tree, block in
      if block != current {
        flush()
        current = block
      }
      let root = tree.lowerBound
      if relaxation.isAmount(root: root) {
        let column = Int(relaxation.column.at[root])
        alone.append(
          Core.Amount(
            column: column, lower: states.program.lower[column],
            upper: states.program.upper[column]))
      }
      guard !isChosen.contains(root) else { return }
      for node in tree.dropFirst() where !relaxation.isStep(node, treeEnd: tree.upperBound) {
        guard let amount = amount(node, values) else { continue }
        let value = values[amount.column]
        let room = min(value - amount.lower, amount.upper - value)
        guard room > 0 else { continue }
        let key = kind(node)
        var list = kinds[key, default: []]
        if list.count < count {
          list.append((room, amount))
        } else if let least = list.indices.min(by: { list[$0].room < list[$1].room }),
          list[least].room < room
        {
          list[least] = (room, amount)
        } else {
          continue
        }
        kinds[key] = list
      }
    }
    flush()
    let all = alone + found
    return all + dependents(of: all)
  }

  /// What an amount's parent allows it.
  private func amount(_ node: Int, _ values: [Int]) -> Core.Amount? {
    let parent = Double(values[Int(relaxation.column.at[Int(relaxation.parent.at[node])])])
    let column = Int(relaxation.column.at[node])
    let least = relaxation.least.at[node]
    let low = Int((least * parent - 1e-9).rounded(.up))
    let high = Int(((least + relaxation.width.at[node]) * parent + 1e-9).rounded(.down))
    let upper = min(high, states.program.upper[column])
    return low < upper ? Core.Amount(column: column, lower: low, upper: upper) : nil
  }

  /// The same number for amounts that are in the same rows.
  private func kind(_ node: Int) -> Int {
    var key = 17
    for entry in Int(relaxation.entryStart.at[node])..<Int(relaxation.entryStart.at[node + 1]) {
      key = key &* 1_000_003 &+ Int(relaxation.entrySide.at[entry])
    }
    return key
  }

  /// The dependents that amounts move, which must be free to follow.
  private func dependents(of amounts: [Core.Amount]) -> [Core.Amount] {
    var known: Set<Int> = []
    var found: [Core.Amount] = []
    for amount in amounts {
      for column in states.dependents(of: amount.column) where known.insert(column).inserted {
        found.append(Core.Amount(column: column, lower: 0, upper: states.program.upper[column]))
      }
    }
    return found
  }
}
