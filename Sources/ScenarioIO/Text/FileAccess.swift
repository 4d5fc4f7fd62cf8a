/// Why a file could not be read.
public enum FileReadError: Error, Equatable, Sendable {
  case missing
  case directory
  case denied
  /// Any other fault, with the system's words.
  case other(String)
}

/// Where files come from: the disk, or memory in tests and when the copies kept in a run are read again.
public protocol FileAccess: Sendable {
  /// Reads a whole file.
  func read(_ path: String) throws(FileReadError) -> FileBytes
  /// The path with everything relative and symbolic taken out, by which two names of one file are recognised.
  func absolutePath(_ path: String) -> String
}

/// Files held in memory by path.
public struct MemoryFiles: FileAccess {
  private let files: [String: [UInt8]]

  public init(_ files: [String: [UInt8]]) { self.files = files }

  /// Files whose texts are given as strings.
  public init(texts: [String: String]) { files = texts.mapValues { Array($0.utf8) } }

  public func read(_ path: String) throws(FileReadError) -> FileBytes {
    guard let bytes = files[FilePath.normalized(path)] else { throw .missing }
    return FileBytes(bytes)
  }

  public func absolutePath(_ path: String) -> String { FilePath.normalized(path) }
}
