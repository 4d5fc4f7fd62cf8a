internal import LinearProgram

extension CoreKnapsack {
  /// One or two flips together; −1 stands for none.
  private struct Combination {
    var first: Int32
    var second: Int32
    var loss: Double
    /// Uses of the rows that matter most.
    var uses: SIMD8<Double>

    func joined(_ other: Combination) -> [Int]? {
      let all = [first, second, other.first, other.second].filter { $0 >= 0 }.map(Int.init)
      return Set(all).count == all.count ? all : nil
    }
  }

  /// The rows that matter most, worth and penalty of their units, and their room.
  private struct Focus {
    var rows: [Int]
    var price = SIMD8<Double>(repeating: 0)
    var penalty = SIMD8<Double>(repeating: 0)
    var room = SIMD8<Double>(repeating: 0)
    var fixed = 0.0

    func worth(_ room: SIMD8<Double>) -> Double {
      // Not pointwiseMin and pointwiseMax, which go through the lanes one by one.
      let positive = room.replacing(with: 0, where: room .< 0)
      let lack = positive - room
      let broken = (lack * 1e8).replacing(with: fixed, where: lack * 1e8 .> fixed)
      return (positive * price + lack * penalty + broken).sum()
    }
  }

  /// Looks for up to four flips, among the items that lose least, that lower the deficit most; false if there are none.
  ///
  /// Pairs of flips are sorted by their use of the row that matters most; for each pair only those others are tried that fill this row
  /// well enough (Horowitz and Sahni 1974 meet in the middle in this way). A search that takes long ends with the best flips so far.
  ///
  /// - Parameters:
  ///   - overall, perRow: how many of the items that lose least are considered, and how many of those in each full row.
  ///   - target: a deficit that is low enough.
  ///   - most: combinations of pairs that are looked at, about.
  mutating func exchange(overall: Int, perRow: Int, until target: Double, most: Int) -> Bool {
    let near = nearItems(overall: overall, perRow: perRow)
    guard let focus = focus(near) else { return false }
    let pairs = combinations(near, focus)
    let keys = pairs.map { $0.uses[0] }
    let losses = pairs.map(\.loss)
    let order = pairs.indices.sorted {
      pairs[$0].loss != pairs[$1].loss ? pairs[$0].loss < pairs[$1].loss : $0 < $1
    }
    guard let lowest = order.first.map({ pairs[$0].loss }) else { return false }
    let now = focus.worth(focus.room)
    // A small step forward is not worth a search.
    let needed = max(0, deficit - target)
    var best = (change: -max(1e-7, 0.02 * needed), flips: [Int]())
    var steps = 0
    for one in order.lazy.map({ pairs[$0] }) {
      // What the rows may be short of if the result is to be better than the best so far.
      let allowance = best.change + now - one.loss - lowest
      guard allowance > 0, best.change > -needed || needed == 0, steps < most else { break }
      let rest = focus.room - one.uses
      let highest = rest[0] + allowance / focus.penalty[0]
      var index = CoreKnapsack.firstIndex(keys, notBelow: rest[0] - allowance / focus.price[0])
      while index < keys.count, keys[index] <= highest {
        defer { index += 1 }
        steps += 1
        // What is lost by the flips alone is too much for most pairs, which then need not be read.
        guard one.loss + losses[index] < best.change + now else { continue }
        let other = pairs[index]
        let estimate = one.loss + other.loss + focus.worth(rest - other.uses) - now
        guard estimate < best.change, let flips = one.joined(other) else { continue }
        let exact = change(flips)
        if exact < best.change { best = (exact, flips) }
      }
    }
    for index in best.flips { flip(index) }
    return !best.flips.isEmpty
  }

  /// Items that may be near: their pairs are kept in memory.
  private static var mostNear: Int { 1_000 }

  /// Items whose flip loses least, overall and of each full row.
  private func nearItems(overall: Int, perRow: Int) -> [Int] {
    let order = items.indices.sorted {
      let (a, b) = (loss(ofFlip: $0), loss(ofFlip: $1))
      return a != b ? a < b : $0 < $1
    }
    var seen = Array(repeating: 0, count: room.count)
    var near: [Int] = []
    for index in order {
      var isWanted = near.count < overall
      for use in items[index].uses where prices[Int(use.row)] > 0 || room[Int(use.row)] < -1e-9 {
        if seen[Int(use.row)] < perRow { isWanted = true }
        seen[Int(use.row)] += 1
      }
      if isWanted { near.append(index) }
      if near.count == CoreKnapsack.mostNear { break }
    }
    return near
  }

  private func focus(_ near: [Int]) -> Focus? {
    var spread = Array(repeating: 0.0, count: room.count)
    for index in near {
      for use in items[index].uses {
        let row = Int(use.row)
        spread[row] += abs(use.amount) * (room[row] < -1e-9 ? penalty(row) : prices[row])
      }
    }
    let rows = spread.indices.filter { spread[$0] > 0 }.sorted {
      spread[$0] != spread[$1] ? spread[$0] > spread[$1] : $0 < $1
    }.prefix(8)
    // The first row of the focus is the one whose unused room costs most.
    guard let first = rows.max(by: { spread[$0] * prices[$0] < spread[$1] * prices[$1] }),
      prices[first] > 0
    else { return nil }
    var focus = Focus(rows: [first] + rows.filter { $0 != first }, fixed: strictness.fixed)
    for (place, row) in focus.rows.enumerated() {
      focus.price[place] = prices[row]
      focus.penalty[place] = penalty(row)
      focus.room[place] = room[row]
    }
    return focus
  }

  private func combinations(_ near: [Int], _ focus: Focus) -> [Combination] {
    let singles = near.map { index in
      var uses = SIMD8<Double>(repeating: 0)
      let sign = isTaken[index] ? -1.0 : 1.0
      for use in items[index].uses {
        if let place = focus.rows.firstIndex(of: Int(use.row)) { uses[place] += sign * use.amount }
      }
      return Combination(
        first: Int32(index), second: -1, loss: loss(ofFlip: index), uses: uses)
    }
    let none = Combination(first: -1, second: -1, loss: 0, uses: SIMD8(repeating: 0))
    var all = [none] + singles
    all.reserveCapacity(singles.count * (singles.count + 1) / 2 + 1)
    for (place, one) in singles.enumerated() {
      for other in singles[..<place] {
        all.append(
          Combination(
            first: one.first, second: other.first, loss: one.loss + other.loss,
            uses: one.uses + other.uses))
      }
    }
    return all.sorted {
      if $0.uses[0] != $1.uses[0] { return $0.uses[0] < $1.uses[0] }
      return ($0.first, $0.second) < ($1.first, $1.second)
    }
  }

  private static func firstIndex(_ keys: [Double], notBelow value: Double) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
