import Glibc

/// Encodings of text files that planners' spreadsheets write.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case gb18030 = "gb18030"

  /// Bytes or characters that an encoding does not have, with the place of the first.
  public struct Fault: Error, Equatable, Sendable {
    /// Offset of the first bad byte, or of the first byte of the character that cannot be written.
    public var offset: Int

    public init(offset: Int) { self.offset = offset }
  }

  /// Bytes that mark a UTF-8 file.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Turns bytes in this encoding into UTF-8 bytes; refuses what is no text in it.
  public func decode(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    switch self {
    case .utf8:
      if let offset = bytes.withUnsafeBufferPointer({ UTF8Check.firstFault(in: $0) }) {
        throw Fault(offset: offset)
      }
      return bytes
    case .gb18030: return try Self.convert(bytes, from: "GB18030", to: "UTF-8")
    }
  }

  /// Turns UTF-8 bytes into this encoding; refuses characters that it does not have, never replaces them.
  public func encode(_ utf8: [UInt8]) throws(Fault) -> [UInt8] {
    switch self {
    case .utf8: return try decode(utf8)
    case .gb18030: return try Self.convert(utf8, from: "UTF-8", to: "GB18030")
    }
  }

  /// Recognises the encoding of a file: UTF-8 where the bytes are UTF-8, else GB18030; `nil` where it is neither.
  public static func detect(_ bytes: [UInt8]) -> TextEncoding? {
    if (try? TextEncoding.utf8.decode(bytes)) != nil { return .utf8 }
    return (try? TextEncoding.gb18030.decode(bytes)) == nil ? nil : .gb18030
  }

  private static func convert(
    _ bytes: [UInt8], from source: String, to target: String
  ) throws(Fault) -> [UInt8] {
    guard let descriptor = iconv_open(target, source), Int(bitPattern: descriptor) != -1 else {
      throw Fault(offset: 0)
    }
    defer { iconv_close(descriptor) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var chunk = [CChar](repeating: 0, count: 1 << 16)
    var consumed = 0
    while consumed < bytes.count {
      let step = step(descriptor, &input, from: consumed, into: &chunk)
      output.append(contentsOf: chunk[0..<step.written].lazy.map { UInt8(bitPattern: $0) })
      consumed += step.read
      if step.isStuck || (step.read == 0 && step.written == 0) { throw Fault(offset: consumed) }
    }
    return output
  }

  private static func step(
    _ descriptor: iconv_t, _ input: inout [CChar], from start: Int, into chunk: inout [CChar]
  ) -> (read: Int, written: Int, isStuck: Bool) {
    let available = input.count - start
    let capacity = chunk.count
    var left = available
    var room = capacity
    let result = input.withUnsafeMutableBufferPointer { source in
      chunk.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress.map { $0 + start }
        var to = target.baseAddress
        return iconv(descriptor, &from, &left, &to, &room)
      }
    }
    // A full output buffer (E2BIG) is the one fault that the next step cures.
    let isStuck = result == -1 && errno != E2BIG
    return (available - left, capacity - room, isStuck)
  }
}
