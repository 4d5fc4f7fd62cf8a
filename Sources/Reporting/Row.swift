import Accounts
import Scenario

/// The cells of a row while they are put together; one serves for many rows in turn, so that none needs memory of its own.
struct Row {
  private(set) var cells: [Cell] = []

  mutating func clear() { cells.removeAll(keepingCapacity: true) }

  mutating func append(_ more: [Cell]) { cells.append(contentsOf: more) }

  mutating func text(_ text: String) { cells.append(.text(text)) }

  mutating func empty() { cells.append(.empty) }

  mutating func number(_ value: Int, decimals: Int) {
    cells.append(.number(value, decimals: decimals))
  }

  mutating func count(_ value: Int) { cells.append(.count(value)) }
  mutating func mu(_ value: Int) { cells.append(.mu(value)) }
  mutating func hectare(_ value: Int) { cells.append(.hectare(value)) }
  mutating func wanYuan(_ value: Int) { cells.append(.wanYuan(value)) }
  mutating func percent(_ value: Int?) { cells.append(.percent(value)) }
  mutating func yesNo(_ value: Bool) { cells.append(.yesNo(value)) }

  /// Words joined as a list.
  mutating func list(_ words: [String]) {
    text(words.count == 1 ? words[0] : words.joined(separator: "、"))
  }
}
