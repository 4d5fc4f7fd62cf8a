import ArgumentParser

/// Language of what the program says; tables, keys and numbers never depend on it.
enum Language: String, CaseIterable, ExpressibleByArgument, Sendable {
  case chinese = "zh"
  case english = "en"

  /// The language that a command line and an environment ask for.
  ///
  /// The first of the option, `ALLOCATE_LANG`, `LC_ALL`, `LC_MESSAGES` and `LANG` that is given decides. A locale that
  /// names no language (`C`, `POSIX`) or none at all means Chinese, since the readers are; any other means English.
  static func chosen(option: Language?, environment: [String: String]) -> Language {
    if let option { return option }
    let variables = ["ALLOCATE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let locale else { return .chinese }
    let name = locale.prefix { $0 != "." && $0 != "_" && $0 != "-" && $0 != "@" }.lowercased()
    return ["zh", "c", "posix"].contains(name) ? .chinese : .english
  }

  /// The text in this language.
  func text(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
    self == .chinese ? chinese() : english()
  }
}
