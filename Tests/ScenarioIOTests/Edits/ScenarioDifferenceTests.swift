import Scenario
import ScenarioIO
import Testing

@Suite struct ScenarioDifferenceTests {
  private func lines(_ old: LoadedScenario, _ new: LoadedScenario) -> [String] {
    ScenarioDifference.between(old.effective, new.effective).map { difference in
      func side(_ side: ScenarioDifference.Side?) -> String {
        guard let side else { return "–" }
        return side.text + (side.location.map { " (\($0.file):\($0.line))" } ?? "")
      }
      return "\(difference.path): \(side(difference.old)) → \(side(difference.new))"
    }
  }

  @Test func tellsWhatDiffers() throws {
    let base = try Fixture.load()
    let variant = try Edits.apply(
      "P-003.land_this_year=22 亩", "land.city_quota=+10%", "coal.city_cap=5 吨",
      "P-002.conforms=false",
      "merit.terms[0].weight=31", "land.county_quotas.海港区=3 亩", to: base)
    #expect(
      lines(base, variant) == [
        "land.city_quota: 2 公顷 (main.json:8) → 2.2 公顷 (--set:2)",
        "land.county_quotas.海港区: 0 亩 → 3 亩 (--set:6)",
        "resources[coal].city_cap: – → 5 吨 (--set:3)",
        "merit.terms[0].weight: 30 (main.json:35) → 31 (--set:5)",
        "projects[P-002].conforms: 是 (projects.csv:4) → false (--set:4)",
        "projects[P-003].land_this_year: 20 亩 (projects.csv:2) → 22 亩 (--set:1)",
      ])
  }

  @Test func otherWritingIsNoDifference() throws {
    let base = try Fixture.load()
    let main = [
      ("\"2 公顷\"", "\"30.00 亩\""), ("\"10 万吨标准煤\"", "\"100000000 kgce\""),
      ("\"3.50 元/立方米\"", "\"3.5 万元/万立方米\""), ("\"350 万元/亩\"", "\"5250 万元/公顷\""),
      ("1.5,", "\"1.50\","), ("[\"储备\", \"其他\"]", "[\"其他\", \"储备\"]"),
      ("[\"P-003\", \"P-001\"]", "[\"P-001\", \"P-003\"]"),
      (
        "\"municipal_guarantee\"",
        "\"provincial_may_use_city_quota\": true, \"municipal_guarantee\""
      ),
    ].reduce(Fixture.mainJSON) { Fixture.replace($1.0, $1.1, in: $0) }
    let rows = Fixture.projectsCSV.split(separator: "\n")
    let csv = ([rows[0]] + rows[1...].reversed()).joined(separator: "\n")
    let other = try Fixture.load("main.json", ["main.json": main, "projects.csv": csv])
    #expect(lines(base, other) == [])
    let inline = try Fixture.load("e.json", ["e.json": base.effective.json.prettyText])
    #expect(lines(base, inline) == [])
  }

  @Test func rowsThatAreOnOneSide() throws {
    let base = try Fixture.load()
    let overlay = """
      {"format": 1, "base": "main.json", "baseline": ["P-001"],
       "projects": {"remove": ["P-003"], "change": {"P-002": {"requires": ["P-001"]}},
        "add": [{"id": "P-009", "name": "新港", "level": "其他", "county": "海港区"}]},
       "expected_counts": {"市重点": {"续建": 0}},
       "land": {"stock": {"remove": ["昌黎县/闲置/2012"]}}}
      """
    let other = try Fixture.load("a.json", ["a.json": overlay])
    #expect(
      lines(base, other) == [
        "land.stock[昌黎县/闲置/2012]: 昌黎县 (main.json:11) → –",
        "expected_counts.市重点.续建: 1 (main.json:41) → 0 (a.json:4)",
        "baseline: P-003;P-001 (main.json:42) → P-001 (a.json:1)",
        "projects[P-002].requires: P-001;P-003 (projects.csv:4) → P-001 (a.json:2)",
        "projects[P-003]: 滨海医院 (projects.csv:2) → –",
        "projects[P-009]: – → 新港 (a.json:3)",
      ])
    let back = lines(other, base)
    #expect(back.count == 6)
    #expect(back.contains("projects[P-009]: 新港 (a.json:3) → –"))
    #expect(ScenarioDifference.between(base.effective, other.effective).filter(\.isRow).count == 3)
  }

  @Test func overlaysOf2018() throws {
    let base = try Edits.load2018()
    let more = try ScenarioReader.load(path: Edits.folder + "2018-more-land.json")
    let found = ScenarioDifference.between(base.effective, more.effective)
    #expect(found.map(\.path) == ["title", "land.city_quota"])
    #expect(found[1].old?.text == "2520.00 亩" && found[1].new?.text == "3900 亩")
    let required = try ScenarioReader.load(path: Edits.folder + "2018-required.json")
    #expect(ScenarioDifference.between(base.effective, required.effective).count > 30)
    #expect(ScenarioDifference.between(base.effective, base.effective).isEmpty)
  }
}
