package import ScenarioIO

/// One axis of a sweep as its answer speaks of it.
package struct SweptAxis {
  /// Path of the input that is varied.
  package var path: String
  /// Value of each place as it was asked for, e.g. `85%`.
  package var labels: [String]
  /// Value of each place as the scenario of the place has it; empty where it has none.
  package var values: [String]
  /// The value of the scenario itself.
  package var base: String

  package init(path: String, labels: [String], values: [String], base: String) {
    self.path = path
    self.labels = labels
    self.values = values
    self.base = base
  }

  /// The values as numbers of one unit with the same decimal places, the scenario's own last; `nil` where they are none.
  package var amounts: [WrittenAmount]? {
    let amounts = values.compactMap { WrittenAmount($0) }
    guard amounts.count == values.count, let unit = amounts.first?.unit,
      amounts.allSatisfy({ $0.unit == unit })
    else { return nil }
    let own = WrittenAmount(base).flatMap { $0.unit == unit ? $0 : nil }
    let all = amounts + (own.map { [$0] } ?? [])
    let decimals = all.map(\.decimals).max() ?? 0
    let scaled = all.compactMap { $0.scaled(to: decimals) }
    return scaled.count == all.count ? scaled : nil
  }

  /// The axis in a plot.
  var plotted: PlotAxis {
    guard let amounts else {
      return PlotAxis(
        title: path, unit: "", decimals: 0, labels: labels, positions: Array(labels.indices),
        base: nil, isNumeric: false)
    }
    return PlotAxis(
      title: path, unit: amounts.first?.unit ?? "", decimals: amounts.first?.decimals ?? 0,
      labels: labels, positions: amounts.prefix(labels.count).map(\.digits),
      base: amounts.count > labels.count ? amounts.last?.digits : nil, isNumeric: true)
  }
}
