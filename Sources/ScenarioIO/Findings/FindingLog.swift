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

  var hasErrors: Bool { errorCount > 0 }

  /// Notes something wrong; `help` says what to write instead.
  func report(
    _ code: FindingCode, _ chinese: @autoclosure () -> String,
    _ english: @autoclosure () -> String, at place: @autoclosure () -> Place?,
    help: @autoclosure () -> Bilingual? = nil,
    notes: @autoclosure () -> [(text: Bilingual, place: Place?)] = []
  ) {
    let isError = code.severity == "error"
    let count = isError ? errorCount : warningCount
    if isError { errorCount += 1 } else { warningCount += 1 }
    guard count < Self.limit else { return }
    entries.append(
      Entry(
        code: code, text: Bilingual(chinese(), english()), place: place(), help: help(),
        notes: notes()))
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
        entry.code.severity == "error" ? .error : .warning, code: entry.code.rawValue,
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
