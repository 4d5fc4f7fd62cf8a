/// Reads RFC 8259 text into a flat list of nodes, in one pass and without recursion.
///
/// Faults from which the rest can still be read (a stray comma, a word that is no value) are noted and passed over,
/// so that one reading shows them all. Repeated keys are kept: they are no fault of syntax.
struct JSONScanner {
  /// Nesting beyond this is refused; scenario files need six levels.
  static let depthLimit = 200
  static let problemLimit = 200

  private enum State {
    case value
    case elementOrEnd
    case keyOrEnd
    case key
    case colon
    case commaOrEnd
    case end
  }

  /// The text up to where the stretch to be read ends.
  private(set) var bytes: UnsafeBufferPointer<UInt8>
  private let text: UnsafeBufferPointer<UInt8>
  private(set) var start: Int
  var position: Int
  /// Least number of objects that makes an array's elements rows to be read later; `nil` where nothing is put off.
  var leastRows: Int?
  var depthLimit = Self.depthLimit
  var nodes: [JSONNode] = []
  /// Rows put off, by the index of their array's node.
  private(set) var rows: [Int: JSONRows] = [:]
  var problems: [JSONProblem] = []
  private var open: [Int] = []
  private var state = State.value
  private var isStopped = false

  /// Whether the whole text was read, so that the nodes are of use even where there were problems.
  var isComplete: Bool { state == .end && open.isEmpty }

  /// Prepares to read a text of less than 4 GiB, or a stretch of it that holds one value.
  init(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>? = nil) {
    let range = range ?? 0..<text.count
    self.text = text
    bytes = UnsafeBufferPointer(rebasing: text[..<range.upperBound])
    start = range.lowerBound
    position = start
  }

  /// Forgets what was read and prepares to read another stretch of the same text.
  mutating func restart(in range: Range<Int>) {
    bytes = UnsafeBufferPointer(rebasing: text[..<range.upperBound])
    start = range.lowerBound
    position = start
    nodes.removeAll(keepingCapacity: true)
    problems.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    state = .value
    isStopped = false
  }

  /// Reads it all; afterwards `nodes` and `problems` hold what was found.
  mutating func run() {
    nodes.reserveCapacity((bytes.count - start) / (leastRows == nil ? 8 : 1_024))
    while !isStopped, problems.count < Self.problemLimit {
      skipSpace()
      if position >= bytes.count {
        finish()
        return
      }
      step()
    }
  }

  private mutating func finish() {
    if nodes.isEmpty, problems.isEmpty {
      note(.empty, start, start)
    } else if state != .end {
      note(.unfinished, bytes.count, bytes.count)
    }
  }

  private mutating func step() {
    let byte = bytes[position]
    switch state {
    case .value: scanValue(byte)
    case .elementOrEnd: byte == UInt8(ascii: "]") ? close() : scanValue(byte)
    case .keyOrEnd: byte == UInt8(ascii: "}") ? close() : scanKey(byte)
    case .key: scanKey(byte)
    case .colon: scanColon(byte)
    case .commaOrEnd: scanComma(byte)
    case .end:
      note(.trailing, position, wordEnd())
      isStopped = true
    }
  }

