/// The answer to a question about plans (`explain`, `compare`, `what-if` …): facts and sections of rows, declared once and printed
/// as text for people, as CSV for bureaus and as JSON for programs.
public struct Answer: Sendable {
  /// The command that answers, e.g. `explain`.
  public var question: String
  public var title: Phrase
  /// Whether some figure is made up; every output then says 示例数据.
  public var isSampleData: Bool
  /// What holds of the answer as a whole, e.g. its proof status.
  public var facts: [AnswerFact]
  public var sections: [AnswerSection]

  public init(
    question: String, title: Phrase, isSampleData: Bool, facts: [AnswerFact] = [],
    sections: [AnswerSection] = []
  ) {
    self.question = question
    self.title = title
    self.isSampleData = isSampleData
    self.facts = facts
    self.sections = sections
  }
}

/// One fact about a whole answer.
public struct AnswerFact: Sendable {
  /// Key in JSON.
  public var key: String
  /// What it is; the text then says `title：value`. Empty for a sentence that says it all.
  public var title: Phrase
  public var value: AnswerCell

  public init(_ key: String, _ title: Phrase = Phrase(""), _ value: AnswerCell) {
    self.key = key
    self.title = title
    self.value = value
  }
}

/// Rows of one kind: a list on the screen, a CSV file, an array of objects in JSON.
public struct AnswerSection: Sendable {
  /// Key in JSON and name of the CSV file, e.g. `projects`.
  public var name: String
  public var title: Phrase
  public var columns: [AnswerColumn]
  /// Cells of each row, as many as there are columns.
  public var rows: [[AnswerCell]]
  /// Rows that the screen shows, from the first; `nil` for all. A section without a row or note to show is not on the screen.
  public var shown: Int?
  /// Sentences below the rows, for people.
  public var notes: [Phrase]
  /// How many columns on the screen, from the first, begin every further block of a table that is wider than the line; `nil` to
  /// cut its lines instead.
  public var repeated: Int?

  public init(
    _ name: String, _ title: Phrase, columns: [AnswerColumn], rows: [[AnswerCell]] = [],
    shown: Int? = nil, notes: [Phrase] = [], repeated: Int? = nil
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
    self.shown = shown
    self.notes = notes
    self.repeated = repeated
  }
}

/// One column of a section.
public struct AnswerColumn: Sendable {
  /// Key in JSON.
  public var key: String
  /// Header; CSV has the Chinese one, whatever the language.
  public var title: Phrase
  /// Header on the screen where that of the files is too long for it.
  public var heading: Phrase?
  /// Whether the screen shows it, too.
  public var isOnScreen: Bool
  /// Widest that the screen shows it, in terminal cells; `nil` for no limit.
  public var width: Int?

  public init(
    _ key: String, _ title: Phrase, heading: Phrase? = nil, isOnScreen: Bool = true,
    width: Int? = nil
  ) {
    self.key = key
    self.title = title
    self.heading = heading
    self.isOnScreen = isOnScreen
    self.width = width
  }
}

/// One value of an answer.
public enum AnswerCell: Sendable, Equatable {
  /// A name or an id, the same in every language.
  case name(String)
  /// Words; JSON has the English ones beside the Chinese, under `KEY_english`.
  case words(Phrase)
  /// A code for programs, words for people.
  case code(String, Phrase)
  /// `value ÷ 10^decimals`, printed with exactly `decimals` places; a number in JSON.
  case number(Int, decimals: Int)
  /// The same with its sign, for differences.
  case change(Int, decimals: Int)
  case flag(Bool)
  /// Several names; `、` between them where people read.
  case names([String])
  /// Several titles, which may hold commas; semicolons between them where people read, in JSON two arrays as for words.
  case titles([Phrase])
  case empty

  /// Whether it is a number, which stands at the right of its column.
  var isNumber: Bool {
    switch self {
    case .number, .change: true
    default: false
    }
  }

  /// The cell as people read it.
  package func text(_ language: RunSummary.Language) -> String {
    switch self {
    case .name(let text): text
    case .words(let phrase), .code(_, let phrase): phrase.text(language)
    case .number(let value, let decimals): FixedPoint.text(value, decimals: decimals)
    case .change(let value, let decimals):
      (value > 0 ? "+" : "") + FixedPoint.text(value, decimals: decimals)
    case .flag(let isTrue): Phrase(isTrue ? "是" : "否", isTrue ? "yes" : "no").text(language)
    case .names(let names): names.joined(separator: language == .chinese ? "、" : ", ")
    case .titles(let titles): Phrase.list(titles).text(language)
    case .empty: ""
    }
  }

  /// The cell in a table for a bureau.
  var tableCell: Cell {
    switch self {
    case .number(let value, let decimals), .change(let value, let decimals):
      .number(value, decimals: decimals)
    case .empty: .empty
    default: .text(text(.chinese))
    }
  }

  /// The members by which JSON says it.
  func members(_ key: String) -> [(key: String, value: JSONValue)] {
    switch self {
    case .name(let text): [(key, .string(text))]
    case .words(let phrase):
      [(key, .string(phrase.chinese)), (key + "_english", .string(phrase.english))]
    case .code(let code, _): [(key, .string(code))]
    case .number(let value, let decimals), .change(let value, let decimals):
      [(key, .decimal(value, decimals: decimals))]
    case .flag(let isTrue): [(key, .bool(isTrue))]
    case .names(let names): [(key, .array(names.map { .string($0) }))]
    case .titles(let titles):
      [
        (key, .array(titles.map { .string($0.chinese) })),
        (key + "_english", .array(titles.map { .string($0.english) })),
      ]
    case .empty: [(key, .null)]
    }
  }
}
