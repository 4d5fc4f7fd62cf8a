extension JSONValue {
  /// A place where bytes are no JSON.
  public struct SyntaxError: Error, Equatable, Sendable {
    /// Offset of the first faulty byte.
    public var offset: Int

    public init(offset: Int) { self.offset = offset }
  }

  /// Reads RFC 8259 text exactly as the standard has it; numbers stay text, repeated keys are kept.
  public init(parsing bytes: [UInt8]) throws(SyntaxError) {
    let storage = FileBytes(bytes)
    if let offset = UTF8Check.firstFault(in: storage.buffer) { throw SyntaxError(offset: offset) }
    let file = SourceFile(path: "", absolutePath: "", raw: storage)
    var scanner = JSONScanner(file.text)
    scanner.run()
    if let problem = scanner.problems.first { throw SyntaxError(offset: problem.start) }
    let document = JSONDocument(file: 0, text: file.text, nodes: scanner.nodes)
    self = withExtendedLifetime(file) { JSONValue(document.root) }
  }

  /// A copy of a value in a document; the depth limit of the scanner bounds the recursion.
  init(_ element: JSONElement) {
    let node = element.node
    switch node.kind {
    case .null, .invalid: self = .null
    case .yes: self = .bool(true)
    case .no: self = .bool(false)
    case .number:
      self = .number(
        String(decoding: element.document.text[Int(node.start)..<Int(node.end)], as: UTF8.self))
    case .string: self = .string(element.string)
    case .array: self = .array(element.children.map { JSONValue($0) })
    case .object: self = .object(element.members.map { Member($0.key.string, JSONValue($0.value)) })
    }
  }
}
