import Scenario
import ScenarioIO
import Testing

@Suite struct OverlayTests {
  private func load(_ text: String, _ others: [String: String] = [:]) throws -> LoadedScenario {
    try Fixture.load("what-if/a.json", others.merging(["what-if/a.json": text]) { $1 })
  }

  private func codes(_ text: String, _ others: [String: String] = [:]) -> [String] {
    do {
      return try load(text, others).warnings.map(\.code)
    } catch {
      return (error as? ScenarioLoadFailure)?.findings.map(\.code) ?? []
    }
  }

  private func overlay(_ content: String) -> String {
    "{\"format\": 1, \"base\": \"../main.json\", \(content)}"
  }

  @Test func changesOneValue() throws {
    let base = try Fixture.load().scenario
    let loaded = try load(overlay("\"land\": {\"city_quota\": \"9000 亩\"}"))
    var expected = base
    expected.land.cityQuota = 18_000_000
    #expect(loaded.scenario == expected)
    #expect(loaded.inputs.map(\.path) == ["what-if/a.json", "main.json", "projects.csv"])
  }

  @Test func changesAddsAndRemovesRows() throws {
    let loaded = try load(
      overlay(
        """
        "baseline": ["P-001"], "expected_counts": {"市重点": {"续建": 0}},
        "projects": {
          "change": {"P-002": {"land_this_year": "10 亩", "demands": {"water": "20 立方米"}, "requires": []}},
          "add": [{"id": "P-004", "name": "新", "level": "储备", "county": "海港区"}],
          "remove": ["P-003"]},
        "resources": {"change": {"energy": {"city_cap": "7 吨标准煤", "county_caps": {"海港区": "3 吨标准煤"}}}},
        "land": {"stock": {"change": {"海港区/批而未供/2014/zone": {"area": "7 m²"}}, "remove": ["昌黎县/闲置/2012"]}},
        "farmland": {"banks": {"change": {"昌黎县": {"opening_quantity": "50 亩"}}}}
        """))
    let scenario = loaded.scenario
    #expect(scenario.projects.map(\.id) == ["P-001", "P-002", "P-004"])
    #expect(scenario.projects[1].landThisYear == 20_000)
    #expect(scenario.projects[1].demands == [0, 20, 0])
    #expect(scenario.projects[1].requires.isEmpty)
    #expect(scenario.projects[0].demands[2] == 200)
    #expect(scenario.resources[0].cityCap == 7)
    #expect(scenario.resources[0].countyCap(0) == 3)
    #expect(scenario.resources[0].countyCap(4) == 60_000)
    #expect(scenario.land.stock.map(\.area) == [21])
    #expect(scenario.farmland.banks[0].opening.quantity == 100_000)
    #expect(scenario.farmland.banks[0].added.paddy == 2_000)
  }

  @Test func followsChains() throws {
    let middle = overlay(
      "\"title\": \"中\", \"projects\": {\"change\": {\"P-002\": {\"priority\": 5}}}")
    let loaded = try load(
      "{\"format\": 1, \"base\": \"b.json\", \"projects\": {\"change\": {\"P-002\": {\"name\": \"改\"}}}}",
      ["what-if/b.json": middle])
    #expect(loaded.scenario.title == "中")
    #expect(loaded.scenario.projects[1].priority == 5)
    #expect(loaded.scenario.projects[1].name == "改")
  }

  @Test func replacesTables() throws {
    let loaded = try load(
      overlay(
        """
        "baseline": [], "expected_counts": {"省重点": {"total": 0, "计划开工": 0}, "市重点": {"续建": 0}},
        "projects": [{"id": "Q-1", "name": "一", "level": "其他", "county": "海港区"}]
        """))
    #expect(loaded.scenario.projects.map(\.id) == ["Q-1"])
    #expect(loaded.scenario.baseline == [])
  }

  @Test func tellsWhereValuesComeFrom() throws {
    let loaded = try load(
      overlay(
        "\"land\": {\"city_quota\": \"9000 亩\"}, \"projects\": {\"change\": {\"P-002\": {\"priority\": 5}}}"
      ))
    let origins = loaded.effective.origins
    func origin(_ path: String) -> String? {
      origins.first { $0.path == path }.map {
        "\($0.value.compactText) \($0.location.file):\($0.location.line):\($0.location.column)"
      }
    }
    #expect(origin("land.city_quota") == "\"9000 亩\" what-if/a.json:1:62")
    #expect(origin("land.provincial_quota") == "\"100 亩\" main.json:7:25")
    #expect(origin("projects[P-002].priority")?.contains("what-if/a.json:1:") == true)
    #expect(origin("projects[P-002].land_this_year") == "\"30 亩\" projects.csv:4:35")
    #expect(origin("projects[P-001].land_total") == "\"120.5 亩\" projects.csv:3:52")
    #expect(origin("resources[water].resolution") == "\"1 立方米\" main.json:27:82")
  }

