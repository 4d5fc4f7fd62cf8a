import Scenario
import ScenarioIO
import Testing

/// A table read in parts gives what it gives as a whole: the scenario, the findings, and their order.
@Suite struct DivisionTests {
  private static let whole = RowDivision(leastRows: .max, rowsInPart: 1)
  private static let divisions = [
    RowDivision(leastRows: 1, rowsInPart: 1), RowDivision(leastRows: 2, rowsInPart: 7),
    RowDivision(leastRows: 1, rowsInPart: 1_000),
  ]

  private enum Outcome: Equatable {
    case loaded(Scenario, [Finding], JSONValue, [EffectiveScenario.Origin])
    case failed(ScenarioLoadFailure.Kind, [Finding])
  }

  private func outcome(
    _ files: [String: [UInt8]], _ division: RowDivision, path: String = "main.json"
  ) -> Outcome {
    do throws(ScenarioLoadFailure) {
      let loaded = try ScenarioReader.load(
        path: path, files: MemoryFiles(files), division: division)
      return .loaded(
        loaded.scenario, loaded.warnings, loaded.effective.json, loaded.effective.origins)
    } catch {
      return .failed(error.kind, error.findings)
    }
  }

  /// Reads files whole and in parts and compares; returns what reading them whole gives.
  @discardableResult
  private func compare(
    _ texts: [String: String], path: String = "main.json",
    _ location: SourceLocation = #_sourceLocation
  ) -> ScenarioIOOutcome {
    let files = texts.mapValues { Array($0.utf8) }
    let expected = outcome(files, Self.whole, path: path)
    for division in Self.divisions {
      let found = outcome(files, division, path: path)
      #expect(found == expected, "\(division)", sourceLocation: location)
    }
    switch expected {
    case .loaded(let scenario, let findings, _, _): return (scenario, findings)
    case .failed(_, let findings): return (nil, findings)
    }
  }

  private typealias ScenarioIOOutcome = (scenario: Scenario?, findings: [Finding])
  private typealias SourceLocation = Testing.SourceLocation

  /// A scenario with rows of projects in the text.
  private func scenario(_ rows: [String], more: String = "") -> String {
    """
    {"format": 1, "title": "分段", "year": 2018, "counties": ["甲", "乙"],
     "projects": [\(rows.joined(separator: ",\n"))\(more)],
     "resources": [{"id": "water", "name": "用水", "kind": "water", "unit": "立方米", "free_categories": ["民生", "无"]}]}
    """
  }

  private func row(_ number: Int, _ more: String = "") -> String {
    let county = ["甲", "乙"][number % 2]
    return """
      {"id": "P\(1_000 + number)", "name": "项目\(number)", "level": "其他", "county": "\(county)",
       "category": "\(["民生", "工业"][number / 3 % 2])", "demands": {"water": "\(number) 立方米"}\(more)}
      """
  }

  @Test func goodRows() throws {
    let rows = (0..<40).map { row($0, $0 % 5 == 1 ? ", \"requires\": [\"P\(999 + $0)\"]" : "") }
    let found = compare(["main.json": scenario(rows)])
    #expect(found.scenario?.projects.count == 40)
    #expect(found.scenario?.projects[6].requires == [5])
    #expect(found.findings.map(\.code) == ["W502"])
    // Sorted by id, whatever the order of rows.
    #expect(compare(["main.json": scenario(rows.reversed())]).scenario == found.scenario)
  }

  @Test func oneLineAndNoRows() {
    let rows = (0..<9).map { row($0).split(separator: "\n").joined() }
    compare(["main.json": scenario(rows).split(separator: "\n").joined()])
    compare(["main.json": scenario([])])
    compare(["main.json": scenario([row(1)])])
  }

