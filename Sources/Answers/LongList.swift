import Reporting

/// Lists that may be longer than a screen.
enum LongList {
  /// Most rows of a list that the screen shows.
  private static let most = 40

  /// Rows of so many that the screen shows.
  static func shown(_ count: Int) -> Int { min(count, most) }

  /// A note on the rows that the screen leaves out.
  static func more(_ count: Int, _ table: String) -> [Phrase] {
    guard count > most else { return [] }
    let rest = count - most
    return [
      Phrase(
        "其余\(rest)项见 --format csv --table \(table)", "\(rest) more: --format csv --table \(table)")
    ]
  }
}
