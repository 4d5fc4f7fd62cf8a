/// An amount as a scenario has it written: a number of units of its last decimal place, and its unit.
public struct WrittenAmount: Sendable, Equatable {
  /// The number without its point.
  public let digits: Int
  /// Digits behind the point.
  public let decimals: Int
  /// What stands behind the number; empty for a plain number.
  public let unit: String

  public init(digits: Int, decimals: Int, unit: String) {
    self.digits = digits
    self.decimals = decimals
    self.unit = unit
  }

  /// Reads a number with a unit or without one; `nil` for any other text.
  public init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let rest = isNegative ? text.dropFirst() : text[...]
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first, !whole.isEmpty,
      let digits = Int(parts.joined()), digits.magnitude < 1 << 60,
      parts.count == 1 || !parts[1].isEmpty
    else { return nil }
    self.digits = isNegative ? -digits : digits
    decimals = parts.count == 2 ? parts[1].count : 0
    unit = String(rest[number.endIndex...]).trimmingSpaces
  }

  /// The same amount with more decimal places; `nil` where the number has too many digits then.
  public func scaled(to decimals: Int) -> WrittenAmount? {
    guard decimals >= self.decimals else { return nil }
    var digits = digits
    for _ in self.decimals..<decimals {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      guard !overflow, product.magnitude < 1 << 60 else { return nil }
      digits = product
    }
    return WrittenAmount(digits: digits, decimals: decimals, unit: unit)
  }

  /// The number alone, e.g. `2520.00`.
  public var number: String {
    let text = String(digits.magnitude)
    let sign = digits < 0 ? "-" : ""
    guard decimals > 0 else { return sign + text }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - text.count)) + text
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// The amount as it is written, e.g. `2520.00 亩`.
  public var text: String { unit.isEmpty || unit == "%" ? number + unit : "\(number) \(unit)" }
}

extension LoadedScenario {
  /// The value under a path as it is written, or the default; `nil` where there is no such value.
  public func written(_ path: String) -> String? {
    EditPaths.completions(for: path, in: effective).first { $0.path == path }?.value
  }
}
