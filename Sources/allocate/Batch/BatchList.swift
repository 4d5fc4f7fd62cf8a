import Reporting
import RunDirectory
import ScenarioIO

/// The scenarios of a batch, in an order that depends on nothing but their paths.
struct BatchList {
  /// One scenario.
  struct Entry {
    /// Path as the command line leads to it.
    let path: String
    /// Name of its run.
    let name: String
  }

  /// What was found below a directory and is no scenario.
  struct Skipped {
    let path: String
    let reason: Phrase
  }

  private(set) var entries: [Entry] = []
  private(set) var skipped: [Skipped] = []

  /// Lists files as they are named, and every scenario below a directory.
  init(_ paths: [String]) {
    var finder = ScenarioFinder()
    for path in paths { finder.visit(path) }
    var files: [(path: String, inner: String)] = []
    var seen: [String: String] = [:]
    for file in finder.found.sorted(by: { $0.path.precedes($1.path) }) {
      let place = DiskFiles().absolutePath(file.path)
      if let first = seen.updateValue(file.path, forKey: place) {
        seen[place] = first
        // A file and the directory it lies in may both be named; another name for a file is worth a word.
        if first != file.path {
          skipped.append(
            Skipped(
              path: file.path, reason: Phrase("与 \(first) 是同一文件", "the same file as \(first)")))
        }
      } else {
        files.append(file)
      }
    }
    entries = zip(files, RunName.names(of: files)).map { Entry(path: $0.path, name: $1) }
    skipped = (skipped + finder.skipped).sorted { $0.path.precedes($1.path) }
  }
}

/// Goes through directories.
private struct ScenarioFinder {
  private(set) var found: [(path: String, inner: String)] = []
  private(set) var skipped: [BatchList.Skipped] = []
  private let files = DiskLayer()

  /// Takes what the command line names: a file as it is, a directory with everything below it.
  mutating func visit(_ path: String) {
    let path = tidy(path)
    if isDirectory(path) {
      enter(path, inner: "")
    } else {
      found.append((path, RunName.lastComponent(of: path)))
    }
  }

  private mutating func enter(_ directory: String, inner: String) {
    if case .success = Result(catching: { try StoredRun(directory) }) {
      return skip(directory, Phrase("是求解结果，不是方案", "is a written run, no scenario"))
    }
    guard let names = try? files.list(directory) else {
      // Solving it will say why it cannot be read.
      return found.append((directory, inner.isEmpty ? RunName.lastComponent(of: directory) : inner))
    }
    // What is hidden is nobody's scenario: locks, unfinished runs, files of editors.
    for name in names where !name.hasPrefix(".") {
      let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
      let below = inner.isEmpty ? name : "\(inner)/\(name)"
      if (try? files.kind(of: path)) == .directory {
        enter(path, inner: below)
      } else if name.hasSuffix(".json"), !isDirectory(path) {
        take(path, inner: below)
      }
    }
  }

  /// Takes a file that may be a scenario; one that cannot be read or is broken may be, and solving it says what is wrong.
  private mutating func take(_ path: String, inner: String) {
    guard let bytes = try? DiskFiles().read(path), let file = try? LongJSON(parsing: bytes.array),
      !isScenario(file.value)
    else { return found.append((path, inner)) }
    skip(path, Phrase("不是方案（没有 format）", "is no scenario (it has no 'format')"))
  }

  /// Whether an object says which format of scenarios it has; other formats go by names.
  private func isScenario(_ value: ScenarioIO.JSONValue) -> Bool {
    guard let format = value["format"] else { return false }
    return format.text == nil
  }

  private mutating func skip(_ path: String, _ reason: Phrase) {
    skipped.append(BatchList.Skipped(path: path, reason: reason))
  }

  /// Whether a path leads to a directory, symbolic links followed.
  private func isDirectory(_ path: String) -> Bool {
    guard let place = try? files.resolve(path) else { return false }
    return (try? files.kind(of: place)) == .directory
  }

  /// The path without doubled slashes, `.` and a slash at its end.
  private func tidy(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let tidied = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    return tidied.isEmpty ? "." : tidied
  }
}

extension String {
  /// Order of bytes, which no locale changes.
  fileprivate func precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
