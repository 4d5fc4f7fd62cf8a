/// What one cell must hold.
enum Expectation: Sendable {
  /// A text, which is disarmed if a spreadsheet might take it for a formula.
  case text(String)
  /// A number in units of the last place.
  case number(Int, Int)
  /// One of several neighbours: printed data that other cells tie down, and what is printed.
  case within(ClosedRange<Int>, Int, printed: Int)

  static let empty = Expectation.text("")

  static func yes(_ value: Bool) -> Expectation { .text(value ? "是" : "否") }

  static func whole(_ value: Int) -> Expectation { .number(value, 0) }

  /// 亩, given in hundredths.
  static func mu(_ value: Int) -> Expectation { .number(value, 2) }

  /// 公顷, given in 0.0001.
  static func hectare(_ value: Int) -> Expectation { .number(value, 4) }

  /// 万元, given in 元.
  static func money(_ value: Int) -> Expectation { .number(value, 4) }

  /// A number, or an empty cell where there is none.
  static func optional(_ value: Int?, _ decimals: Int) -> Expectation {
    value.map { .number($0, decimals) } ?? .empty
  }

  /// The text that should stand there; `nil` if `found` is right.
  func correction(of found: String) -> String? {
    switch self {
    case .text(let text):
      let text = Expectation.disarmed(text)
      return isSameText(found, text) ? nil : text
    case .number(let value, let decimals):
      let text = NumberText.format(value, decimals: decimals)
      return isSameText(found, text) ? nil : text
    case .within(let range, let decimals, _):
      if let value = NumberText.parse(found, decimals: decimals), range.contains(value) {
        return nil
      }
      let ends = [range.lowerBound, range.upperBound].map {
        NumberText.format($0, decimals: decimals)
      }
      return range.count == 1 ? ends[0] : ends.joined(separator: "…")
    }
  }

  /// The number that is printed, in units of the last place, and its decimals; `nil` for a text.
  var number: (value: Int, decimals: Int)? {
    switch self {
    case .text: nil
    case .number(let value, let decimals): (value, decimals)
    case .within(_, let decimals, let printed): (printed, decimals)
    }
  }

  private static let dangerous: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]

  private static func disarmed(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, dangerous.contains(first) else { return text }
    return "'" + text
  }
}

/// A column of a table: its header, and what its cells obey.
struct Column: Sendable {
  let header: String
  let rule: Words

  init(_ header: String, _ rule: Words = .scenario) {
    self.header = header
    self.rule = rule
  }

  /// A column that an identity ties to others.
  init(_ header: String, identity: String) {
    self.init(header, Words(identity: "\(header) = \(identity)"))
  }
}

/// All that a table must hold.
struct ExpectedTable: Sendable {
  let id: TableID
  var columns: [Column]
  /// Columns that tell rows apart.
  let keys: [Int]
  var rows: [[Expectation]] = []

  init(_ id: TableID, keys: [String], _ columns: [Column]) {
    self.id = id
    let all = [Column("序号", .counting)] + columns
    self.columns = all
    self.keys = keys.compactMap { key in all.firstIndex { $0.header == key } }
  }

  /// Place of a column; `nil` where there is none of this name.
  func column(_ header: String) -> Int? { columns.firstIndex { $0.header == header } }

  /// Adds a row, which gets the next number.
  mutating func add(_ cells: [Expectation]) { rows.append([.whole(rows.count + 1)] + cells) }
}
