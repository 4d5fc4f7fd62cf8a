/// The rows of a long array of objects: only where they stand, so that a million of them take little memory.
///
/// They are found by their brackets alone. Whether each is an object as it should be shows when it is read by a
/// ``JSONRowReader``; a file in which one is not is read again without rows set aside.
final class JSONRows {
  /// Offsets of the opening braces and after the closing ones.
  private let starts: [UInt32]
  private let ends: [UInt32]
  /// Whether all of them were read and found to be objects as they should be.
  var areChecked = false

  init(starts: [UInt32], ends: [UInt32]) {
    self.starts = starts
    self.ends = ends
  }

  var count: Int { starts.count }

  /// The stretch of text that a row takes.
  func range(of row: Int) -> Range<Int> { Int(starts[row])..<Int(ends[row]) }

  /// All rows as elements, each with a document of its own; for arrays that are no tables of projects.
  func elements(of document: JSONDocument) -> [JSONElement] {
    (0..<count).map { row in
      let range = range(of: row)
      var scanner = JSONScanner(document.text, in: range)
      scanner.run()
      return JSONDocument(file: document.file, text: document.text, nodes: scanner.nodes).root
    }
  }
}

/// Reads the rows of a long array in turn; one document serves them all.
final class JSONRowReader {
  private let rows: JSONRows
  private var scanner: JSONScanner
  private let document: JSONDocument
  private var keys = RepeatedKeys()

  init(_ rows: JSONRows, of document: JSONDocument) {
    self.rows = rows
    scanner = JSONScanner(document.text, in: 0..<0)
    // The array and the object around it count.
    scanner.depthLimit -= 2
    self.document = JSONDocument(file: document.file, text: document.text, nodes: [])
  }

  /// The row as an element that is good until the next call; `nil` where it is no JSON or repeats a key.
  func element(_ row: Int) -> JSONElement? {
    scanner.restart(in: rows.range(of: row))
    scanner.run()
    guard scanner.isComplete, scanner.problems.isEmpty else { return nil }
    document.exchange(&scanner.nodes)
    return keys.areIn(document) ? nil : document.root
  }
}
