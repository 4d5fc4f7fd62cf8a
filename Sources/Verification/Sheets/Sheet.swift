import ScenarioIO

/// A table as it was read: header and rows of text, with their lines.
struct Sheet: Sendable {
  struct Row: Sendable {
    /// Line in the file, from 1.
    let line: Int
    let cells: SheetCells
  }

  let encoding: TextEncoding
  let startsWithByteOrderMark: Bool
  /// Headers of the columns; empty where there are none.
  let header: [String]
  /// The numbered rows, in the order of the data style.
  let rows: [Row]
  /// What the official style puts around them; `nil` in the data style.
  let frame: OfficialFrame?

  /// Reads the bytes of a file strictly: one encoding, CRLF, quotes only where they are needed.
  init(_ bytes: [UInt8], file: String) throws(VerificationFault) {
    // Cells are found by offsets of thirty-two bits, and GB18030 grows by half where it becomes UTF-8.
    guard bytes.count < 1 << 31 else {
      throw VerificationFault(.file, file: file, Words("文件过大", "the file is too large"))
    }
    guard let encoding = TextEncoding.detect(bytes), let decoded = try? encoding.decode(bytes)
    else {
      throw VerificationFault(
        .encoding, file: file,
        Words("文件不是 UTF-8 或 GB18030 文本", "the file is neither UTF-8 nor GB18030"))
    }
    self.encoding = encoding
    startsWithByteOrderMark = decoded.starts(with: TextEncoding.byteOrderMark)
    var scanner = SheetScanner(
      bytes: startsWithByteOrderMark ? Array(decoded.dropFirst(3)) : decoded)
    let all = try scanner.rows(file: file)
    // A title is one cell; no table has a single column.
    if all.first?.cells.count == 1 {
      let frame = OfficialFrame(all)
      header = frame.header.map { Array($0.cells) } ?? []
      (rows, self.frame) = (frame.numberedRows, frame)
    } else {
      header = all.first.map { Array($0.cells) } ?? []
      (rows, frame) = (Array(all.dropFirst()), nil)
    }
  }
}

/// A strict reader of RFC 4180 text with CRLF after every line.
struct SheetScanner {
  let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var contents: [UInt8] = []
  private var ends: [UInt32] = []

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let carriageReturn: UInt8 = 13
  private static let lineFeed: UInt8 = 10

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// All rows, the header among them.
  mutating func rows(file: String) throws(VerificationFault) -> [Sheet.Row] {
    var starts: [(line: Int, cell: Int)] = []
    while place < bytes.count {
      starts.append((line, ends.count))
      try cell(file)
      while place < bytes.count, bytes[place] == Self.comma {
        place += 1
        try cell(file)
      }
      guard place + 1 < bytes.count, bytes[place] == Self.carriageReturn,
        bytes[place + 1] == Self.lineFeed
      else { throw fault(file, Words("每行以 CRLF 结束", "every line ends with CRLF")) }
      place += 2
      line += 1
    }
    let text = SheetText(bytes: contents, ends: ends)
    return starts.indices.map { row in
      let next = row + 1 < starts.count ? starts[row + 1].cell : ends.count
      return Sheet.Row(line: starts[row].line, cells: SheetCells(text, starts[row].cell..<next))
    }
  }

  /// Reads a cell and adds its content to those before.
  private mutating func cell(_ file: String) throws(VerificationFault) {
    guard place < bytes.count, bytes[place] == Self.quote else { return try plainCell(file) }
    place += 1
    let start = contents.count
    while place < bytes.count {
      let byte = bytes[place]
      if byte == Self.quote {
        guard place + 1 < bytes.count, bytes[place + 1] == Self.quote else { break }
        place += 1
      }
      if byte == Self.lineFeed { line += 1 }
      contents.append(byte)
      place += 1
    }
    guard place < bytes.count else { throw fault(file, Words("引号未闭合", "a quote is never closed")) }
    place += 1
    guard contents[start...].contains(where: Self.needsQuotes) else {
      throw fault(file, Words("不需要引号的单元格不加引号", "a cell that needs no quotes has none"))
    }
    ends.append(UInt32(contents.count))
  }

  private mutating func plainCell(_ file: String) throws(VerificationFault) {
    let start = place
    while place < bytes.count, !Self.needsQuotes(bytes[place]) { place += 1 }
    if place < bytes.count, bytes[place] == Self.quote {
      throw fault(file, Words("含引号的单元格须加引号", "a cell with a quote in it must be quoted"))
    }
    contents += bytes[start..<place]
    ends.append(UInt32(contents.count))
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == comma || byte == quote || byte == carriageReturn || byte == lineFeed
  }

  private func fault(_ file: String, _ rule: Words) -> VerificationFault {
    VerificationFault(.encoding, file: file, line: line, rule)
  }
}
