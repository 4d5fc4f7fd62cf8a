/// One scalar value where it stands in a file, before it is read as a type: a table's cell or a JSON value.
struct Cell {
  enum Kind: UInt8 {
    /// Nothing is given; the default holds.
    case absent
    /// Text of a CSV file, without its quotes and without spaces around it.
    case csv
    case string
    case number
    case yes
    case no
    case null
    case array
    case object
    case invalid
  }

  var kind: Kind
  /// Whether the content holds escapes (JSON) or doubled quotes (CSV).
  var isEscaped: Bool
  /// Index of the file in the order of reading.
  let file: Int32
  // Files have less than 4 GiB; a table may have many millions of cells.
  private let first: UInt32
  private let last: UInt32

  /// Offsets of the content into the file's text, without quotes.
  var start: Int { Int(first) }
  var end: Int { Int(last) }

  static let absent = Cell(kind: .absent, isEscaped: false, file: 0, start: 0, end: 0)

  init(kind: Kind, isEscaped: Bool, file: Int32, start: Int, end: Int) {
    self.kind = kind
    self.isEscaped = isEscaped
    self.file = file
    first = UInt32(start)
    last = UInt32(end)
  }

  /// A JSON value.
  init(_ node: JSONNode, file: Int) {
    let quote: UInt32 = node.kind == .string ? 1 : 0
    kind = Kind(node.kind)
    isEscaped = node.isEscaped
    self.file = Int32(file)
    first = node.start + quote
    last = node.end - quote
  }

  var isAbsent: Bool { kind == .absent }

  /// The place of the value, with a JSON string's quotes.
  func place(column: String? = nil) -> Place {
    let quote = kind == .string ? 1 : 0
    return Place(file: Int(file), start: start - quote, end: end + quote, column: column)
  }
}

extension Cell.Kind {
  init(_ kind: JSONKind) {
    switch kind {
    case .null: self = .null
    case .yes: self = .yes
    case .no: self = .no
    case .number: self = .number
    case .string: self = .string
    case .array: self = .array
    case .object: self = .object
    case .invalid: self = .invalid
    }
  }
}
