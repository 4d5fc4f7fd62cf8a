/// One place where a written run does not say what follows from the scenario and the plan.
public struct VerificationFault: Error, Sendable, Equatable {
  /// What kind of disagreement it is; the raw value is a stable code.
  public enum Code: String, Sendable, CaseIterable {
    /// A table is missing, or a file is none of a run's tables.
    case file = "V101"
    /// The bytes are no text in the run's encoding, or are not written as the tables' format says.
    case encoding = "V102"
    /// The header, or the number of cells of a row.
    case layout = "V103"
    /// A row is missing, repeated, unknown or out of place.
    case row = "V201"
    /// A cell differs from what follows from the scenario, the plan and the other cells.
    case cell = "V202"
    /// A printed sum is further than one unit of its last place from its exact value.
    case rounding = "V203"
    /// A subtotal or total of the official style.
    case total = "V204"
    /// The plan cannot be read back from the tables.
    case plan = "V301"
    /// The plan breaks a clause.
    case clause = "V302"
    /// `result.json` differs from the tables or the plan.
    case result = "V401"
    /// The certificate does not prove what it says.
    case certificate = "V501"
  }

  public var code: Code
  /// Name of the file, e.g. `T01-用地安排表.csv`.
  public var file: String
  /// Line of the row in its file, from 1; `nil` where the fault has no line.
  public var line: Int?
  /// Key of the row, e.g. the project's id; `nil` where the fault is no row's.
  public var row: String?
  /// Header of the column (or path in `result.json`); `nil` where the fault is no single cell's.
  public var column: String?
  /// What is written; `nil` where nothing is.
  public var found: String?
  /// What should be written; `nil` where nothing should.
  public var expected: String?
  /// The clause or identity that is broken, in Chinese.
  public var rule: String
  /// The same in English.
  public var english: String

  init(
    _ code: Code, file: String, line: Int? = nil, row: String? = nil, column: String? = nil,
    found: String? = nil, expected: String? = nil, _ rule: Words
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.row = row
    self.column = column
    self.found = found
    self.expected = expected
    self.rule = rule.chinese
    self.english = rule.english
  }
}

extension VerificationFault {
  /// The fault in one Chinese line: code, place, what is written, what should be, and why.
  public var message: String {
    var parts = [place(line: { "第\($0)行" })]
    if let found { parts.append("实际为“\(found)”") }
    if let expected { parts.append("应为“\(expected)”") }
    parts.append(rule)
    return "\(code.rawValue) " + parts.joined(separator: "，")
  }

  /// The fault in one English line.
  public var englishMessage: String {
    var parts = [place(line: { "line \($0)" })]
    if let found { parts.append("found '\(found)'") }
    if let expected { parts.append("expected '\(expected)'") }
    parts.append(english)
    return "\(code.rawValue) " + parts.joined(separator: ", ")
  }

  private func place(line text: (Int) -> String) -> String {
    [file, line.map(text), row, column].compactMap { $0 }.joined(separator: " ")
  }
}
