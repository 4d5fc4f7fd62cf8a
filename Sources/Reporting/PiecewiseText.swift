/// UTF-8 text that is made piece by piece, in any order or several at once, so that it need not stand in memory as a whole.
public struct PiecewiseText: Sendable {
  /// Number of pieces.
  public let count: Int
  private let make: @Sendable (Int) -> [UInt8]

  init(count: Int, _ make: @escaping @Sendable (Int) -> [UInt8]) {
    self.count = count
    self.make = make
  }

  /// Pieces of so many parts each, with something before the first and after the last.
  init(
    parts: Int, inPiece size: Int = 2_048,
    before: @escaping @Sendable (inout ByteText) -> Void = { _ in },
    after: @escaping @Sendable (inout ByteText) -> Void = { _ in },
    _ write: @escaping @Sendable (_ parts: Range<Int>, _ text: inout ByteText) -> Void
  ) {
    let count = max(1, (parts + size - 1) / size)
    self.init(count: count) { number in
      var text = ByteText()
      if number == 0 { before(&text) }
      write(number * size..<min((number + 1) * size, parts), &text)
      if number == count - 1 { after(&text) }
      return text.bytes
    }
  }

  /// A piece of the text; pieces end where characters do.
  public func piece(_ number: Int) -> [UInt8] { make(number) }

  /// The whole text.
  public var text: String {
    String(decoding: (0..<count).flatMap(make), as: UTF8.self)
  }
}
