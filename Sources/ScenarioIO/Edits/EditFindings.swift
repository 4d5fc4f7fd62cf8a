import Scenario

/// Findings about edits and ranges that have no form.
enum EditFindings {
  /// The option whose arguments edits are; it stands for the file in findings and origins.
  static let option = "--set"

  static func noEqualsSign(_ line: EditLine, option: String = option) -> Finding {
    let isWide = line.text.contains("＝")
    return finding(
      .editForm, "应写作 `路径=值`", "an edit is written `PATH=VALUE`", line, 0..<line.count, option,
      isWide
        ? Bilingual("等号用半角 `=`", "write the half-width `=`")
        : Bilingual("例如 `land.city_quota=+10%`", "e.g. `land.city_quota=+10%`"))
  }

  static func noPath(_ line: EditLine, option: String = option) -> Finding {
    finding(
      .editForm, "等号前缺少路径", "there is no path before the equals sign", line, 0..<1, option,
      Bilingual("例如 `land.city_quota=+10%`", "e.g. `land.city_quota=+10%`"))
  }

  static func finding(
    _ code: FindingCode, _ chinese: String, _ english: String, _ line: EditLine,
    _ range: Range<Int>, _ option: String, _ help: Bilingual? = nil
  ) -> Finding {
    Finding(
      code.isError ? .error : .warning, code: code.rawValue, chinese, english: english,
      at: line.location(range, option: option), help: help?.chinese, englishHelp: help?.english)
  }
}
