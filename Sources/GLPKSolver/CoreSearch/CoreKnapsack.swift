/// The choices of a core as a small knapsack problem over rows that amounts cannot make up for.
///
/// It is solved by moves that lower the *deficit* against the bound: what wrong choices lose, plus what unused room of rows is worth,
/// plus a penalty for broken rows. All of it is in doubles and only a proposal.
struct CoreKnapsack {
  /// One choice: what taking it uses of rows, and what it loses against the bound (less than 0 if it gains).
  struct Item {
    var uses: [(row: Int32, amount: Double)] = []
    var loss = 0.0
  }

  let items: [Item]
  /// Worth of a unit of each row; 0 for rows that are far from full.
  let prices: [Double]
  private(set) var room: [Double]
  private(set) var isTaken: [Bool]
  /// Items of each row that is full or broken, those that lose or gain least first.
  private let itemsOfRow: [[Int32]]
  private var random: Draws

  init(items: [Item], room: [Double], prices: [Double], seed: Int) {
    self.items = items
    self.room = room
    self.prices = prices
    isTaken = Array(repeating: false, count: items.count)
    random = Draws(seed: seed)
    var lists: [[Int32]] = Array(repeating: [], count: room.count)
    let order = items.indices.sorted {
      let (a, b) = (abs(items[$0].loss), abs(items[$1].loss))
      return a != b ? a < b : $0 < $1
    }
    for index in order {
      for use in items[index].uses where prices[Int(use.row)] > 0 || room[Int(use.row)] < 0 {
        lists[Int(use.row)].append(Int32(index))
      }
    }
    itemsOfRow = lists.filter { !$0.isEmpty }
  }

  /// Penalties for broken rows: what each costs at all, and a factor of what it lacks.
  var strictness = Strictness.lax

  /// How broken rows are punished.
  struct Strictness {
    var fixed: Double
    var factor: Double

    static let lax = Strictness(fixed: 0, factor: 0.3)
    static let strict = Strictness(fixed: 0.2, factor: 3)
  }

  /// Penalty for a unit that a row lacks; a row without a price must be kept, too.
  func penalty(_ row: Int) -> Double { strictness.factor * (0.3 + 10 * prices[row]) }

  /// What a row adds to the deficit with so much room.
  @inline(__always)
  private func worth(_ row: Int, _ room: Double) -> Double {
    if room >= 0 { return prices[row] * room }
    return -room * penalty(row) + (room < -1e-9 ? strictness.fixed : 0)
  }

  /// How far the state is from the bound, penalties included.
  var deficit: Double {
    var sum = 0.0
    for (row, room) in room.enumerated() { sum += worth(row, room) }
    for (item, isTaken) in zip(items, isTaken) {
      sum += isTaken ? max(0, item.loss) : max(0, -item.loss)
    }
    return sum
  }

  /// Whether no row is broken.
  var isFeasible: Bool { room.allSatisfy { $0 > -1e-9 } }

  /// What a flip loses, leaving rows aside.
  func loss(ofFlip index: Int) -> Double { isTaken[index] ? -items[index].loss : items[index].loss }

  /// Takes an item, or gives it back.
  mutating func flip(_ index: Int) {
    let sign = isTaken[index] ? 1.0 : -1.0
    for use in items[index].uses { room[Int(use.row)] += sign * use.amount }
    isTaken[index].toggle()
  }

  /// Change of the deficit by one flip.
  func change(_ index: Int) -> Double {
    let sign = isTaken[index] ? 1.0 : -1.0
    var sum = loss(ofFlip: index)
    for use in items[index].uses {
      let old = room[Int(use.row)]
      sum += worth(Int(use.row), old + sign * use.amount) - worth(Int(use.row), old)
    }
    return sum
  }

  /// Change of the deficit by several flips of different items.
  mutating func change(_ flips: [Int]) -> Double {
    var sum = 0.0
    for index in flips {
      sum += change(index)
      flip(index)
    }
    for index in flips { flip(index) }
    return sum
  }

  /// Takes many random flips and exchanges that raise the deficit by no more than a falling threshold (Dueck and Scheuer 1990), and
  /// keeps the best state seen.
  mutating func anneal(moves: Int, from threshold: Double) {
    guard !itemsOfRow.isEmpty else { return }
    var current = deficit
    var best = (deficit: current, isTaken: isTaken, room: room)
    for move in 0..<moves {
      let left = 1 - Double(move) / Double(moves)
      let first = propose()
      var delta = change(first)
      flip(first)
      var second = first
      if random.unit() < 0.7 {
        second = propose()
        if second != first {
          delta += change(second)
          flip(second)
        }
      }
      if delta <= threshold * left * left * left * random.exponential() {
        current += delta
        if current < best.deficit - 1e-9 { best = (current, isTaken, room) }
      } else {
        flip(first)
        if second != first { flip(second) }
      }
    }
    (isTaken, room) = (best.isTaken, best.room)
  }

  /// An item of a full row, more likely one that loses little.
  private mutating func propose() -> Int {
    let list = itemsOfRow[random.below(itemsOfRow.count)]
    let u = random.unit()
    return Int(list[Int(u * u * Double(list.count))])
  }
}

/// Reproducible draws (Marsaglia's xorshift, 2003).
struct Draws {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<8 { _ = below(2) }
  }

  /// From 0 to just below a count.
  mutating func below(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(count))
  }

  /// Exponentially distributed with mean 1; the logarithm is a series of our own, because libraries differ in its last digit.
  mutating func exponential() -> Double {
    let u = 1 - unit()
    let e = u.exponent
    let t = (u.significand - 1.4142135623730951) / (u.significand + 1.4142135623730951)
    let t2 = t * t
    return
      -((Double(e) + 0.5) * 0.6931471805599453 + 2 * t * (1 + t2 * (1.0 / 3 + t2 * (0.2 + t2 / 7))))
  }

  /// From 0 to just below 1.
  mutating func unit() -> Double { Double(below(1 << 30)) / Double(1 << 30) }
}
