import Reporting

/// Values of one goal, or of the number of projects, as a plot shows them.
struct PlotSeries {
  var title: String
  var unit: String
  /// Digits behind the point.
  var decimals: Int
  /// Value at each point, in units of the last decimal; `nil` where there is no plan.
  var values: [Int?]
  /// Whether each value is proved.
  var isProved: [Bool]

  /// Title and unit.
  var heading: String { unit.isEmpty ? title : "\(title)（\(unit)）" }

  func text(_ value: Int) -> String {
    // Zeros at the end say nothing on an axis.
    var (digits, places) = (value, decimals)
    while places > 0, digits % 10 == 0 { (digits, places) = (digits / 10, places - 1) }
    return FixedPoint.text(digits, decimals: places)
  }

  /// Whether it has more than one value.
  var changes: Bool { Set(values.compactMap { $0 }).count > 1 }
}

/// One axis of a sweep as a plot shows it.
struct PlotAxis {
  var title: String
  /// Unit of the positions; empty where the values have none, or are no numbers.
  var unit: String
  var decimals: Int
  /// Label of each place as it was asked for.
  var labels: [String]
  /// Where each place stands, in units of the last decimal; the number of the place where values are no numbers.
  var positions: [Int]
  /// Where the scenario stands itself; `nil` where it has no such value.
  var base: Int?
  var isNumeric: Bool

  var heading: String { unit.isEmpty ? title : "\(title)（\(unit)）" }

  func text(_ position: Int) -> String {
    guard isNumeric else { return labels[position] }
    return PlotSeries(title: "", unit: "", decimals: decimals, values: [], isProved: []).text(
      position)
  }
}
