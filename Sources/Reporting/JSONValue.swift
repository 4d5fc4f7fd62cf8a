/// A JSON value whose objects keep the order in which their keys were given.
public indirect enum JSONValue: Sendable {
  case string(String)
  case integer(Int)
  /// `value ÷ 10^decimals`, written out exactly.
  case decimal(Int, decimals: Int)
  case bool(Bool)
  case null
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// An object from keys and values in order.
  public static func members(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { (key: $0.key, value: $0.value) })
  }

  /// A string, or null.
  public static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// An integer, or null.
  public static func optional(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }

  /// The value as text: two spaces of indentation, one member a line, short innermost values on one line, a line end at the end.
  public var text: String {
    var output = ByteText()
    write(to: &output, indent: 0)
    output.append(UInt8(ascii: "\n"))
    return String(decoding: output.bytes, as: UTF8.self)
  }

  private var isFlat: Bool {
    switch self {
    case .array(let values): values.allSatisfy(\.isScalar)
    case .object(let members): members.allSatisfy(\.value.isScalar)
    default: true
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array(let values): values.isEmpty
    case .object(let members): members.isEmpty
    default: true
    }
  }

  /// Writes the value at a depth of indentation.
  func write(to output: inout ByteText, indent: Int) {
    switch self {
    case .string(let text): Self.write(text, to: &output)
    case .integer(let value): output.append(value)
    case .decimal(let value, let decimals): output.append(value, decimals: decimals)
    case .bool(let value): output.append(value ? "true" : "false")
    case .null: output.append("null")
    case .array(let values):
      write(brackets: "[]", count: values.count, to: &output, indent: indent) {
        values[$0].write(to: &$1, indent: indent + 1)
      }
    case .object(let members):
      write(brackets: "{}", count: members.count, to: &output, indent: indent) {
        Self.write(members[$0].key, members[$0].value, to: &$1, indent: indent + 1)
      }
    }
  }

  private func write(
    brackets: StaticString, count: Int, to output: inout ByteText, indent: Int,
    _ item: (Int, inout ByteText) -> Void
  ) {
    let isFlat = isFlat
    output.append(brackets.utf8Start[0])
    for index in 0..<count {
      if index > 0 { output.append(isFlat ? ", " : ",") }
      if !isFlat { Self.startLine(&output, indent: indent + 1) }
      item(index, &output)
    }
    if !isFlat { Self.startLine(&output, indent: indent) }
    output.append(brackets.utf8Start[1])
  }

  /// Writes a key and its value.
  static func write(
    _ key: String, _ value: JSONValue, to output: inout ByteText, indent: Int
  ) {
    write(key, to: &output)
    output.append(": ")
    value.write(to: &output, indent: indent)
  }

  /// Starts a line with two spaces per depth.
  static func startLine(_ output: inout ByteText, indent: Int) {
    output.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * indent { output.append(UInt8(ascii: " ")) }
  }

  private static func write(_ text: String, to output: inout ByteText) {
    output.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      if bytes.allSatisfy(isPlain) {
        output.append(bytes)
      } else {
        writeEscaped(bytes, to: &output)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Whether a byte stands for itself, wherever it is; U+2028 and U+2029 start with E2.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F
      && byte != 0xE2
  }

  private static func writeEscaped(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: inout ByteText
  ) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"": output.append("\\\"")
      case "\\": output.append("\\\\")
      case "\n": output.append("\\n")
      case "\r": output.append("\\r")
      case "\t": output.append("\\t")
      case _
      where scalar.value < 0x20 || scalar.value == 0x7F || (0x2028...0x2029).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        output.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: output.append(String(scalar))
      }
    }
  }
}
