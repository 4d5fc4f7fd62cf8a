import Glibc

/// Files on the disk; the path `-` is standard input.
public struct DiskFiles: FileAccess {
  public init() {}

  public func read(_ path: String) throws(FileReadError) -> FileBytes {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(errno) }
    defer { if path != "-" { close(descriptor) } }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw Self.failure(errno) }
    if information.st_mode & S_IFMT == S_IFDIR { throw .directory }
    if information.st_mode & S_IFMT == S_IFREG, information.st_size > 0 {
      return try Self.readWhole(descriptor, size: Int(information.st_size))
    }
    return try Self.readStream(descriptor)
  }

  public func absolutePath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return FilePath.normalized(path) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func readWhole(
    _ descriptor: Int32, size: Int
  ) throws(FileReadError) -> FileBytes {
    var fault: Int32 = 0
    let bytes = FileBytes(count: size) { target in
      var filled = 0
      while filled < size {
        let got = Glibc.read(descriptor, target.baseAddress.map { $0 + filled }, size - filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { fault = errno }
        if got <= 0 { break }
        filled += got
      }
      return filled
    }
    if fault != 0 { throw failure(fault) }
    return bytes
  }

  private static func readStream(_ descriptor: Int32) throws(FileReadError) -> FileBytes {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = Glibc.read(descriptor, &chunk, chunk.count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw failure(errno) }
      if got == 0 { return FileBytes(bytes) }
      bytes.append(contentsOf: chunk[0..<got])
    }
  }

  private static func failure(_ code: Int32) -> FileReadError {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .directory
    case EACCES, EPERM: .denied
    default: .other(String(cString: strerror(code)))
    }
  }
}
