/// How long tables are divided among threads; what is read does not depend on it.
public struct RowDivision: Sendable {
  /// An array with fewer rows is read like any other value.
  public var leastRows: Int
  /// Rows that one thread reads at a time.
  public var rowsInPart: Int

  public init(leastRows: Int, rowsInPart: Int) {
    self.leastRows = max(leastRows, 1)
    self.rowsInPart = max(rowsInPart, 1)
  }

  /// What serves from a thousand to a million rows.
  public static let standard = RowDivision(leastRows: 2_048, rowsInPart: 8_192)
}
