import Glibc

/// A file that is replaced as a whole or not at all; never a device, pipe or directory.
public struct SingleFile<Files: FileLayer>: Sendable {
  private let place: RunPlace<Files>

  /// Takes a path at which nothing or a regular file stands; symbolic links are followed.
  public init(_ path: String, files: Files) throws(RunFailure) {
    place = try RunPlace(path, files: files)
    let resolved = place.path
    let kind = try systemCall { () throws(SystemError) in try files.kind(of: resolved) }
    guard kind == nil || kind == .regularFile else {
      throw .occupied(path: path, .noRegularFile)
    }
  }

  /// Writes the bytes beside the file, waits until they are on the disk and puts them in place.
  public func replace(with bytes: [UInt8]) throws(RunFailure) {
    let files = place.files
    let unfinished = place.unfinished(process: getpid())
    do throws(RunFailure) {
      try systemCall { () throws(SystemError) in
        try files.writeFile(unfinished, bytes)
        try files.rename(unfinished, to: place.path, .replacing)
        try files.synchronizeDirectory(place.parent)
      }
    } catch {
      // The first failure is the one to report.
      try? files.removeTree(unfinished)
      throw error
    }
  }
}

extension SingleFile<DiskLayer> {
  /// Takes a path in the real file system.
  public init(_ path: String) throws(RunFailure) {
    try self.init(path, files: DiskLayer())
  }
}
