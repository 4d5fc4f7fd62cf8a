/// Which ids of projects can be used: those that no spreadsheet changes and no list takes apart.
enum ProjectID {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]

  /// Why an id cannot be used; `nil` where it can.
  static func fault(_ id: String) -> Bilingual? {
    // The usual case first: a letter, then letters, digits and hyphens, such as P2018-0137.
    if isPlain(id.utf8) { return monthFault(id) }
    if id.count > 64 { return Bilingual("超过 64 个字符", "it has more than 64 characters") }
    if id.contains(";") || id.contains("；") {
      return Bilingual("含有分号", "it holds a semicolon")
    }
    if let first = id.first, "=+-@＝＋－＠'".contains(first) {
      return Bilingual("表格软件会把它当作公式", "a spreadsheet takes it for a formula")
    }
    if id.first?.isWhitespace ?? true || id.last?.isWhitespace ?? true {
      return Bilingual("首尾有空格", "it starts or ends with a space")
    }
    if !id.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) { return digitFault(id) }
    if isExponent(id) {
      return Bilingual("表格软件会把它当作科学记数法", "a spreadsheet takes it for a number with an exponent")
    }
    return monthFault(id)
  }

  private static func isPlain(_ bytes: String.UTF8View) -> Bool {
    guard bytes.count <= 64, let first = bytes.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A
    else { return false }
    return bytes.allSatisfy { byte in
      byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }
  }

  private static func digitFault(_ id: String) -> Bilingual {
    if id.utf8.allSatisfy(\.isDigit), id.hasPrefix("0") {
      return Bilingual("表格软件会去掉前面的 0", "a spreadsheet drops its zeros")
    }
    if id.utf8.filter(\.isDigit).count > 15 {
      return Bilingual("表格软件只保留 15 位数字", "a spreadsheet keeps 15 digits only")
    }
    if id.contains("-") || id.contains("/") {
      return Bilingual("表格软件会把它当作日期", "a spreadsheet takes it for a date")
    }
    return Bilingual("其中没有字母", "there is no letter in it")
  }

  /// Whether the id is digits, E, digits.
  private static func isExponent(_ id: String) -> Bool {
    let parts = id.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let tail = parts[1].drop { $0 == "+" || $0 == "-" }
    return !parts[0].isEmpty && !tail.isEmpty
      && parts[0].utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
      && tail.utf8.allSatisfy(\.isDigit)
  }

  /// Month names with a number (`SEP2`, `1-Mar`) and truth values.
  private static func monthFault(_ id: String) -> Bilingual? {
    // Most ids are told apart without a look at their letters: three or more must stand at one end.
    let bytes = id.utf8
    guard bytes.count <= 10,
      bytes.prefix(3).allSatisfy({ $0 >= 0x41 }) || bytes.suffix(3).allSatisfy({ $0 >= 0x41 })
    else { return nil }
    let lower = id.lowercased()
    if lower == "true" || lower == "false" {
      return Bilingual("表格软件会把它当作真假值", "a spreadsheet takes it for a truth value")
    }
    let letters = lower.filter(\.isLetter)
    guard months.contains(letters), lower.hasPrefix(letters) || lower.hasSuffix(letters),
      lower.contains(where: \.isNumber),
      lower.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }),
      lower.filter(\.isNumber).count <= 4
    else { return nil }
    return Bilingual("表格软件会把它当作日期", "a spreadsheet takes it for a date")
  }
}
