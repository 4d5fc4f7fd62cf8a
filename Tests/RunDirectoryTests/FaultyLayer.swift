import Glibc
import RunDirectory
import Synchronization

/// The real file system, in which chosen calls fail; to be quick it does not wait for the disk.
final class FaultyLayer: FileLayer {
  /// Which calls fail.
  enum Fault: Sendable {
    case none
    /// The call of this number, counted from 0, once.
    case once(Int)
    /// The call of this number and every one after it, as if the process had been killed.
    case onwards(Int)
  }

  private let disk = DiskLayer()
  private let fault: Fault
  private let code: Int32
  /// Kinds of rename that the file system does not know.
  private let unsupported: [RenameMode]
  private let calls = Mutex(0)

  init(_ fault: Fault = .none, code: Int32 = ENOSPC, unsupported: [RenameMode] = []) {
    self.fault = fault
    self.code = code
    self.unsupported = unsupported
  }

  /// Number of calls made so far.
  var callCount: Int { calls.withLock { $0 } }

  private func count(_ call: String, _ path: String) throws(SystemError) {
    let number = calls.withLock { calls in
      defer { calls += 1 }
      return calls
    }
    let fails =
      switch fault {
      case .none: false
      case .once(let chosen): number == chosen
      case .onwards(let first): number >= first
      }
    if fails { throw SystemError(call, path, code: code) }
  }

  func kind(of path: String) throws(SystemError) -> FileKind? {
    try count("lstat", path)
    return try disk.kind(of: path)
  }

  func resolve(_ path: String) throws(SystemError) -> String {
    try count("realpath", path)
    return try disk.resolve(path)
  }

  func list(_ path: String) throws(SystemError) -> [String] {
    try count("readdir", path)
    return try disk.list(path)
  }

  func read(_ path: String) throws(SystemError) -> [UInt8] {
    try count("read", path)
    return try disk.read(path)
  }

  func makeDirectory(_ path: String) throws(SystemError) {
    try count("mkdir", path)
    try disk.makeDirectory(path)
  }

  func create(_ path: String) throws(SystemError) -> FileHandle {
    try count("open", path)
    return try disk.create(path)
  }

  func write(_ bytes: ArraySlice<UInt8>, to file: FileHandle) throws(SystemError) -> Int {
    try count("write", file.path)
    // The system may always write less than it was given.
    return try disk.write(bytes.prefix(max(1, bytes.count / 2)), to: file)
  }

  func openDirectory(_ path: String) throws(SystemError) -> FileHandle {
    try count("open", path)
    return try disk.openDirectory(path)
  }

  func synchronize(_ file: FileHandle) throws(SystemError) {
    try count("fsync", file.path)
  }

  func close(_ file: FileHandle) throws(SystemError) {
    // A failed close has closed the file all the same.
    try disk.close(file)
    try count("close", file.path)
  }

  func rename(_ from: String, to: String, _ mode: RenameMode) throws(SystemError) {
    try count("rename", to)
    if unsupported.contains(mode) { throw SystemError("rename", to, code: EINVAL) }
    try disk.rename(from, to: to, mode)
  }

  func removeFile(_ path: String) throws(SystemError) {
    try count("unlink", path)
    try disk.removeFile(path)
  }

  func removeDirectory(_ path: String) throws(SystemError) {
    try count("rmdir", path)
    try disk.removeDirectory(path)
  }

  func lock(_ path: String) throws(SystemError) -> FileHandle {
    try count("flock", path)
    return try disk.lock(path)
  }

  func unlock(_ file: FileHandle) { disk.unlock(file) }
}
