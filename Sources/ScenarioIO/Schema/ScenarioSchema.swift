import Scenario

/// The JSON Schema of scenario files, generated from the descriptions that drive the reader.
public enum ScenarioSchema {
  /// The schema (draft 2020-12) as text.
  public static func jsonSchema() -> String { value.prettyText }

  /// The schema as a value.
  public static var value: JSONValue {
    var definitions: [JSONValue.Member] = []
    for description in descriptions {
      for isChange in [false, true] {
        definitions.append(
          JSONValue.Member(
            name(description, isChange: isChange), object(description, isChange: isChange)))
      }
    }
    return .dictionary([
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
      "title": .string("allocate scenario"),
      "if": .dictionary(["required": .array([.string("base")])]),
      "then": reference(Format.scenario, isChange: true),
      "else": reference(Format.scenario, isChange: false),
      "$defs": .object(definitions),
    ])
  }

  /// Every object of the format, each before those it holds.
  private static var descriptions: [ObjectDescription] {
    var found = [Format.scenario]
    var next = 0
    while next < found.count {
      for field in found[next].fields {
        guard let inner = object(in: field.type), !found.contains(where: { $0.name == inner.name })
        else { continue }
        found.append(inner)
      }
      next += 1
    }
    return found
  }

  /// The described object that a type holds.
  private static func object(in type: FieldType) -> ObjectDescription? {
    switch type {
    case .object(let inner), .table(let inner), .records(let inner), .goal(let inner): inner
    case .list(let inner), .map(_, let inner): object(in: inner)
    default: nil
    }
  }

  private static func name(_ description: ObjectDescription, isChange: Bool) -> String {
    isChange ? "\(description.name)_change" : description.name
  }

  static func reference(_ description: ObjectDescription, isChange: Bool) -> JSONValue {
    .dictionary(["$ref": .string("#/$defs/\(name(description, isChange: isChange))")])
  }

  /// An object; one that changes a base needs no keys but `format`.
  private static func object(_ description: ObjectDescription, isChange: Bool) -> JSONValue {
    let fields = description.fields.filter {
      !(isChange && description.rowKey.contains($0.key))
    }
    let properties = fields.map { field in
      JSONValue.Member(field.key, property(field, isChange: isChange))
    }
    let required = fields.filter {
      $0.presence == .required && (!isChange || $0.key == "format")
    }
    return .dictionary([
      "type": .string("object"), "additionalProperties": .bool(false),
      "required": .array(required.map { .string($0.key) }), "properties": .object(properties),
    ])
  }

  private static func property(_ field: FieldDescription, isChange: Bool) -> JSONValue {
    guard case .object(var members) = SchemaType.value(field.type, isChange: isChange) else {
      return .null
    }
    members.insert(JSONValue.Member("description", .string(field.summary)), at: 0)
    if let text = field.defaultText, let standard = standard(text, field.type) {
      members.append(JSONValue.Member("default", standard))
    }
    return .object(members)
  }

  private static func standard(_ text: String, _ type: FieldType) -> JSONValue? {
    switch type {
    case .flag: .bool(text == "true")
    case .integer: .number(text)
    case .list: .array([.string(text)])
    default: .string(text)
    }
  }
}
