/// What stands at a path, symbolic links not followed.
public enum FileKind: Sendable, Equatable {
  case regularFile
  case directory
  case symbolicLink
  /// A device, pipe or socket.
  case special
}

/// How a rename treats what already stands at its target.
public enum RenameMode: Sendable, Equatable {
  /// Replaces it, as far as the system allows.
  case replacing
  /// Fails with `EEXIST`.
  case exclusive
  /// Swaps the two in one step.
  case exchanging
}

/// An open file or a held lock.
public struct FileHandle: Sendable, Equatable {
  /// The system's descriptor.
  public var descriptor: Int32
  /// Path it was opened at.
  public var path: String

  public init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }
}

/// The system calls that a run directory needs, so that a test can make each of them fail in turn.
///
/// Every requirement is one call; interrupted calls are repeated by the implementation.
public protocol FileLayer: Sendable {
  /// What stands at a path; `nil` where there is nothing.
  func kind(of path: String) throws(SystemError) -> FileKind?
  /// The absolute path without symbolic links.
  func resolve(_ path: String) throws(SystemError) -> String
  /// Names in a directory, sorted, without `.` and `..`.
  func list(_ path: String) throws(SystemError) -> [String]
  /// All bytes of a regular file.
  func read(_ path: String) throws(SystemError) -> [UInt8]

  func makeDirectory(_ path: String) throws(SystemError)
  /// Creates a file that must not exist yet.
  func create(_ path: String) throws(SystemError) -> FileHandle
  /// Writes some of the bytes and returns how many.
  func write(_ bytes: ArraySlice<UInt8>, to file: FileHandle) throws(SystemError) -> Int
  func openDirectory(_ path: String) throws(SystemError) -> FileHandle
  /// Waits until everything is on the disk.
  func synchronize(_ file: FileHandle) throws(SystemError)
  func close(_ file: FileHandle) throws(SystemError)
  func rename(_ from: String, to: String, _ mode: RenameMode) throws(SystemError)
  func removeFile(_ path: String) throws(SystemError)
  func removeDirectory(_ path: String) throws(SystemError)

  /// Opens (or creates) a lock file; fails with `EWOULDBLOCK` where another process holds the lock.
  func lock(_ path: String) throws(SystemError) -> FileHandle
  /// Gives a lock back and closes its file; nothing was written through it that could be lost.
  func unlock(_ file: FileHandle)
}

extension FileLayer {
  /// Creates a file with these bytes and waits until they are on the disk.
  func writeFile(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
    _ = try writeFile(path, FileContents(bytes))
  }

  /// Waits until the names in a directory are on the disk.
  func synchronizeDirectory(_ path: String) throws(SystemError) {
    let directory = try openDirectory(path)
    do throws(SystemError) {
      try synchronize(directory)
    } catch {
      try? close(directory)
      throw error
    }
    try close(directory)
  }

  /// Creates a directory and those above it, as far as they are missing.
  func makeDirectories(_ path: String) throws(SystemError) {
    if try kind(of: path) != nil { return }
    let parent = RunPath(path).parent
    if parent != path { try makeDirectories(parent) }
    do throws(SystemError) {
      try makeDirectory(path)
    } catch  where error.isAlreadyThere {
      // Another run made it in the meantime.
    }
  }

  /// Removes a file, or a directory with everything in it; symbolic links are removed, not followed.
  func removeTree(_ path: String) throws(SystemError) {
    guard let kind = try kind(of: path) else { return }
    guard kind == .directory else { return try removeFile(path) }
    for name in try list(path) { try removeTree("\(path)/\(name)") }
    try removeDirectory(path)
  }

  /// Paths of all files below a directory, relative to it, sorted.
  func files(below path: String) throws(SystemError) -> [String] {
    var found: [String] = []
    for name in try list(path) {
      if try kind(of: "\(path)/\(name)") == .directory {
        for inner in try files(below: "\(path)/\(name)") { found.append("\(name)/\(inner)") }
      } else {
        found.append(name)
      }
    }
    return found
  }
}
