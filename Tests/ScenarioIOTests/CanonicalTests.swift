import Scenario
import ScenarioIO
import Testing

/// The same facts, written otherwise, are the same scenario.
@Suite struct CanonicalTests {
  private func loads(_ name: String, _ change: (String) -> String) throws {
    let base = try Fixture.load().scenario
    let text = try #require(Fixture.files[name])
    let changed = change(text)
    #expect(changed != text, "nothing was changed")
    #expect(try Fixture.load("main.json", [name: changed]).scenario == base)
  }

  private func replaced(_ pairs: [(String, String)]) -> (String) -> String {
    { text in pairs.reduce(text) { Fixture.replace($1.0, $1.1, in: $0) } }
  }

  @Test func otherUnits() throws {
    try loads(
      "main.json",
      replaced([
        ("\"2 公顷\"", "\"30.00 亩\""), ("\"100 m²\"", "\"0.0100 公顷\""), ("\"1 吨\"", "\"0.1 万公斤\""),
        ("\"10 万吨标准煤\"", "\"100000000 kgce\""), ("\"0.15 万元/吨标准煤\"", "\"1500.0 元/吨标准煤\""),
        ("\"3.50 元/立方米\"", "\"3.5 万元/万立方米\""), ("\"350 万元/亩\"", "\"5250 万元/公顷\""),
        ("\"5 吨标准煤/亩\"", "\"75 tce / ha\""), ("\"210 亿元\"", "\"2100000 万元\""),
        ("1.5,", "\"1.50\","),
      ]))
    try loads(
      "projects.csv",
      replaced([
        ("年度投资（亿元）", "年度投资（万元）"), ("1.5,30000", "15000,30000"), ("2.1,50000", "21000,50000"),
      ]))
    try loads("projects.csv", replaced([("120.5 亩", "120.50"), ("0.5 公顷", "7.5")]))
  }

  @Test func otherOrderOfRowsAndColumns() throws {
    try loads("projects.csv") { text in
      let lines = text.split(separator: "\n")
      return ([lines[0]] + lines[1...].reversed()).joined(separator: "\n")
    }
    try loads("projects.csv") { text in
      // The last column first.
      text.split(separator: "\n").map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return ([cells[cells.count - 1]] + cells.dropLast()).joined(separator: ",")
      }.joined(separator: "\n")
    }
    try loads(
      "main.json",
      replaced([
        ("[\"储备\", \"其他\"]", "[\"其他\", \"储备\"]"),
        ("[\"P-003\", \"P-001\"]", "[\"P-001\", \"P-003\"]"),
      ]))
  }

  @Test func otherHeaders() throws {
    try loads(
      "projects.csv",
      replaced([
        ("项目编号", "id"), ("项目名称", "名称"), ("级别", "项目级别"), ("年度投资（亿元）", "本年投资 (亿元)"),
        ("总投资（万元）", "investment_total(万元)"), ("能耗（吨标准煤）", "energy(tce)"),
        ("已完成替代：煤炭（吨）", "已完成替代: coal (t)"), ("前置项目", "requires"),
      ]))
  }

  @Test func otherBytes() throws {
    let text =
      Fixture.projectsCSV.split(separator: "\n").joined(separator: "\r\n") + "\r\n,,,\r\n\r\n"
    let base = try Fixture.load().scenario
    for bytes in [
      TextEncoding.byteOrderMark + Array(text.utf8),
      try TextEncoding.gb18030.encode(Array(text.utf8)),
    ] {
      let files = MemoryFiles(["main.json": Array(Fixture.mainJSON.utf8), "projects.csv": bytes])
      let loaded = try ScenarioReader.load(path: "main.json", files: files)
      #expect(loaded.scenario == base)
      #expect(loaded.warnings.map(\.code) == (bytes[0] == 0xEF ? [] : ["W505"]))
    }
  }

  @Test func spacesAroundCells() throws {
    try loads(
      "projects.csv", replaced([("P-003,滨海医院", " P-003　,\t滨海医院 "), ("40,20", " 40 ,\"20\"")]))
  }

  @Test func stockIsSorted() throws {
    let stock = """
      [{"county": "昌黎县", "kind": "闲置", "vintage": 2012, "area": "1 亩"},
       {"county": "昌黎县", "kind": "批而未供", "vintage": 2012, "area": "2 亩", "development_zone": true},
       {"county": "昌黎县", "kind": "批而未供", "vintage": 2012, "area": "3 亩"},
       {"county": "昌黎县", "kind": "闲置", "vintage": 2011, "area": "4 亩"},
       {"county": "海港区", "kind": "闲置", "vintage": 2016, "area": "5 亩"}]
      """
    let loaded = try Fixture.load(
      "a.json",
      ["a.json": "{\"format\": 1, \"base\": \"main.json\", \"land\": {\"stock\": \(stock)}}"])
    #expect(loaded.scenario.land.stock.map { $0.area / Area.mu } == [5, 4, 3, 2, 1])
  }

  @Test func pureBudgetingIsAScenario() throws {
    let text = """
      {"format": 1, "title": "背包", "year": 2018, "counties": ["全市"],
       "resources": [{"id": "w1", "unit": "斤", "city_cap": "0.5 万斤"}],
       "projects": [{"id": "i1", "name": "1", "level": "其他", "county": "全市", "investment_this_year": "7 元", "demands": {"w1": "3 斤"}}]}
      """
    let scenario = try Fixture.load("k.json", ["k.json": text]).scenario
    #expect(scenario.resources[0].cityCap == 5_000)
    #expect(scenario.resources[0].name == "w1")
    #expect(scenario.projects[0].demands == [3])
    #expect(scenario.goals == Goal.defaultOrder)
    #expect(scenario.land == LandRules())
  }

  @Test func ownGoals() throws {
    let goals = """
      "goals": ["investment", {"id": "mine", "title": "自定", "sense": "minimize", "terms": [
        {"measure": "resource:coal", "weight": -3, "levels": ["市重点", "省重点"], "counties": ["昌黎县"],
         "stages": ["续建"], "categories": ["工业"]}, {"measure": "transfer_grain"}]}]
      """
    let loaded = try Fixture.load(
      "a.json", ["a.json": "{\"format\": 1, \"base\": \"main.json\", \(goals)}"])
    let filter = Goal.Filter(
      levels: [.provincial, .municipal], counties: [4], categories: ["工业"], stages: [.continuing])
    #expect(
      loaded.scenario.goals[1]
        == Goal(
          id: "mine", title: "自定", sense: .minimize,
          terms: [
            Goal.Term(.resource(2), weight: -3, filter: filter), Goal.Term(.transfer(.grain)),
          ]))
    #expect(loaded.scenario.goals[0].id == "investment")
  }
}
