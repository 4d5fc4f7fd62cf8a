import RunDirectory
import ScenarioIO

/// The copies of the inputs in a run, and no other file.
struct RunFiles: FileAccess {
  let run: StoredRun<DiskLayer>

  func read(_ path: String) throws(FileReadError) -> FileBytes {
    guard let copy = copy(of: path) else { throw .missing }
    do throws(RunFailure) {
      return FileBytes(try run.bytes(of: copy))
    } catch {
      throw .missing
    }
  }

  func absolutePath(_ path: String) -> String { copy(of: path) ?? path }

  /// Path in the run of the file that is meant.
  private func copy(of path: String) -> String? {
    let copies = run.manifest.inputs.map(\.file.path)
    if copies.contains(path) { return path }
    // A path that the scenario wrote from the root: the copy whose place below `inputs` is its end.
    let names = path.split(separator: "/")
    let ends = copies.filter { names.ends(with: $0.split(separator: "/").dropFirst()) }
    return path.hasPrefix("/") ? ends.max { ($0.count, $0) < ($1.count, $1) } : nil
  }
}

extension Array where Element: Equatable {
  fileprivate func ends(with suffix: some Collection<Element>) -> Bool {
    self.suffix(suffix.count).elementsEqual(suffix)
  }
}
