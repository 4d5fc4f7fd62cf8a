import Glibc

extension [String: String] {
  /// The variables of the environment that this program reads, so far as they are set.
  static var current: [String: String] {
    let names = [
      "ALLOCATE_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM",
    ]
    var variables: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return variables
  }
}
