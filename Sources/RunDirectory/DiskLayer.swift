import CRename
import Glibc

/// The real file system.
public struct DiskLayer: FileLayer {
  public init() {}

  public func kind(of path: String) throws(SystemError) -> FileKind? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw SystemError("lstat", path, code: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .regularFile
    case S_IFDIR: return .directory
    case S_IFLNK: return .symbolicLink
    default: return .special
    }
  }

  public func resolve(_ path: String) throws(SystemError) -> String {
    guard let resolved = realpath(path, nil) else {
      throw SystemError("realpath", path, code: errno)
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  public func list(_ path: String) throws(SystemError) -> [String] {
    guard let stream = opendir(path) else { throw SystemError("opendir", path, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    if errno != 0 { throw SystemError("readdir", path, code: errno) }
    return names.sorted()
  }

  public func read(_ path: String) throws(SystemError) -> [UInt8] {
    let file = try open(path, O_RDONLY | O_NOFOLLOW, call: "open")
    defer { _ = Glibc.close(file.descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { raw in
        retried { Glibc.read(file.descriptor, raw.baseAddress, raw.count) }
      }
      guard count >= 0 else { throw SystemError("read", path, code: errno) }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  public func makeDirectory(_ path: String) throws(SystemError) {
    guard mkdir(path, 0o777) == 0 else { throw SystemError("mkdir", path, code: errno) }
  }

  public func create(_ path: String) throws(SystemError) -> FileHandle {
    try open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, call: "open")
  }

  public func write(_ bytes: ArraySlice<UInt8>, to file: FileHandle) throws(SystemError) -> Int {
    let count = bytes.withUnsafeBytes { raw in
      retried { Glibc.write(file.descriptor, raw.baseAddress, raw.count) }
    }
    guard count >= 0 else { throw SystemError("write", file.path, code: errno) }
    return count
  }

  public func openDirectory(_ path: String) throws(SystemError) -> FileHandle {
    try open(path, O_RDONLY | O_DIRECTORY, call: "open")
  }

  public func synchronize(_ file: FileHandle) throws(SystemError) {
    guard retried({ Int(fsync(file.descriptor)) }) == 0 else {
      throw SystemError("fsync", file.path, code: errno)
    }
  }

  public func close(_ file: FileHandle) throws(SystemError) {
    // After EINTR Linux has closed the descriptor: trying again could close somebody else's.
    guard Glibc.close(file.descriptor) == 0 || errno == EINTR else {
      throw SystemError("close", file.path, code: errno)
    }
  }

  public func rename(_ from: String, to: String, _ mode: RenameMode) throws(SystemError) {
    let flags =
      switch mode {
      case .replacing: 0
      case .exclusive: rename_without_replacing
      case .exchanging: rename_exchanging
      }
    guard renameat2(AT_FDCWD, from, AT_FDCWD, to, UInt32(flags)) == 0 else {
      throw SystemError("rename", to, code: errno)
    }
  }

  public func removeFile(_ path: String) throws(SystemError) {
    guard unlink(path) == 0 else { throw SystemError("unlink", path, code: errno) }
  }

  public func removeDirectory(_ path: String) throws(SystemError) {
    guard rmdir(path) == 0 else { throw SystemError("rmdir", path, code: errno) }
  }

  public func lock(_ path: String) throws(SystemError) -> FileHandle {
    let file: FileHandle
    do throws(SystemError) {
      file = try open(path, O_RDWR | O_CREAT | O_NOFOLLOW, call: "open")
    } catch  where error.code == EACCES {
      // In a shared folder the file may be a colleague's; a lock needs no more than reading it.
      file = try open(path, O_RDONLY | O_NOFOLLOW, call: "open")
    }
    guard retried({ Int(flock(file.descriptor, LOCK_EX | LOCK_NB)) }) == 0 else {
      let code = errno
      _ = Glibc.close(file.descriptor)
      throw SystemError("flock", path, code: code)
    }
    // The holder's number only serves the message of a second run, so a failure here is no failure.
    let holder = Array("\(getpid())\n".utf8)
    if ftruncate(file.descriptor, 0) == 0 { _ = pwrite(file.descriptor, holder, holder.count, 0) }
    return file
  }

  public func unlock(_ file: FileHandle) {
    // Closing alone would leave the lock to a child process that has a copy of the descriptor.
    _ = flock(file.descriptor, LOCK_UN)
    _ = Glibc.close(file.descriptor)
  }

  private func open(_ path: String, _ flags: Int32, call: String) throws(SystemError) -> FileHandle
  {
    let descriptor = retried { Int(Glibc.open(path, flags | O_CLOEXEC, 0o666)) }
    guard descriptor >= 0 else { throw SystemError(call, path, code: errno) }
    return FileHandle(descriptor: Int32(descriptor), path: path)
  }

  /// Repeats a call that a signal interrupted.
  private func retried(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result != -1 || errno != EINTR { return result }
    }
  }
}
