import ScenarioIO

/// A table as it was read: header and rows of text, with their lines.
struct Sheet: Sendable {
  struct Row: Sendable {
    /// Line in the file, from 1.
    let line: Int
    let cells: [String]
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
      (header, rows, self.frame) = (frame.header?.cells ?? [], frame.numberedRows, frame)
    } else {
      (header, rows, frame) = (all.first?.cells ?? [], Array(all.dropFirst()), nil)
    }
  }
}

/// A strict reader of RFC 4180 text with CRLF after every line.
struct SheetScanner {
  let bytes: [UInt8]
  private var place = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let carriageReturn: UInt8 = 13
  private static let lineFeed: UInt8 = 10

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// All rows, the header among them.
  mutating func rows(file: String) throws(VerificationFault) -> [Sheet.Row] {
    var rows: [Sheet.Row] = []
    while place < bytes.count {
      let start = line
      var cells = [try cell(file)]
      while place < bytes.count, bytes[place] == Self.comma {
        place += 1
        cells.append(try cell(file))
      }
      guard place + 1 < bytes.count, bytes[place] == Self.carriageReturn,
        bytes[place + 1] == Self.lineFeed
      else { throw fault(file, Words("每行以 CRLF 结束", "every line ends with CRLF")) }
      place += 2
      line += 1
      rows.append(Sheet.Row(line: start, cells: cells))
    }
    return rows
  }

  private mutating func cell(_ file: String) throws(VerificationFault) -> String {
    guard place < bytes.count, bytes[place] == Self.quote else { return try plainCell(file) }
    place += 1
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      if byte == Self.quote {
        guard place + 1 < bytes.count, bytes[place + 1] == Self.quote else { break }
        place += 1
      }
      if byte == Self.lineFeed { line += 1 }
      text.append(byte)
      place += 1
    }
    guard place < bytes.count else { throw fault(file, Words("引号未闭合", "a quote is never closed")) }
    place += 1
    guard text.contains(where: Self.needsQuotes) else {
      throw fault(file, Words("不需要引号的单元格不加引号", "a cell that needs no quotes has none"))
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func plainCell(_ file: String) throws(VerificationFault) -> String {
    let start = place
    while place < bytes.count, !Self.needsQuotes(bytes[place]) { place += 1 }
    if place < bytes.count, bytes[place] == Self.quote {
      throw fault(file, Words("含引号的单元格须加引号", "a cell with a quote in it must be quoted"))
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == comma || byte == quote || byte == carriageReturn || byte == lineFeed
  }

  private func fault(_ file: String, _ rule: Words) -> VerificationFault {
    VerificationFault(.encoding, file: file, line: line, rule)
  }
}
