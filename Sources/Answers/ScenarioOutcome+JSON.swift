import Reporting
package import ScenarioIO

extension ScenarioOutcome {
  /// The outcome as one process tells it another.
  package var json: ScenarioIO.JSONValue {
    .dictionary([
      "exit_code": .integer(exitCode), "unchanged": .bool(isUnchanged),
      "sample_data": .bool(isSampleData), "warnings": .integer(warnings),
      "projects": .optional(projects), "supported": .optional(supported),
      "finding": finding?.json ?? .null, "goals": .array(goals.map(\.json)),
    ])
  }

  /// Reads what ``json`` wrote; `nil` if it is anything else.
  package init?(_ json: ScenarioIO.JSONValue) {
    guard let code = json["exit_code"]?.integer, let warnings = json["warnings"]?.integer,
      let goals = json["goals"]?.elements
    else { return nil }
    self.init(exitCode: code, finding: json["finding"].flatMap { Phrase($0) })
    isUnchanged = json["unchanged"] == .bool(true)
    isSampleData = json["sample_data"] == .bool(true)
    self.warnings = warnings
    projects = json["projects"]?.integer
    supported = json["supported"]?.integer
    self.goals = goals.compactMap { Goal($0) }
    if self.goals.count < goals.count { return nil }
  }
}

extension ScenarioOutcome.Goal {
  fileprivate var json: ScenarioIO.JSONValue {
    .dictionary([
      "id": .string(id), "title": title.json, "value": .optional(value),
      "decimals": .integer(decimals), "unit": .string(unit), "proved": .bool(isProved),
    ])
  }

  fileprivate init?(_ json: ScenarioIO.JSONValue) {
    guard let id = json["id"]?.text, let title = json["title"].flatMap({ Phrase($0) }),
      let decimals = json["decimals"]?.integer, let unit = json["unit"]?.text
    else { return nil }
    self.init(
      id: id, title: title, value: json["value"]?.integer, decimals: decimals, unit: unit,
      isProved: json["proved"] == .bool(true))
  }
}

extension Phrase {
  fileprivate var json: ScenarioIO.JSONValue { .array([.string(chinese), .string(english)]) }

  fileprivate init?(_ json: ScenarioIO.JSONValue) {
    guard let texts = json.elements?.compactMap(\.text), texts.count == 2 else { return nil }
    self.init(texts[0], texts[1])
  }
}

extension ScenarioIO.JSONValue {
  fileprivate static func optional(_ value: Int?) -> Self { value.map { .integer($0) } ?? .null }
}
