import Scenario

/// Collects findings while files are read; their lines and columns are worked out once, at the end.
final class FindingLog {
  /// More findings than this help nobody; the rest is counted.
  static let limit = 1_000

  private struct Entry {
    var code: FindingCode
    var text: Bilingual
    var place: Place?
    var help: Bilingual?
    var notes: [(text: Bilingual, place: Place?)]
  }

  private var entries: [Entry] = []
  private(set) var errorCount = 0
  private(set) var warningCount = 0

  /// Where the log is that of a part of a table: the number of the part, and what is known of the others.
  private let part: Int
  private let room: FindingRoom?

  init(part: Int = 0, room: FindingRoom? = nil) {
    self.part = part
    self.room = room
  }

  var hasErrors: Bool { errorCount > 0 }

  /// Notes something wrong; `help` says what to write instead.
  func report(
    _ code: FindingCode, _ chinese: @autoclosure () -> String,
    _ english: @autoclosure () -> String, at place: @autoclosure () -> Place?,
    help: @autoclosure () -> Bilingual? = nil,
    notes: @autoclosure () -> [(text: Bilingual, place: Place?)] = []
  ) {
    let isError = code.isError
    let count = isError ? errorCount : warningCount
    if isError { errorCount += 1 } else { warningCount += 1 }
    guard count < Self.limit else { return }
    if let room {
      guard room.isLeft(for: part, isError: isError) else { return }
      if count == Self.limit - 1 { room.close(after: part, isError: isError) }
    }
    entries.append(
      Entry(
        code: code, text: Bilingual(chinese(), english()), place: place(), help: help(),
        notes: notes()))
  }

  /// Adds what another log holds, as if it had been reported here.
  func append(_ other: FindingLog) {
    var (errors, warnings) = (errorCount, warningCount)
    for entry in other.entries {
      let isError = entry.code.isError
      if (isError ? errors : warnings) < Self.limit { entries.append(entry) }
      if isError { errors += 1 } else { warnings += 1 }
    }
    errorCount += other.errorCount
    warningCount += other.warningCount
  }

  /// All findings in the order of files and places, errors and warnings apart.
  func findings(in files: [SourceFile]) -> (errors: [Finding], warnings: [Finding]) {
    let ordered = entries.enumerated().sorted { first, second in
      let a = (first.element.place?.file ?? -1, first.element.place?.start ?? -1, first.offset)
      let b = (second.element.place?.file ?? -1, second.element.place?.start ?? -1, second.offset)
      return a < b
    }.map(\.element)
    let locations = LocationResolver.resolve(
      ordered.flatMap { [$0.place] + $0.notes.map(\.place) }, in: files)
    var next = 0
    let all = ordered.map { entry in
      let location = locations[next]
      next += 1
      let notes = entry.notes.map { note in
        defer { next += 1 }
        return Finding.Note(
          "\(note.text.chinese) / \(note.text.english)", at: locations[next])
      }
      return Finding(
        entry.code.isError ? .error : .warning, code: entry.code.rawValue,
        entry.text.chinese, english: entry.text.english, at: location,
        help: entry.help?.chinese, englishHelp: entry.help?.english, notes: notes)
    }
    let errors = all.filter { $0.severity == .error } + more(errorCount, .error)
    return (errors, all.filter { $0.severity == .warning } + more(warningCount, .warning))
  }

  private func more(_ count: Int, _ severity: Finding.Severity) -> [Finding] {
    let hidden = count - Self.limit
    guard hidden > 0 else { return [] }
    return [
      Finding(
        severity, code: FindingCode.moreFindings.rawValue, "还有 \(hidden) 处问题没有列出",
        english: "\(hidden) more findings are not listed")
    ]
  }
}
