import Glibc

/// A system call that failed: which, on what path, and the system's error number.
public struct SystemError: Error, Equatable, Sendable {
  /// Name of the call, e.g. `fsync`.
  public var call: String
  /// Path it was about.
  public var path: String
  /// The system's error number (`errno`).
  public var code: Int32

  public init(_ call: String, _ path: String, code: Int32) {
    self.call = call
    self.path = path
    self.code = code
  }

  /// The system's own words for the error, e.g. `No space left on device`.
  public var reason: String { String(cString: strerror(code)) }

  /// Whether bytes were lost on their way to the disk, rather than a name refused.
  public var isWriteError: Bool { ["write", "fsync", "close", "read", "iconv"].contains(call) }
}
