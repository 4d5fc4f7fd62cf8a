import Scenario

/// Holds a plan against every row of section 4 of the model.
struct ClauseCheck {
  let parameters: Parameters
  let books: Books
  private(set) var faults: [VerificationFault] = []
  /// Number of rows that were looked at.
  private(set) var count = 0

  init(_ parameters: Parameters, _ books: Books) {
    self.parameters = parameters
    self.books = books
    for project in parameters.competing { checkProject(project) }
    checkStock()
    checkCountyQuotas()
    checkCityQuotas()
    if parameters.banks.exist { checkBanks() }
    checkCaps()
    checkTarget()
  }

  /// Looks at one row: `value` must lie between the limits.
  mutating func require(
    _ clause: String, _ table: TableID, _ row: String, _ value: Int, atLeast low: Int = .min,
    atMost high: Int = .max, _ words: Words
  ) {
    count += 1
    guard value < low || value > high else { return }
    let limit = value < low ? "≥ \(low)" : "≤ \(high)"
    faults.append(
      VerificationFault(
        .clause, file: table.file, row: row, column: clause, found: "\(value)", expected: limit,
        Words("\(clause)：\(words.chinese)（最小单位）", "\(clause): \(words.english) (smallest units)")))
  }
}
