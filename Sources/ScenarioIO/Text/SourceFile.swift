/// One file that was read: its bytes as they are, and its text as UTF-8 without a byte order mark.
final class SourceFile: Sendable {
  /// Path as the user would type it.
  let path: String
  let absolutePath: String
  let raw: FileBytes
  /// Set where the text is not simply the bytes.
  private let decoded: FileBytes?
  /// Bytes of the byte order mark, 0 or 3.
  private let textStart: Int
  let encoding: TextEncoding
  /// Whether it is a file, and not made of what the user wrote on the command line.
  let isRead: Bool
  /// For what was made of something the user wrote: the stretches made, in order, with what is shown in their place.
  private let shown: [Shown]

  /// A stretch of text and the place that is shown instead.
  struct Shown {
    var range: Range<Int>
    var place: Place
  }

  init(
    path: String, absolutePath: String, raw: FileBytes, decoded: FileBytes? = nil,
    encoding: TextEncoding = .utf8, shown: [Shown]? = nil
  ) {
    self.shown = shown ?? []
    isRead = shown == nil
    self.path = path
    self.absolutePath = absolutePath
    self.raw = raw
    self.decoded = decoded
    self.encoding = encoding
    let mark = TextEncoding.byteOrderMark
    textStart = (decoded ?? raw).buffer.starts(with: mark) ? mark.count : 0
  }

  /// The text; valid as long as this object lives.
  var text: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: (decoded ?? raw).buffer[textStart...])
  }
}

extension SourceFile {
  /// The place to show for a place in the file.
  func shown(_ place: Place) -> Place {
    shown.first { $0.range.lowerBound <= place.start && place.start < $0.range.upperBound }?.place
      ?? place
  }
}

/// A stretch of text in one of the files read.
struct Place {
  /// Index of the file in the order of reading.
  var file: Int
  /// Offsets into the file's text.
  var start: Int
  var end: Int
  /// Name of the table's column as written in its header.
  var column: String?

  init(file: Int, start: Int, end: Int, column: String? = nil) {
    self.file = file
    self.start = start
    self.end = end
    self.column = column
  }
}
