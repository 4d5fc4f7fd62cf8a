/// Kind of a JSON value as it stands in a file.
enum JSONKind: UInt8 {
  case null
  case yes
  case no
  case number
  case string
  case array
  case object
  /// Text that is no JSON value; a problem has been reported there.
  case invalid
}

/// One value (or key) in the flat list of a document's nodes.
///
/// An object's node is followed by key, value, key, value; an array's by its elements. `next` skips what belongs to a node.
struct JSONNode {
  var kind: JSONKind
  /// Whether a string holds a backslash.
  var isEscaped = false
  /// Offsets into the text; those of a string include its quotes.
  var start: UInt32
  var end: UInt32
  /// Index of the node after this one and all that it contains.
  var next: UInt32
}

/// A place where a text is no JSON.
struct JSONProblem: Equatable {
  enum Kind {
    case empty
    case unexpected
    case unfinished
    case badNumber
    case badEscape
    case loneSurrogate
    case controlCharacter
    case fullWidth
    case missingComma
    case extraComma
    case tooDeep
    case trailing
  }

  var kind: Kind
  var start: Int
  var end: Int
}
