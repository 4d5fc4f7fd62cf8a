import Glibc
import Reporting

/// Standard output for the result, standard error for everything else.
struct Console: Sendable {
  var language: Language
  /// Whether remarks and progress are left out; errors never are.
  var isQuiet: Bool
  /// Whether the result may be coloured.
  var hasColor: Bool

  /// Decides on colour: only on a terminal that knows it, unless `NO_COLOR` or an option says no.
  init(
    option: Language? = nil, isQuiet: Bool = false, allowsColor: Bool = true,
    environment: [String: String] = .current
  ) {
    language = Language.chosen(option: option, environment: environment)
    self.isQuiet = isQuiet
    let isWanted = allowsColor && (environment["NO_COLOR"] ?? "").isEmpty
    hasColor = isWanted && environment["TERM"] != "dumb" && isatty(STDOUT_FILENO) == 1
  }

  /// Whether progress would be seen by somebody.
  var showsProgress: Bool { !isQuiet && isatty(STDERR_FILENO) == 1 }

  /// Cells in a line of the terminal; 100 where the result goes elsewhere.
  var width: Int {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 100
  }

  /// Writes the result; a reader that has gone away is no error.
  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes the result piece by piece.
  func write(_ text: PiecewiseText) throws {
    for number in 0..<text.count where try !write(text.piece(number)) { return }
  }

  /// Writes the result, byte for byte; returns whether there is still a reader.
  @discardableResult
  func write(_ bytes: [UInt8]) throws -> Bool {
    let code = Console.write(bytes, to: STDOUT_FILENO)
    guard code != 0 && code != EPIPE else { return code == 0 }
    let reason = String(cString: strerror(code))
    complain(
      language.text("错误: 无法写入标准输出：\(reason)", "error: cannot write standard output: \(reason)"))
    throw ExitStatus.cannotWrite.code
  }

  /// Says something that is not part of the result, unless asked to be quiet.
  func remark(_ text: String) {
    if !isQuiet { complain(text) }
  }

  /// Says what is wrong.
  func complain(_ text: String) {
    let line = text.hasSuffix("\n") ? text : text + "\n"
    _ = Console.write(Array(line.utf8), to: STDERR_FILENO)
  }

  /// Writes to the terminal as it stands, without a line end.
  func show(_ text: String) { _ = Console.write(Array(text.utf8), to: STDERR_FILENO) }

  /// Writes all bytes; returns the system's error number, or 0.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { raw in
      var done = 0
      while done < raw.count {
        let count = Glibc.write(descriptor, raw.baseAddress.map { $0 + done }, raw.count - done)
        if count >= 0 {
          done += count
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }
}
