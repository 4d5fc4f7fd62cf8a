import Accounts
import Studies

/// The limits of several comparisons with one base in one table: a row per limit, a column per case.
struct LimitGrid {
  /// Lines of the base, then of each variant; `nil` where a case has no such limit.
  let rows: [[ConstraintLine?]]

  init(_ comparisons: [Comparison]) {
    let count = comparisons.count + 1
    var rows: [[ConstraintLine?]] = []
    // Every comparison lists the limits of the base in the same order, and then its own.
    for (number, comparison) in comparisons.enumerated() {
      var place = 0
      for limit in comparison.limits {
        if let line = limit.base {
          if number == 0 { rows.append([line] + Array(repeating: nil, count: count - 1)) }
          rows[place][number + 1] = limit.variant
          place += 1
        }
      }
    }
    for (number, comparison) in comparisons.enumerated() {
      for limit in comparison.limits where limit.base == nil {
        var row = [ConstraintLine?](repeating: nil, count: count)
        row[number + 1] = limit.variant
        rows.append(row)
      }
    }
    self.rows = rows
  }
}
