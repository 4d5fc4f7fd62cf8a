import Scenario

/// What the JSON Schema says of each type of value.
enum SchemaType {
  private static let number = "[0-9]+(\\.[0-9]+)?"

  static func value(_ type: FieldType, isChange: Bool) -> JSONValue {
    switch type {
    case .object(let description):
      return ScenarioSchema.reference(description, isChange: isChange)
    case .map(let key, let inner): return map(key, inner)
    case .list(let inner): return array(value(inner, isChange: false))
    case .table(let description): return table(description, isChange: isChange, mayBeFile: true)
    case .records(let description):
      return description.rowKey.isEmpty
        ? array(ScenarioSchema.reference(description, isChange: false))
        : table(description, isChange: isChange, mayBeFile: false)
    case .goal(let description):
      let known = (Goal.defaultOrder + [Goal.nearestToBaseline]).map { JSONValue.string($0.id) }
      return anyOf([
        .dictionary(["enum": .array(known)]),
        ScenarioSchema.reference(description, isChange: false),
      ])
    default: return scalar(type)
    }
  }

  private static func scalar(_ type: FieldType) -> JSONValue {
    switch type {
    case .format: .dictionary(["const": .integer(Format.version)])
    case .flag: .dictionary(["type": .string("boolean")])
    case .integer(let range):
      .dictionary([
        "type": .string("integer"), "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ])
    case .choice(let names): .dictionary(["enum": .array(names.map { .string($0) })])
    case .quantity(let kind): text(pattern: quantity(kind))
    case .coefficient:
      anyOf([
        text(pattern: "^\(number)$"),
        .dictionary([
          "type": .string("number"), "exclusiveMinimum": .integer(0), "maximum": .integer(100),
        ]),
      ])
    case .decimal: text(pattern: "^\(number)$")
    case .percentage: text(pattern: "^-?\(number)$")
    case .range: text(pattern: range)
    case .price: text(pattern: "^\(number) ?(\(names(.money))) ?/ ?\\S+$")
    case .benchmark: text(pattern: "^\(number) ?\\S+ ?/ ?(\(names(.area)))$")
    case .resourceID: text(pattern: "^[a-z0-9_]+$")
    case .month: text(pattern: "^[0-9]{4}-(0[1-9]|1[0-2])$")
    default: .dictionary(["type": .string("string")])
    }
  }

  private static func text(pattern: String) -> JSONValue {
    .dictionary(["type": .string("string"), "pattern": .string(pattern)])
  }

  private static func names(_ units: UnitSet) -> String { units.names.joined(separator: "|") }

  private static func quantity(_ kind: FieldType.QuantityKind) -> String {
    "^\(number) ?\(kind.units.map { "(\(names($0)))" } ?? "\\S+")$"
  }

  private static var range: String {
    let (share, amount) = ("[-+]?\(number) ?%", "\(number) ?[^ .%0-9][^ .%]*")
    return "^(±\(number) ?%|\(share) ?\\.\\. ?\(share)|\(amount) ?\\.\\. ?\(amount))$"
  }

  private static func array(_ element: JSONValue) -> JSONValue {
    .dictionary(["type": .string("array"), "items": element])
  }

  private static func anyOf(_ choices: [JSONValue]) -> JSONValue {
    .dictionary(["anyOf": .array(choices)])
  }

  private static func map(_ key: FieldType.MapKey, _ inner: FieldType) -> JSONValue {
    let value = value(inner, isChange: false)
    guard key == .level else {
      return .dictionary(["type": .string("object"), "additionalProperties": value])
    }
    return .dictionary([
      "type": .string("object"), "additionalProperties": .bool(false),
      "properties": .object(Level.allCases.map { JSONValue.Member($0.rawValue, value) }),
    ])
  }

  /// A table: rows, a file, or in a file with a base changes to its rows.
  private static func table(
    _ description: ObjectDescription, isChange: Bool, mayBeFile: Bool
  ) -> JSONValue {
    let rows = array(ScenarioSchema.reference(description, isChange: false))
    var choices = [rows]
    if mayBeFile {
      choices.append(
        .dictionary([
          "type": .string("object"), "additionalProperties": .bool(false),
          "required": .array([.string("file")]),
          "properties": .dictionary(["file": .dictionary(["type": .string("string")])]),
        ]))
    }
    if isChange, !description.rowKey.isEmpty { choices.append(patch(description, rows)) }
    return choices.count == 1 ? rows : anyOf(choices)
  }

  private static func patch(_ description: ObjectDescription, _ rows: JSONValue) -> JSONValue {
    .dictionary([
      "type": .string("object"), "additionalProperties": .bool(false),
      "minProperties": .integer(1),
      "properties": .dictionary([
        "change": .dictionary([
          "type": .string("object"),
          "additionalProperties": ScenarioSchema.reference(description, isChange: true),
        ]),
        "add": rows, "remove": array(.dictionary(["type": .string("string")])),
      ]),
    ])
  }
}
