/// The bytes of one file, read once and never changed.
///
/// The storage is a plain buffer, so that the scanners of large tables run over it without counting references;
/// nothing writes to it after `init`, which is why it may be shared between tasks.
public final class FileBytes: @unchecked Sendable {
  let buffer: UnsafeBufferPointer<UInt8>

  /// Copies bytes.
  public convenience init(_ bytes: [UInt8]) {
    self.init(count: bytes.count) { target in target.initialize(fromContentsOf: bytes) }
  }

  /// Allocates `count` bytes and lets a closure fill them from the first on; it returns how many it wrote.
  init(count: Int, fill: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
    let storage = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(count, 1))
    let filled = min(max(fill(storage), 0), count)
    buffer = UnsafeBufferPointer(start: storage.baseAddress, count: filled)
  }

  deinit { buffer.deallocate() }

  /// Number of bytes.
  public var count: Int { buffer.count }

  /// The bytes as an array (a copy).
  public var array: [UInt8] { Array(buffer) }

  /// Some of the bytes as an array (a copy).
  public subscript(range: Range<Int>) -> [UInt8] { Array(buffer[range]) }

  /// Calls a closure with the bytes, without a copy.
  public func withUnsafeBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeRawBufferPointer(buffer))
  }
}
