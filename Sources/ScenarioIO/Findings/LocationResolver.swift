import Scenario

/// Turns offsets into lines and columns, in one pass over each file.
enum LocationResolver {
  /// The locations of places, in the same order; `nil` stays `nil`.
  static func resolve(_ written: [Place?], in files: [SourceFile]) -> [SourceLocation?] {
    let places = written.map { place in place.map { files[$0.file].shown($0) } }
    var result = [SourceLocation?](repeating: nil, count: places.count)
    let order = places.indices.filter { places[$0] != nil }.sorted { first, second in
      let a = places[first].map { ($0.file, $0.start, first) } ?? (0, 0, first)
      let b = places[second].map { ($0.file, $0.start, second) } ?? (0, 0, second)
      return a < b
    }
    var cursor: LineCursor?
    for index in order {
      guard let place = places[index] else { continue }
      var current =
        cursor.flatMap { $0.file == place.file ? $0 : nil }
        ?? LineCursor(file: place.file, text: files[place.file].text)
      result[index] = current.location(of: place, path: files[place.file].path)
      cursor = current
    }
    return result
  }
}

/// Walks forward through a file and knows the line it is on.
private struct LineCursor {
  /// A longer line, which only machines write, is not quoted: a thousand findings in it would take forever.
  private static let longestLine = 65_536

  let file: Int
  let text: UnsafeBufferPointer<UInt8>
  private var line = 1
  private var lineStart = 0
  private var lineText: String?
  private var lineEnd = 0
  /// Characters of the line up to an offset, so that a long line is counted once.
  private var counted = 0
  private var column = 1

  init(file: Int, text: UnsafeBufferPointer<UInt8>) {
    self.file = file
    self.text = text
  }

  mutating func location(of place: Place, path: String) -> SourceLocation {
    let start = min(place.start, text.count)
    moveToLine(of: start)
    if lineText == nil { readLine() }
    let target = min(start, lineEnd)
    if target > counted {
      column += String(decoding: text[counted..<target], as: UTF8.self).count
      counted = target
    }
    let end = min(max(place.end, target), lineEnd)
    let length = end > target ? String(decoding: text[target..<end], as: UTF8.self).count : 1
    return SourceLocation(
      file: path, line: line, column: column, lineText: lineText ?? "", length: max(1, length),
      columnName: place.column)
  }

  private mutating func moveToLine(of offset: Int) {
    var index = max(lineStart, counted)
    while index < offset {
      if text[index] == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
        counted = lineStart
        column = 1
        lineText = nil
      }
      index += 1
    }
  }

  private mutating func readLine() {
    var end = lineStart
    while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
    if end > lineStart, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    lineEnd = end
    lineText =
      end - lineStart > Self.longestLine
      ? "" : String(decoding: text[lineStart..<end], as: UTF8.self)
  }
}