  private mutating func scanKey(_ byte: UInt8) {
    if byte == UInt8(ascii: "\"") {
      scanString()
      state = .colon
    } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: ",") {
      note(.extraComma, position, position + 1)
      if byte == UInt8(ascii: "}") { close() } else { position += 1 }
    } else {
      noteWord(.unexpected)
      isStopped = true
    }
  }

  private mutating func scanColon(_ byte: UInt8) {
    if byte == UInt8(ascii: ":") {
      position += 1
    } else if bytes.hasFullWidth(0x9A, at: position) {
      note(.fullWidth, position, position + 3)
      position += 3
    } else {
      noteWord(.unexpected)
      isStopped = true
    }
    state = .value
  }

  private mutating func scanComma(_ byte: UInt8) {
    guard let container = open.last else { return }
    let isObject = nodes[container].kind == .object
    if byte == UInt8(ascii: ",") {
      position += 1
    } else if byte == UInt8(ascii: isObject ? "}" : "]") {
      close()
      return
    } else if bytes.hasFullWidth(0x8C, at: position) {
      note(.fullWidth, position, position + 3)
      position += 3
    } else if byte == UInt8(ascii: "\"") {
      note(.missingComma, position, position + 1)
    } else {
      noteWord(.unexpected)
      isStopped = true
    }
    state = isObject ? .key : .value
  }

  private mutating func scanValue(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"): openContainer(.object, then: .keyOrEnd)
    case UInt8(ascii: "["): openContainer(.array, then: .elementOrEnd)
    case UInt8(ascii: "\""):
      scanString()
      afterValue()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): scanNumber()
    case UInt8(ascii: "]"), UInt8(ascii: ","):
      note(.extraComma, position, position + 1)
      guard let container = open.last, nodes[container].kind == .array else {
        isStopped = true
        return
      }
      if byte == UInt8(ascii: "]") { close() } else { position += 1 }
    default: scanWord()
    }
  }

  private mutating func scanWord() {
    let end = wordEnd()
    let kind: JSONKind
    if bytes.matches("true", position, end) {
      kind = .yes
    } else if bytes.matches("false", position, end) {
      kind = .no
    } else if bytes.matches("null", position, end) {
      kind = .null
    } else {
      kind = .invalid
      noteWord(bytes.hasFullWidthQuote(at: position) ? .fullWidth : .unexpected)
    }
    append(kind, to: max(end, position + 1))
    afterValue()
  }

  private mutating func scanNumber() {
    let end = wordEnd()
    let isNumber = JSONNumber.isNumber(bytes, position, end)
    if !isNumber { note(.badNumber, position, end) }
    append(isNumber ? .number : .invalid, to: end)
    afterValue()
  }

  private mutating func openContainer(_ kind: JSONKind, then next: State) {
    guard open.count < depthLimit else {
      note(.tooDeep, position, position + 1)
      isStopped = true
      return
    }
    if kind == .array, open.count == 1, putOffRows() { return }
    open.append(nodes.count)
    append(kind, to: position + 1)
    state = next
  }

  /// Passes over an array of many objects in the outermost object and notes where they stand.
  private mutating func putOffRows() -> Bool {
    guard let leastRows, nodes[0].kind == .object,
      let (found, end) = JSONRowFinder.rows(in: bytes, openingAt: position),
      found.count >= leastRows
    else { return false }
    rows[nodes.count] = found
    append(.array, to: end)
    afterValue()
    return true
  }

  private mutating func close() {
    position += 1
    let container = open.removeLast()
    nodes[container].end = UInt32(position)
    nodes[container].next = UInt32(nodes.count)
    afterValue()
  }

  private mutating func afterValue() { state = open.isEmpty ? .end : .commaOrEnd }

  /// Adds a node from here to `end` and moves there.
  mutating func append(_ kind: JSONKind, to end: Int, isEscaped: Bool = false) {
    let next = UInt32(nodes.count + 1)
    nodes.append(
      JSONNode(
        kind: kind, isEscaped: isEscaped, start: UInt32(position), end: UInt32(end), next: next))
    position = end
  }

  mutating func note(_ kind: JSONProblem.Kind, _ start: Int, _ end: Int) {
    problems.append(JSONProblem(kind: kind, start: start, end: end))
  }

  private mutating func noteWord(_ kind: JSONProblem.Kind) {
    note(kind, position, max(wordEnd(), position + 1))
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position].isJSONSpace { position += 1 }
  }

  /// End of the run of bytes that are neither space nor punctuation of either width.
  private func wordEnd() -> Int {
    var end = position
    while end < bytes.count, !bytes[end].endsJSONWord, !bytes.hasFullWidth(0x8C, at: end),
      !bytes.hasFullWidth(0x9A, at: end)
    {
      end += 1
    }
    return end
  }
}
