/// The order of projects by the UTF-8 bytes of their ids.
struct ProjectOrder {
  let ids: [String]
  /// Row numbers in the order of ids; equal ids in the order of rows.
  let numbers: [Int]
  /// Whether the rows already stand in this order.
  let isSorted: Bool
  /// For each row its place in the order.
  let ranks: [Int]

  init(ids: [String]) {
    self.ids = ids
    var sorted = true
    for index in ids.indices.dropFirst() where sorted {
      sorted = !Self.precedes(ids[index], ids[index - 1])
    }
    isSorted = sorted
    if sorted {
      numbers = Array(ids.indices)
      ranks = numbers
      return
    }
    // Most comparisons are settled by the first eight bytes.
    let keyed = ids.indices.map { (prefix: Self.prefix(ids[$0]), number: $0) }
    numbers = keyed.sorted { first, second in
      if first.prefix != second.prefix { return first.prefix < second.prefix }
      let (a, b) = (ids[first.number], ids[second.number])
      if Self.precedes(a, b) { return true }
      return Self.precedes(b, a) ? false : first.number < second.number
    }.map(\.number)
    var ranks = Array(repeating: 0, count: ids.count)
    for (rank, number) in numbers.enumerated() { ranks[number] = rank }
    self.ranks = ranks
  }

  private static func prefix(_ id: String) -> UInt64 {
    var value: UInt64 = 0
    var count = 0
    for byte in id.utf8.prefix(8) {
      value = value << 8 | UInt64(byte)
      count += 1
    }
    return value << UInt64(8 * (8 - count))
  }

  private static func precedes(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }

  /// The place in the order of an id; `nil` where there is none.
  func rank(of id: String) -> Int? {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if Self.precedes(ids[numbers[middle]], id) { low = middle + 1 } else { high = middle }
    }
    guard low < numbers.count, ids[numbers[low]].utf8.elementsEqual(id.utf8) else { return nil }
    return low
  }

  /// Reports ids that stand twice.
  func reportRepeated(_ context: ReadContext, place: (Int) -> Place) {
    for index in numbers.indices.dropFirst() {
      let (first, again) = (numbers[index - 1], numbers[index])
      guard ids[first].utf8.elementsEqual(ids[again].utf8) else { continue }
      context.log.report(
        .repeatedName, "项目编号 `\(ids[again])` 重复", "the project id `\(ids[again])` is used twice",
        at: place(again), notes: [(Bilingual("前一个在这里", "the earlier one is here"), place(first))])
    }
  }
}
