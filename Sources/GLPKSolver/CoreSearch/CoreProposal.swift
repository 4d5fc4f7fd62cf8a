internal import LinearProgram

/// Makes a ``CoreKnapsack`` of a core, solves it, and applies what it proposes.
struct CoreProposal {
  private let states: TreeStates
  private let elimination: Elimination
  private var relaxation: Relaxation { states.point.relaxation }

  init(_ states: TreeStates, _ elimination: Elimination) {
    self.states = states
    self.elimination = elimination
  }

  /// The choices of a core as items; rows of the knapsack are the sides, then the pairs.
  func knapsack(_ core: Core, around values: [Int], activity: [Int], seed: Int) -> CoreKnapsack {
    let point = states.point
    let made = Set(elimination.madeUp)
    var room = elimination.reduced(room: room(activity))
    var prices = relaxation.sides.indices.map { index in
      point.multipliers[index] > point.slacks[index] ? point.multipliers[index] : 0
    }
    for side in made { (room[side], prices[side]) = (1e9, 0) }
    for (pair, multiplier) in zip(relaxation.pairs, point.pairs.multipliers) {
      let use = [(pair.nodes.0, pair.signs.0), (pair.nodes.1, pair.signs.1)].reduce(0.0) {
        $0 + $1.1 * Double(values[Int(relaxation.column.at[$1.0])])
      }
      room.append(pair.side - use)
      prices.append(multiplier)
    }
    var items = core.choices.map { item($0, values, made) }
    addPairs(&items, core, values)
    // An equation must not be undershot either.
    for (index, side) in relaxation.sides.enumerated()
    where side.isEquation && !made.contains(index) {
      for item in items.indices {
        for use in items[item].uses where use.row == Int32(index) {
          items[item].uses.append((Int32(room.count), -use.amount))
        }
      }
      room.append(-room[index])
      prices.append(0)
    }
    return CoreKnapsack(items: items, room: room, prices: prices, seed: seed)
  }

  /// Room of every side, in its own units.
  private func room(_ activity: [Int]) -> [Double] {
    relaxation.sides.map { side in
      let bound =
        side.sign > 0 ? states.program.rowUpper[side.row] : states.program.rowLower[side.row]
      return side.sign * Double((bound ?? 0) - activity[side.row]) / side.scale
    }
  }

  private func item(_ choice: Core.Choice, _ values: [Int], _ made: Set<Int>) -> CoreKnapsack.Item {
    var use = Array(repeating: 0.0, count: relaxation.sideCount(of: choice.block))
    var loss = 0.0
    for (place, node) in choice.tree.enumerated() {
      let step = Double(choice.other[place] - values[choice.columns[place]])
      guard step != 0 else { continue }
      loss -= step * relaxation.cost.at[node]
      for entry in Int(relaxation.entryStart.at[node])..<Int(relaxation.entryStart.at[node + 1]) {
        use[Int(relaxation.entrySide.at[entry])] += step * relaxation.entryValue.at[entry]
      }
    }
    let prices = relaxation.local(states.point.multipliers, of: choice.block)
    for (local, amount) in use.enumerated() { loss += prices[local] * amount }
    var item = CoreKnapsack.Item(loss: loss)
    for (local, amount) in elimination.reduced(use, of: choice.block).enumerated()
    where abs(amount) > 1e-12 {
      let side = relaxation.side(local, of: choice.block)
      if !made.contains(side) { item.uses.append((Int32(side), amount)) }
    }
    return item
  }

  private func addPairs(_ items: inout [CoreKnapsack.Item], _ core: Core, _ values: [Int]) {
    guard !relaxation.pairs.isEmpty else { return }
    var itemOfNode: [Int: Int] = [:]
    for (index, choice) in core.choices.enumerated() {
      itemOfNode[choice.tree.lowerBound] = index
    }
    for (index, pair) in relaxation.pairs.enumerated() {
      for (node, sign) in [(pair.nodes.0, pair.signs.0), (pair.nodes.1, pair.signs.1)] {
        guard let item = itemOfNode[node] else { continue }
        let choice = core.choices[item]
        let step = sign * Double(choice.other[0] - values[choice.columns[0]])
        guard step != 0 else { continue }
        items[item].uses.append((Int32(relaxation.sides.count + index), step))
        items[item].loss += step * states.point.pairs.multipliers[index]
      }
    }
  }
}
