import ArgumentParser

/// A relative gap as it is written on the command line: per cent with at most four decimals, from 0 to 100.
struct RelativeGap: ExpressibleByArgument {
  let millionths: Int

  init?(argument: String) {
    guard argument.last == "%" else { return nil }
    let parts = argument.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = RelativeGap.number(parts[0], digits: 1...3)
    else { return nil }
    var fraction = 0
    if parts.count == 2 {
      guard RelativeGap.number(parts[1], digits: 1...4) != nil else { return nil }
      let padded = parts[1] + String(repeating: "0", count: 4 - parts[1].count)
      fraction = Int(padded) ?? 0
    }
    millionths = whole * 10_000 + fraction
    guard millionths <= 1_000_000 else { return nil }
  }

  /// The gap as it would be written on the command line.
  var text: String {
    let fraction = String(millionths % 10_000)
    let zeros = String(repeating: "0", count: 4 - fraction.count)
    return "\(millionths / 10_000).\(zeros)\(fraction)%"
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
