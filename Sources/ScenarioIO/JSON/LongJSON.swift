/// A JSON object with long arrays, whose elements become values only when they are asked for.
///
/// It is as strict as ``JSONValue/init(parsing:)``.
public struct LongJSON: Sendable {
  /// The object; arrays of many objects are empty in it.
  public let value: JSONValue
  private let long: [String: JSONElements]

  /// Reads RFC 8259 text exactly as the standard has it; an array is long if it has so many objects and nothing else.
  public init(
    parsing bytes: [UInt8], leastElements: Int = 2_048
  ) throws(JSONValue.SyntaxError) {
    let source = JSONElements.Source(bytes)
    guard UTF8Check.firstFault(in: source.text) == nil,
      let document = source.document(leastElements: leastElements)
    else {
      value = try JSONValue(parsing: bytes)
      long = [:]
      return
    }
    var members: [JSONValue.Member] = []
    var long: [String: JSONElements] = [:]
    for (key, element) in document.root.members {
      let rows = element.rows
      members.append(
        JSONValue.Member(key.string, rows == nil ? JSONValue(element) : .array([])))
      // Of a key that is repeated the last counts.
      long[key.string] = rows.map { JSONElements($0, source) }
    }
    value = .object(members)
    self.long = long
  }

  /// The elements of the array under a key; `nil` where there is none.
  public func elements(of key: String) -> JSONElements? {
    long[key] ?? value[key]?.elements.map { JSONElements($0) }
  }
}

/// The elements of an array, long or not.
public struct JSONElements: RandomAccessCollection, Sendable {
  private enum Storage: @unchecked Sendable {
    case values([JSONValue])
    /// Nothing writes to rows and source after they were read.
    case rows(JSONRows, Source)
  }

  /// The text that long arrays point into.
  final class Source: @unchecked Sendable {
    private let bytes: FileBytes

    init(_ bytes: [UInt8]) { self.bytes = FileBytes(bytes) }

    var text: UnsafeBufferPointer<UInt8> { bytes.buffer }

    /// The outermost object with its long arrays set aside; `nil` where it is none, or there is any fault in the text.
    func document(leastElements: Int) -> JSONDocument? {
      var scanner = JSONScanner(text)
      scanner.leastRows = leastElements
      scanner.run()
      guard scanner.problems.isEmpty, scanner.isComplete else { return nil }
      let document = JSONDocument(
        file: 0, text: text, nodes: scanner.nodes, rows: scanner.rows)
      guard document.root.kind == .object else { return nil }
      for rows in scanner.rows.values {
        for row in 0..<rows.count where element(row, of: rows) == nil { return nil }
      }
      return document
    }

    /// A row as an element; `nil` where it is no JSON.
    func element(_ row: Int, of rows: JSONRows) -> JSONElement? {
      var scanner = JSONScanner(text, in: rows.range(of: row))
      scanner.depthLimit -= 2
      scanner.run()
      guard scanner.problems.isEmpty, scanner.isComplete else { return nil }
      return JSONDocument(file: 0, text: text, nodes: scanner.nodes).root
    }
  }

  private let storage: Storage
  public let endIndex: Int

  /// Elements that are values already.
  public init(_ values: [JSONValue]) {
    storage = .values(values)
    endIndex = values.count
  }

  init(_ rows: JSONRows, _ source: Source) {
    storage = .rows(rows, source)
    endIndex = rows.count
  }

  public var startIndex: Int { 0 }

  public subscript(place: Int) -> JSONValue {
    switch storage {
    case .values(let values): values[place]
    case .rows(let rows, let source):
      source.element(place, of: rows).map { JSONValue($0) } ?? .null
    }
  }
}
