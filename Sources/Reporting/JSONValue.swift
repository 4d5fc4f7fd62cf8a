/// A JSON value whose objects keep the order in which their keys were given.
public indirect enum JSONValue: Sendable {
  case string(String)
  case integer(Int)
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
    var output = ""
    write(to: &output, indent: 0)
    return output + "\n"
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

  private func write(to output: inout String, indent: Int) {
    switch self {
    case .string(let text): Self.write(text, to: &output)
    case .integer(let value): output += String(value)
    case .bool(let value): output += value ? "true" : "false"
    case .null: output += "null"
    case .array(let values):
      write(("[", "]"), values.map { (nil, $0) }, to: &output, indent: indent)
    case .object(let members):
      write(("{", "}"), members.map { ($0.key, $0.value) }, to: &output, indent: indent)
    }
  }

  private func write(
    _ brackets: (String, String), _ items: [(key: String?, value: JSONValue)],
    to output: inout String, indent: Int
  ) {
    output += brackets.0
    let separator = isFlat ? "" : "\n" + String(repeating: "  ", count: indent + 1)
    for (index, item) in items.enumerated() {
      output += index == 0 ? separator : isFlat ? ", " : "," + separator
      if let key = item.key {
        Self.write(key, to: &output)
        output += ": "
      }
      item.value.write(to: &output, indent: indent + 1)
    }
    if !isFlat { output += "\n" + String(repeating: "  ", count: indent) }
    output += brackets.1
  }

  private static func write(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _
      where scalar.value < 0x20 || scalar.value == 0x7F || (0x2028...0x2029).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
