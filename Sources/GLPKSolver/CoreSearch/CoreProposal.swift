internal import LinearProgram

/// Makes a ``CoreKnapsack`` of the choices around a point, and what its rows are.
struct CoreProposal {
  private let states: TreeStates
  private let elimination: Elimination
  private let madeUp: [Bool]
  private let prices: [Double]
  private var relaxation: Relaxation { states.point.relaxation }

  /// Amounts must be able to move by three typical decisions to make up for rows.
  init(_ states: TreeStates) {
    self.states = states
    elimination = Elimination(states.point, room: 3)
    madeUp = elimination.madeUp
    let isFull = states.point.isFull
    let multipliers = states.point.multipliers
    prices = multipliers.indices.map { isFull[$0] ? multipliers[$0] : 0 }
  }

  /// Room of the sides that choices must keep at a point, in their own units; the others have no end of it.
  func room(_ activity: [Int]) -> [Double] {
    let room = relaxation.sides.map { side in
      let bound =
        side.sign > 0 ? states.program.rowUpper[side.row] : states.program.rowLower[side.row]
      return side.sign * Double((bound ?? 0) - activity[side.row]) / side.scale
    }
    return zip(elimination.reduced(room: room), madeUp).map { $1 ? 1e12 : $0 }
  }

  /// Sides for which choices are needed: full or broken, and not made up for by amounts.
  func needs(_ room: [Double]) -> [Bool] {
    prices.indices.map { !madeUp[$0] && (prices[$0] > 0 || room[$0] < 0) }
  }

  /// The choices as items; rows of the knapsack are the sides, the pairs, and equations once more from the other side.
  func knapsack(_ choices: [CoreChoice], around values: [Int], room: [Double], seed: Int)
    -> CoreKnapsack
  {
    var room = room
    var prices = zip(prices, madeUp).map { $1 ? 0 : $0 }
    for (pair, multiplier) in zip(relaxation.pairs, states.point.pairs.multipliers) {
      let use =
        pair.signs.0 * Double(values[states.column(pair.nodes.0)])
        + pair.signs.1 * Double(values[states.column(pair.nodes.1)])
      room.append(pair.side - use)
      prices.append(multiplier)
    }
    var items = choices.map { item($0, values) }
    addPairs(&items, choices, values)
    for (index, side) in relaxation.sides.enumerated() where side.isEquation && !madeUp[index] {
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

  /// What a choice loses and uses, where amounts make up for what they can.
  private func item(_ choice: CoreChoice, _ values: [Int]) -> CoreKnapsack.Item {
    var use = Array(repeating: 0.0, count: relaxation.sideCount(of: choice.block))
    var item = CoreKnapsack.Item()
    for (place, node) in choice.tree.enumerated() {
      let step = Double(choice.other[place] - values[choice.columns[place]])
      guard step != 0 else { continue }
      item.loss -= step * relaxation.cost.at[node]
      for entry in relaxation.entries(of: node) {
        use[Int(relaxation.entrySide.at[entry])] += step * relaxation.entryValue.at[entry]
      }
    }
    for (local, amount) in use.enumerated() where amount != 0 {
      item.loss += states.point.multipliers[relaxation.side(local, of: choice.block)] * amount
    }
    for (local, amount) in elimination.reduced(use, of: choice.block).enumerated()
    where abs(amount) > 1e-12 {
      let side = relaxation.side(local, of: choice.block)
      if !madeUp[side] { item.uses.append((Int32(side), amount)) }
    }
    return item
  }

  /// Adds what choices use of rows over two decisions.
  private func addPairs(
    _ items: inout [CoreKnapsack.Item], _ choices: [CoreChoice], _ values: [Int]
  ) {
    guard !relaxation.pairs.isEmpty else { return }
    var itemOfNode: [Int: Int] = [:]
    for (index, choice) in choices.enumerated() { itemOfNode[choice.tree.lowerBound] = index }
    for (index, pair) in relaxation.pairs.enumerated() {
      for (node, sign) in [(pair.nodes.0, pair.signs.0), (pair.nodes.1, pair.signs.1)] {
        guard let item = itemOfNode[node] else { continue }
        let choice = choices[item]
        let step = sign * Double(choice.other[0] - values[choice.columns[0]])
        guard step != 0 else { continue }
        items[item].uses.append((Int32(relaxation.sides.count + index), step))
        items[item].loss += step * states.point.pairs.multipliers[index]
      }
    }
  }
}
