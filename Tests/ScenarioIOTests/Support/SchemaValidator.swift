import ScenarioIO

/// Checks values against the part of JSON Schema that the program's own schema uses.
struct SchemaValidator {
  private let root: JSONValue

  init(_ root: JSONValue) { self.root = root }

  /// The paths at which a value does not keep to the schema.
  func faults(_ value: JSONValue) throws -> [String] { try check(value, root, "$") }

  private func check(_ value: JSONValue, _ schema: JSONValue, _ path: String) throws -> [String] {
    var faults: [String] = []
    guard case .object(let members) = schema else { return [] }
    for member in members {
      let keeps =
        switch member.key {
        case "type": Self.isOf(type: member.value.text ?? "", value)
        case "const": value == member.value
        case "enum": member.value.elements?.contains(value) ?? false
        case "minimum": (value.integer ?? .max) >= member.value.integer ?? 0
        case "maximum": (value.integer ?? .min) <= member.value.integer ?? 0
        case "pattern":
          try value.text?.wholeMatch(of: Regex(member.value.text ?? "")) != nil
        case "required":
          (member.value.elements ?? []).allSatisfy { value[$0.text ?? ""] != nil }
        case "anyOf":
          try (member.value.elements ?? []).contains { try check(value, $0, path).isEmpty }
        default: true
        }
      if !keeps { faults.append("\(path): \(member.key)") }
      if member.key == "$ref" { faults += try check(value, definition(member.value), path) }
      if member.key == "if" {
        let branch = try check(value, member.value, path).isEmpty ? "then" : "else"
        faults += try check(value, schema[branch] ?? .null, path)
      }
    }
    return try faults + children(value, schema, path)
  }

  private func children(
    _ value: JSONValue, _ schema: JSONValue, _ path: String
  ) throws -> [String] {
    if case .array(let elements) = value, let items = schema["items"] {
      return try elements.enumerated().flatMap { try check($1, items, "\(path)[\($0)]") }
    }
    guard case .object(let members) = value, schema["type"] == .string("object") else { return [] }
    return try members.flatMap { member -> [String] in
      let path = "\(path).\(member.key)"
      if let property = schema["properties"]?[member.key] {
        return try check(member.value, property, path)
      }
      switch schema["additionalProperties"] {
      case .bool(false): return [path + ": unknown"]
      case .some(let inner): return try check(member.value, inner, path)
      case nil: return []
      }
    }
  }

  private func definition(_ reference: JSONValue) -> JSONValue {
    let name = reference.text?.split(separator: "/").last.map(String.init) ?? ""
    return root["$defs"]?[name] ?? .null
  }

  private static func isOf(type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool): true
    case ("number", .number): true
    case ("integer", .number(let text)): Int(text) != nil
    default: false
    }
  }
}
