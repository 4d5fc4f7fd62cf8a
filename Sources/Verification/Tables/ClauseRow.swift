/// One constraint of T16, in units of the last place.
struct ClauseRow: Sendable {
  /// Which side of the limit the use must be on.
  enum Relation: String, Sendable {
    case atMost = "≤"
    case atLeast = "≥"
    case expected = "≥（预期）"
    case preferred = "≥（优先）"
    case none = "="
  }

  let name: String
  var place = "全市"
  var relation = Relation.atMost
  var limit = 0
  var use = 0
  var unit = "项"
  var decimals = 0
  /// Number of projects that a gate concerns; `nil` for a row that is no gate.
  var concerned: Int?

  /// Distance to the limit, negative where it is broken.
  var slack: Int { relation == .atMost ? limit - use : use - limit }

  /// Cells 约束 to 说明.
  var cells: [Expectation] {
    let binds = concerned.map { $0 > 0 } ?? (slack == 0)
    return [
      .text(name), .text(place), .text(relation.rawValue), .number(limit, decimals),
      .number(use, decimals), .number(slack, decimals), .text(unit), .yes(binds),
      .text(concerned.map { "涉及\($0)项" } ?? ""),
    ]
  }

  static func gate(_ name: String, concerned: Int) -> ClauseRow {
    ClauseRow(name: name, relation: .none, concerned: concerned)
  }
}
