/// The bytes of a file, made piece by piece: a table of a million rows never stands in memory as a whole.
public struct FileContents: Sendable {
  /// Number of pieces.
  public let count: Int
  private let make: @Sendable (Int) throws(SystemError) -> [UInt8]

  /// Pieces that a closure makes, in any order and several at once.
  public init(
    pieces count: Int, _ make: @escaping @Sendable (Int) throws(SystemError) -> [UInt8]
  ) {
    self.count = count
    self.make = make
  }

  /// Bytes that are there already.
  public init(_ bytes: [UInt8]) {
    self.init(pieces: 1) { _ in bytes }
  }

  /// A piece of the bytes.
  func piece(_ number: Int) throws(SystemError) -> [UInt8] { try make(number) }

  /// All bytes at once; empty where they cannot be made.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for number in 0..<count { bytes += (try? piece(number)) ?? [] }
    return bytes
  }
}