  @Test func wrongRows() {
    let faults = [
      ", \"unknown\": 1", ", \"unknown\": 1, \"unknown\": 2", ", \"id\": \"P7\"",
      ", \"demands\": {\"wter\": \"1 立方米\"}", ", \"demands\": 3", ", \"paddy\": \"5 亩\"",
      ", \"requires\": [\"P1\", 7, \"P1003\"]", ", \"name\\u0020\": \"\"", ", \"steps\": 1",
      ", \"tax\": \"1\"", ", \"level\": \"市重点\"", ", \"county\": \"丙\"", ", \"lock\": null",
      ", \"n\": [[[{\"a\": 1, \"a\": 1}]]]", ", \"priority\": 1.5",
    ]
    for fault in faults {
      let rows = (0..<20).map { row($0, [3, 11, 12].contains($0) ? fault : "") }
      let found = compare(["main.json": scenario(rows)])
      #expect(found.findings.contains { $0.severity == .error }, "\(fault)")
    }
    let rows = (0..<30).map { row($0 / 2, faults[$0 % faults.count]) }
    compare(["main.json": scenario(rows)])
  }

  @Test func textThatIsNoJSON() {
    let rows = (0..<12).map { row($0) }
    for more in [
      ",", ", 3", ", [1]", ", {\"id\": \"\\q\"}", ", {\"id\": \"a\nb\"}", ", {\"id\" \"x\"}",
      ", {\"id\": 01}", " {}", ", {\"a\": [}]}", ", {\"a\": \"", ", {]", "]", "}", ", {\"a\": tru}",
      ", {\"a\": \"\\ud800\"}",
      ", " + String(repeating: "{\"a\": ", count: 199) + "1"
        + String(repeating: "}", count: 199),
    ] {
      #expect(compare(["main.json": scenario(rows, more: more)]).scenario == nil, "\(more)")
    }
  }

  @Test func overrides() throws {
    let base = scenario((0..<25).map { row($0) })
    let change = """
      {"format": 1, "base": "main.json", "projects": {
        "change": {"P1003": {"name": "改", "demands": {"water": "1 立方米"}}, "P1004": {"county": "甲"}, "P9": {}},
        "add": [{"id": "P0001", "name": "新", "level": "储备", "county": "乙"}, {"id": "P1002"}],
        "remove": ["P1000", "P1024", "P1010"]}}
      """
    #expect(compare(["main.json": base, "a.json": change], path: "a.json").scenario == nil)
    let good = change.replacing(", \"P9\": {}", with: "").replacing(
      ", {\"id\": \"P1002\"}", with: "")
    let found = compare(["main.json": base, "a.json": good], path: "a.json")
    let scenario = try #require(found.scenario)
    #expect(scenario.projects.count == 23)
    #expect(scenario.projects[0].id == "P0001")
    #expect(found.findings.map(\.code) == ["W503", "W502"])
  }

  /// Rows that an override replaces as a whole are read all the same.
  @Test func replacedRowsMustBeJSON() {
    let base = scenario((0..<10).map { row($0) }, more: ", {\"id\": \"P9\", \"id\": \"P8\"}")
    let text = "{\"format\": 1, \"base\": \"main.json\", \"projects\": [\(row(1)), \(row(2))]}"
    let found = compare(["main.json": base, "a.json": text], path: "a.json")
    #expect(found.findings.map(\.code).contains("E017"))
  }

  @Test func warningsAreCounted() throws {
    let rows = (0..<2_600).map {
      row($0, ", \"level\": \"省重点\", \"stage\": \"续建\"").replacing(
        "\"level\": \"其他\", ", with: "")
    }
    let found = compare(["main.json": scenario(rows)])
    #expect(found.scenario?.projects.count == 2_600)
    #expect(found.findings.count == 1_001)
    #expect(found.findings.dropLast().allSatisfy { $0.code == "W501" })
    #expect(found.findings.last?.code == "E008")
    #expect(found.findings.last?.english == "1601 more findings are not listed")
    #expect(found.findings[999].message.contains("P1999"))
  }

  @Test(arguments: 0..<6)
  func damagedFiles(_ seed: Int) {
    var random = Damage(seed: UInt64(seed))
    let base = Array(
      scenario((0..<8).map { row($0, $0 == 5 ? ", \"requires\": [\"P1001\"]" : "") }).utf8)
    for round in 0..<250 {
      let files = ["main.json": random.mutate(base)]
      let expected = outcome(files, Self.whole)
      for division in Self.divisions {
        #expect(outcome(files, division) == expected, "seed \(seed), round \(round), \(division)")
      }
    }
  }
}
