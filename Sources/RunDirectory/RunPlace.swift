/// Where a run stands or will stand, and the hidden names beside it that publishing needs.
struct RunPlace<Files: FileLayer>: Sendable {
  let files: Files
  /// Absolute path without symbolic links.
  let path: String
  let parent: String
  let name: String

  /// Resolves a path as far as it exists.
  init(_ requested: String, files: Files) throws(RunFailure) {
    let place = try systemCall { () throws(SystemError) in try resolved(requested, files) }
    guard let name = place.name else { throw .occupied(path: requested, .foreignDirectory) }
    self.files = files
    self.name = name
    path = place.text
    parent = place.parent
  }

  /// The lock file; it stays for ever, since removing it would let two runs hold two locks of one name.
  var lock: String { "\(parent)/.allocate-\(name).lock" }

  /// Where a run is put together before it is published.
  func unfinished(process: Int32) -> String { "\(parent)/.\(name).\(process).tmp" }

  /// Where the earlier run waits while a file system that cannot exchange gets the new one.
  var replaced: String { "\(parent)/.\(name).replaced" }

  /// Fails unless a run may stand here: nothing is here, an empty directory, or an earlier run as it was.
  func requireRoom() throws(RunFailure) {
    let occupant = try systemCall { () throws(SystemError) in try self.occupant() }
    if let occupant { throw .occupied(path: path, occupant) }
  }

  private func occupant() throws(SystemError) -> RunFailure.Occupant? {
    guard let kind = try files.kind(of: path) else { return nil }
    guard kind == .directory else { return .noDirectory }
    let present = try files.files(below: path)
    if present.isEmpty { return nil }
    guard present.contains(Manifest.fileName),
      let manifest = try? Manifest(reading: files.read("\(path)/\(Manifest.fileName)"))
    else { return .foreignDirectory }
    let known = Set(manifest.files.map(\.path) + [Manifest.fileName, Manifest.timingName])
    return present.first { !known.contains($0) }.map { .foreignFile($0) }
  }

  /// Removes what runs that ended early left half done, or puts the earlier run back.
  func clearLeftovers() throws(RunFailure) {
    try systemCall { () throws(SystemError) in
      if try files.kind(of: replaced) != nil {
        if try files.kind(of: path) == nil {
          try files.rename(replaced, to: path, .replacing)
        } else {
          try files.removeTree(replaced)
        }
      }
      for entry in try files.list(parent) where isUnfinished(entry) {
        try files.removeTree("\(parent)/\(entry)")
      }
    }
  }

  /// Whether a name is `.NAME.DIGITS.tmp`.
  private func isUnfinished(_ entry: String) -> Bool {
    let prefix = ".\(name)."
    guard entry.hasPrefix(prefix), entry.hasSuffix(".tmp") else { return false }
    let middle = entry.utf8.dropFirst(prefix.utf8.count).dropLast(4)
    return !middle.isEmpty && middle.allSatisfy { (0x30...0x39).contains($0) }
  }
}

/// The path with symbolic links resolved as far as it exists.
private func resolved(_ path: String, _ files: some FileLayer) throws(SystemError) -> RunPath {
  if try files.kind(of: path) != nil { return RunPath(try files.resolve(path)) }
  let plain = RunPath(path)
  guard let name = plain.name, plain.parent != plain.text else { return plain }
  let parent = try resolved(plain.parent, files)
  return RunPath(components: parent.components + [name], isAbsolute: parent.isAbsolute)
}

/// Passes a failed system call on as the failure of a run.
func systemCall<Result>(
  _ body: () throws(SystemError) -> Result
) throws(RunFailure) -> Result {
  do throws(SystemError) {
    return try body()
  } catch {
    throw .system(error)
  }
}