  @Test func effectiveScenarioReadsAsTheSame() throws {
    for text in [
      Fixture.mainJSON, overlay("\"projects\": {\"change\": {\"P-002\": {\"priority\": 5}}}"),
    ] {
      let name = text == Fixture.mainJSON ? "main.json" : "what-if/a.json"
      let loaded = try Fixture.load(name, [name: text])
      let again = try Fixture.load("e.json", ["e.json": loaded.effective.json.prettyText])
      expectSame(again.scenario, loaded.scenario)
    }
  }

  /// Compares part by part, so that a failure shows where.
  private func expectSame(_ first: Scenario, _ second: Scenario) {
    for (a, b) in zip(first.projects, second.projects) { #expect(a == b) }
    #expect(first.land == second.land)
    #expect(first.resources == second.resources)
    #expect(first.merit == second.merit)
    #expect(first.farmland == second.farmland)
    #expect(first.expectedCounts == second.expectedCounts)
    #expect(first.investmentTarget == second.investmentTarget)
    #expect(first.bulletin == second.bulletin)
    #expect(first.goals == second.goals)
    #expect(first.baseline == second.baseline)
    #expect(first.counties == second.counties)
    #expect(
      [first.title, "\(first.year)", "\(first.isSampleData)"] == [
        second.title, "\(second.year)", "\(second.isSampleData)",
      ])
    #expect(first == second)
  }

  @Test func refusesCycles() {
    #expect(codes("{\"format\": 1, \"base\": \"a.json\"}") == ["E006"])
    #expect(
      codes(
        "{\"format\": 1, \"base\": \"./b.json\"}",
        ["what-if/b.json": "{\"format\": 1, \"base\": \"../what-if/a.json\"}"])
        == ["E006"])
  }

  @Test func refusesWhatIsNoChange() {
    #expect(codes("{\"format\": 1, \"base\": \"none.json\"}") == ["E001"])
    #expect(codes("{\"format\": 1, \"base\": 3}") == ["E102", "E102", "E102", "E103"])
    #expect(codes(overlay("\"land\": {\"city_qouta\": \"9000 亩\"}")) == ["E101"])
    #expect(codes(overlay("\"land\": {\"city_quota\": true}")) == ["E103"])
    #expect(codes(overlay("\"land\": \"none\"")) == ["E103"])
    #expect(codes(overlay("\"projects\": {\"change\": {\"P-02\": {\"priority\": 2}}}")) == ["E110"])
    #expect(codes(overlay("\"projects\": {\"remove\": [\"P-02\"]}")) == ["E110"])
    #expect(codes(overlay("\"projects\": {\"remove\": \"P-002\"}")) == ["E109"])
    #expect(
      codes(overlay("\"projects\": {\"change\": {\"P-002\": {\"id\": \"P-005\"}}}")) == ["E111"])
    #expect(
      codes(overlay("\"projects\": {\"change\": {\"P-002\": {\"prioritty\": 2}}}")) == ["E101"])
    #expect(
      codes(overlay("\"projects\": {\"change\": {\"P-002\": {\"demands\": {\"oil\": \"2 吨\"}}}}"))
        == ["E302"])
    #expect(
      codes(
        overlay(
          "\"projects\": {\"add\": [{\"id\": \"P-001\", \"name\": \"x\", \"level\": \"其他\", \"county\": \"海港区\"}]}"
        )
      ).contains("E304"))
    #expect(codes(overlay("\"projects\": {}")) == ["E109"])
    #expect(codes(overlay("\"bulletin\": {\"remove\": [\"x\"]}")) == ["E109"])
    #expect(codes(overlay("\"resources\": {\"file\": \"r.csv\"}")) == ["E109"])
  }

  @Test func warnsOfOverridesWithoutEffect() {
    #expect(codes(overlay("\"land\": {\"city_quota\": \"2 公顷\"}")) == ["W503"])
    // Other words for the same amount.
    #expect(codes(overlay("\"land\": {\"city_quota\": \"30 亩\"}")) == ["W503"])
    #expect(
      codes(overlay("\"projects\": {\"change\": {\"P-003\": {\"level\": \"市重点\"}}}")) == ["W503"])
    #expect(
      codes(
        overlay(
          "\"resources\": {\"change\": {\"coal\": {\"county_coefficients\": {\"昌黎县\": \"1.2\"}}}}"))
        == ["W503"])
    #expect(codes(overlay("\"title\": \"别的\"")).isEmpty)
  }
}
