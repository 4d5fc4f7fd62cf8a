/// Bounds of all columns, kept as what they are narrower in than another box: open nodes share what they have in common, so that a
/// long search does not fill the memory.
final class Box: Sendable {
  private struct Change {
    var column: Int32
    var lower: Int
    var upper: Int
  }

  private let outer: Box?
  private let changes: [Change]
  private let columnCount: Int

  init(lower: [Int], upper: [Int]) {
    outer = nil
    columnCount = lower.count
    changes = lower.indices.map { Change(column: Int32($0), lower: lower[$0], upper: upper[$0]) }
  }

  private init(_ outer: Box, _ changes: [Change]) {
    self.outer = outer
    self.changes = changes
    columnCount = outer.columnCount
  }

  /// Bounds of every column.
  var bounds: (lower: [Int], upper: [Int]) {
    var lower = Array(repeating: Int.min, count: columnCount)
    var upper = Array(repeating: Int.max, count: columnCount)
    var box: Box? = self
    while let current = box {
      for change in current.changes {
        let column = Int(change.column)
        lower[column] = max(lower[column], change.lower)
        upper[column] = min(upper[column], change.upper)
      }
      box = current.outer
    }
    return (lower, upper)
  }

  /// A box of bounds that are no wider.
  func narrowed(to lower: [Int], _ upper: [Int]) -> Box {
    let bounds = bounds
    var changes: [Change] = []
    for column in lower.indices
    where lower[column] != bounds.lower[column] || upper[column] != bounds.upper[column] {
      changes.append(Change(column: Int32(column), lower: lower[column], upper: upper[column]))
    }
    return changes.isEmpty ? self : Box(self, changes)
  }
}
