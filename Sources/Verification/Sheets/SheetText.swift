/// The contents of all cells of a table, one after the other, so that a table of millions of cells takes little memory.
final class SheetText: Sendable {
  fileprivate let bytes: [UInt8]
  /// Where each cell ends.
  fileprivate let ends: [UInt32]

  init(bytes: [UInt8], ends: [UInt32]) {
    self.bytes = bytes
    self.ends = ends
  }

  /// The content of a cell.
  fileprivate func text(_ cell: Int) -> String {
    let start = cell == 0 ? 0 : Int(ends[cell - 1])
    return String(decoding: bytes[start..<Int(ends[cell])], as: UTF8.self)
  }
}

/// The cells of one row; each becomes a text when it is asked for.
struct SheetCells: RandomAccessCollection, Sendable {
  private let text: SheetText
  private let first: Int
  let endIndex: Int

  init(_ text: SheetText, _ cells: Range<Int>) {
    self.text = text
    first = cells.lowerBound
    endIndex = cells.count
  }

  var startIndex: Int { 0 }

  subscript(place: Int) -> String { text.text(first + place) }
}
