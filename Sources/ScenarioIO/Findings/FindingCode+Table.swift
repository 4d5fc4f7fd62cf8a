extension FindingCode {
  /// The page `docs/errors.md`: every code with what it says.
  public static var documentation: String {
    let rows = allCases.map { code in
      "| `\(code.rawValue)` | \(code.summary.chinese) | \(code.summary.english) |"
    }
    return """
      # Findings

      Codes of what `allocate` finds in scenario files. `E`: an error, nothing is solved (exit 65; `E001` to `E003`: exit 66).
      `W`: a warning. A code never changes its meaning. This page is generated from the program; a test keeps it true.

      | code | 含义 | meaning |
      | --- | --- | --- |
      \(rows.joined(separator: "\n"))

      """
  }
}
