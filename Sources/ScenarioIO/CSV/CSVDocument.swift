/// A table in RFC 4180 form: rows of cells, each with its place.
///
/// Line ends may be LF or CRLF, cells may hold commas, quotes and line ends in quotes; a byte order mark is skipped.
public struct CSVDocument: Sendable {
  /// What is wrong with a file that is no such table.
  public enum Fault: Error, Equatable, Sendable {
    /// The bytes are no text in the encoding; offset of the first bad byte.
    case badEncoding(offset: Int)
    /// Quotes do not pair, at a line and a column in characters, both from 1.
    case badQuotes(line: Int, column: Int)
  }

  /// Rows of cells, the header among them; rows may differ in length.
  public let rows: [[String]]
  /// Line on which each row starts, from 1.
  public let lines: [Int]
  /// Encoding that was recognised or asked for.
  public let encoding: TextEncoding

  /// Reads a table; without an encoding, UTF-8 is taken where the bytes are UTF-8, else GB18030.
  public init(_ bytes: [UInt8], encoding: TextEncoding? = nil) throws(Fault) {
    let chosen = encoding ?? TextEncoding.detect(bytes) ?? .gb18030
    let decoded: [UInt8]
    do throws(TextEncoding.Fault) {
      decoded = try chosen.decode(bytes)
    } catch {
      throw .badEncoding(offset: error.offset)
    }
    self.encoding = chosen
    let file = SourceFile(path: "", absolutePath: "", raw: FileBytes(decoded))
    var scanner = CSVScanner(file.text)
    var rows: [[String]] = []
    var lines: [Int] = []
    var fields: [CSVScanner.Field] = []
    var line = 1
    var counted = 0
    while true {
      line += file.text[counted..<scanner.position].count { $0 == UInt8(ascii: "\n") }
      counted = scanner.position
      guard scanner.next(into: &fields) else { break }
      lines.append(line)
      rows.append(
        fields.map {
          CSVScanner.string(file.text, $0.start, $0.end, isEscaped: $0.isEscaped)
        })
    }
    if let fault = scanner.faults.first {
      let place = Self.position(of: fault.start, in: file.text)
      throw .badQuotes(line: place.line, column: place.column)
    }
    self.rows = rows
    self.lines = lines
  }

  /// The first row; empty where there is none.
  public var header: [String] { rows.first ?? [] }

  private static func position(
    of offset: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (line: Int, column: Int) {
    let before = text[..<offset]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    return (line, String(decoding: text[lineStart..<offset], as: UTF8.self).count + 1)
  }
}
