/// A JSON file that was read: its nodes and the text they point into.
final class JSONDocument {
  /// Index of the file in the order of reading.
  let file: Int
  let text: UnsafeBufferPointer<UInt8>
  /// The values; a document that holds the rows of a table in turn gets others with every row.
  fileprivate(set) var nodes: [JSONNode]
  /// Rows of long arrays, by the index of the array's node, which then has no nodes of its elements behind it.
  let rows: [Int: JSONRows]

  init(
    file: Int, text: UnsafeBufferPointer<UInt8>, nodes: [JSONNode], rows: [Int: JSONRows] = [:]
  ) {
    self.file = file
    self.text = text
    self.nodes = nodes
    self.rows = rows
  }

  /// Puts other nodes in place of these and gives these back, so that their memory serves again.
  func exchange(_ other: inout [JSONNode]) { swap(&nodes, &other) }

  var root: JSONElement { JSONElement(document: self, index: 0) }

  /// The text of a string node, with its escapes resolved.
  func string(_ index: Int) -> String {
    let node = nodes[index]
    let start = Int(node.start) + 1
    let end = Int(node.end) - 1
    guard start <= end else { return "" }
    if node.isEscaped { return String(decoding: JSONText.decode(text, start, end), as: UTF8.self) }
    return String(decoding: text[start..<end], as: UTF8.self)
  }
}

/// One value of a document.
struct JSONElement {
  let document: JSONDocument
  let index: Int

  var node: JSONNode { document.nodes[index] }
  var kind: JSONKind { node.kind }
  var place: Place {
    Place(file: document.file, start: Int(node.start), end: Int(node.end))
  }

  /// The text of a string.
  var string: String { document.string(index) }

  /// The rows of a long array that are read when they are needed; `nil` where the elements have nodes.
  var rows: JSONRows? { document.rows.isEmpty ? nil : document.rows[index] }

  /// The elements of an array, or keys and values of an object in turn.
  var children: [JSONElement] {
    if let rows { return rows.elements(of: document) }
    var result: [JSONElement] = []
    guard kind == .array || kind == .object else { return [] }
    var child = index + 1
    let end = Int(node.next)
    while child < end {
      result.append(JSONElement(document: document, index: child))
      child = Int(document.nodes[child].next)
    }
    return result
  }

  /// Keys and values of an object in the order of the file.
  var members: [(key: JSONElement, value: JSONElement)] {
    guard kind == .object else { return [] }
    let all = children
    return stride(from: 0, to: all.count - 1, by: 2).map { (all[$0], all[$0 + 1]) }
  }

  /// The value under a key, the last where it is repeated.
  subscript(key: String) -> JSONElement? {
    members.last { $0.key.string == key }?.value
  }

  /// The value as a cell, the common form in which values are read.
  var cell: Cell { Cell(node, file: document.file) }
}
