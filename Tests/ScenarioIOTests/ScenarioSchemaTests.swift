import Scenario
import ScenarioIO
import Testing

@Suite struct ScenarioSchemaTests {
  private func faults(_ text: String) throws -> [String] {
    try SchemaValidator(ScenarioSchema.value).faults(JSONValue(parsing: Array(text.utf8)))
  }

  @Test func acceptsTheFixture() throws {
    #expect(try faults(Fixture.mainJSON) == [])
    #expect(try faults(Fixture.load().effective.json.compactText) == [])
  }

  @Test func acceptsWhatIfFiles() throws {
    #expect(
      try faults(
        """
        {"format": 1, "base": "main.json", "land": {"city_quota": "9000 亩"}, "merit": {"cap": "3"},
         "projects": {"change": {"P-001": {"land_this_year": "30 亩"}}, "remove": ["P-002"],
           "add": [{"id": "P-4", "name": "x", "level": "其他", "county": "海港区"}]}}
        """) == [])
  }

  @Test(arguments: [
    ("\"year\"", "\"yaer\""), ("\"year\": 2018", "\"year\": \"2018\""), ("\"2 公顷\"", "\"2\""),
    ("\"2 公顷\"", "\"2 公顶\""), ("\"2 公顷\"", "2"), ("\"required\"", "\"maybe\""),
    ("\"format\": 1", "\"format\": 2"), ("\"weight\": 30", "\"weight\": 0"), ("2018-03", "2018-13"),
    ("{\"file\": \"projects.csv\"}", "{\"remove\": []}"), ("\"省重点\": {", "\"国重点\": {"),
  ])
  func refusesWhatTheReaderRefuses(_ change: (String, String)) throws {
    let text = Fixture.replace(change.0, change.1, in: Fixture.mainJSON)
    #expect(try !faults(text).isEmpty)
    #expect(Fixture.failure(main: [change]) != nil)
  }

  /// Every key of the schema is read: a value that is wrong under any type is found where it stands.
  @Test func everyKeyIsRead() throws {
    let definitions = try #require(ScenarioSchema.value["$defs"])
    var checked = 0
    for (name, wrap) in Self.hosts {
      guard case .object(let members)? = definitions[name]?["properties"] else {
        Issue.record("no definition \(name)")
        continue
      }
      for member in members where member.key != "base" || name != "scenario" {
        let text = wrap("\"\(member.key)\": [[7]]")
        let findings: [Finding]
        do {
          findings = try Fixture.load("a.json", ["a.json": text]).warnings
        } catch {
          findings = (error as? ScenarioLoadFailure)?.findings ?? []
        }
        let isFound = findings.contains { finding in
          finding.severity == .error && finding.code != "E101"
            && finding.location.map { $0.lineText.dropFirst($0.column - 1).hasPrefix("[") } ?? false
        }
        #expect(isFound, "\(name).\(member.key) is not read: \(findings.map(\.code))")
        checked += 1
      }
    }
    #expect(checked > 100)
  }

  /// For each object, a scenario around one of its members.
  private static let hosts: [(name: String, wrap: @Sendable (String) -> String)] = {
    @Sendable func change(_ content: String) -> String {
      "{\"format\": 1, \"base\": \"main.json\", \(content)}"
    }
    /// Another member beside the one that is tried, unless it is that one.
    @Sendable func beside(_ member: String, _ content: String) -> String {
      content.hasPrefix(member.prefix { $0 != ":" }) ? content : "\(member), \(content)"
    }
    return [
      (
        "scenario",
        { $0.hasPrefix("\"format\"") ? "{\($0)}" : "{\"format\": 1, \($0)}" }
      ),
      ("land", { change("\"land\": {\($0)}") }),
      ("stock_lot", { change("\"land\": {\"stock\": [{\($0)}]}") }),
      ("farmland", { change("\"farmland\": {\($0)}") }),
      ("bank", { change("\"farmland\": {\"banks\": [{\($0)}]}") }),
      ("ring_fence", { change("\"farmland\": {\"ring_fence\": {\($0)}}") }),
      ("resource", { change("\"resources\": [{\(beside("\"kind\": \"water\"", $0))}]") }),
      ("merit", { change("\"merit\": {\($0)}") }),
      (
        "merit_term",
        { change("\"merit\": {\"terms\": [{\(beside("\"indicator\": \"input\"", $0))}]}") }
      ),
      ("investment_target", { change("\"investment_target\": {\($0)}") }),
      ("stage_counts", { change("\"expected_counts\": {\"省重点\": {\($0)}}") }),
      ("goal", { change("\"goals\": [{\($0)}]") }),
      ("goal_term", { change("\"goals\": [{\"terms\": [{\($0)}]}]") }),
      ("project", { change("\"projects\": [{\(beside("\"id\": \"Q-1\"", $0))}]") }),
      ("variation", { change("\"uncertainty\": [{\($0)}]") }),
      ("bulletin_value", { change("\"bulletin\": [{\($0)}]") }),
    ]
  }()

  @Test func describesEveryKey() throws {
    guard case .object(let definitions)? = ScenarioSchema.value["$defs"] else {
      Issue.record("no definitions")
      return
    }
    let names = Set(definitions.map(\.key).filter { !$0.hasSuffix("_change") })
    #expect(names == Set(Self.hosts.map(\.name)))
    for definition in definitions {
      guard case .object(let members)? = definition.value["properties"] else { continue }
      for member in members {
        #expect(
          member.value["description"]?.text?.isEmpty == false, "\(definition.key).\(member.key)")
      }
    }
  }
}
