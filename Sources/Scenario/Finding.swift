/// Something wrong (or doubtful) in the user's files, with its place and what to write instead.
public struct Finding: Sendable, Equatable, Error {
  /// Whether it stops the run.
  public enum Severity: String, Sendable {
    case error
    case warning
  }

  /// A further place or remark that belongs to a finding, e.g. "first defined here".
  public struct Note: Sendable, Equatable {
    public var message: String
    public var location: SourceLocation?

    public init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  public var severity: Severity
  /// Stable code, e.g. `E103`.
  public var code: String
  /// One sentence, Chinese.
  public var message: String
  /// The same sentence in English.
  public var english: String
  public var location: SourceLocation?
  /// What to write instead, e.g. 是否想写 `budget`？; both languages.
  public var help: String?
  public var englishHelp: String?
  public var notes: [Note]

  public init(
    _ severity: Severity = .error, code: String, _ message: String, english: String,
    at location: SourceLocation? = nil, help: String? = nil, englishHelp: String? = nil,
    notes: [Note] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.english = english
    self.location = location
    self.help = help
    self.englishHelp = englishHelp
    self.notes = notes
  }
}

/// A place in a file the user wrote.
public struct SourceLocation: Sendable, Equatable {
  /// Path as the user would type it.
  public var file: String
  /// Line, from 1.
  public var line: Int
  /// Column in characters, from 1.
  public var column: Int
  /// The whole line as written, without its line end.
  public var lineText: String
  /// Length of the offending text in characters (at least 1).
  public var length: Int
  /// For a table: the name of the column as written in its header.
  public var columnName: String?

  public init(
    file: String, line: Int, column: Int, lineText: String, length: Int, columnName: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.lineText = lineText
    self.length = length
    self.columnName = columnName
  }
}
