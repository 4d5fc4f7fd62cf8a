import Scenario
import ScenarioIO
import Testing

/// Where the paths of edits lead.
@Suite struct EditPathTests {
  @Test func shortForms() throws {
    let loaded = try Fixture.load()
    for (short, long) in [
      ("city_quota=9 亩", "land.city_quota=9 亩"),
      ("ring_fence.share=16 %", "farmland.ring_fence.share=16 %"),
      ("P-001.priority=9", "projects[P-001].priority=9"),
      ("[P-001].priority=9", "projects[P-001].priority=9"),
      ("projects.P-001.priority=9", "projects[P-001].priority=9"),
      ("projects[P-001].优先级=9", "projects[P-001].priority=9"),
      ("projects[P-001].煤炭=9 吨", "projects[P-001].demands.coal=9 吨"),
      ("P-001.demands[煤炭]=9 吨", "projects[P-001].demands.coal=9 吨"),
      ("coal.city_cap=9 吨", "resources[coal].city_cap=9 吨"),
      ("resources[煤炭].city_cap=9 吨", "resources[coal].city_cap=9 吨"),
      ("land.county_quotas[海港区]=9 亩", "land.county_quotas.海港区=9 亩"),
      ("land.stock[海港区/批而未供/2014].area=9 亩", "land.stock[海港区/批而未供/2014/zone].area=9 亩"),
      ("merit.terms[energy].weight=9", "merit.terms[1].weight=9"),
    ] {
      let first = try Edits.apply(short, to: loaded)
      let second = try Edits.apply(long, to: loaded)
      #expect(first.scenario == second.scenario, "\(short)")
      #expect(first.scenario != loaded.scenario, "\(short)")
    }
  }

  @Test func namesWithMarks() throws {
    let text = """
      {"format": 1, "title": "x", "year": 2018, "counties": ["全市"],
       "resources": [{"id": "w", "unit": "斤", "sector_coefficients": {"a.b=c": "2", "": "3"}}],
       "projects": [
         {"id": "A.1", "name": "1", "level": "其他", "county": "全市", "sector": "a.b=c"},
         {"id": "A", "name": "2", "level": "其他", "county": "全市"},
         {"id": "B].c=d[e", "name": "3", "level": "其他", "county": "全市"}]}
      """
    let loaded = try Fixture.load("k.json", ["k.json": text])
    func priorities(_ edit: String) throws -> [Int] {
      try Edits.apply(edit, to: loaded).scenario.projects.map(\.priority)
    }
    #expect(try priorities("projects[A.1].priority=5") == [1, 5, 1])
    #expect(try priorities("A.1.priority=5") == [1, 5, 1])
    #expect(try priorities("projects[A].priority=5") == [5, 1, 1])
    let edit = try loaded.applying([.lock(project: "B].c=d[e", .lockedIn)])
    #expect(edit.scenario.projects[2].lock == .lockedIn)
    let sector = try Edits.apply("resources[w].sector_coefficients[a.b=c]=4", to: loaded)
    #expect(sector.scenario.resources[0].sectorCoefficients["a.b=c"] == Ratio(40_000, 10_000))
    let rest = try Edits.apply("resources[w].sector_coefficients.=4", to: loaded)
    #expect(rest.scenario.resources[0].sectorCoefficients[""] == Ratio(40_000, 10_000))
  }

  @Test func whatIsNotThere() throws {
    let loaded = try Fixture.load()
    func finding(_ text: String) -> Finding? { Edits.findings([text], in: loaded).first }
    func expect(_ text: String, _ code: String, _ help: String?, caret: String) {
      let found = finding(text)
      #expect(found?.code == code, "\(text)")
      if let help {
        #expect(found?.englishHelp?.contains(help) ?? false, "\(found?.englishHelp ?? "")")
      }
      let location = found?.location
      #expect(location?.lineText == text)
      let marked = text.dropFirst((location?.column ?? 1) - 1).prefix(location?.length ?? 0)
      #expect(marked == caret)
    }
    expect("land.city_qouta=1 亩", "E602", "`city_quota`", caret: "city_qouta")
    expect("lnad.city_quota=1 亩", "E602", "`land`", caret: "lnad")
    expect("nowhere=1", "E602", "possible: title", caret: "nowhere")
    expect("land=1", "E603", "provincial_quota", caret: "land")
    expect("projects=1", "E603", "[P-001]", caret: "projects")
    expect("projects[P-001]=1", "E603", "name", caret: "projects[P-001]")
    expect("projects[P-001].id=X", "E111", nil, caret: "projects[P-001].id")
    expect("projects[P-00].lock=锁入", "E303", "`P-001`, `P-002`, `P-003`", caret: "P-00")
    expect("projects[P-002].lokc=锁入", "E602", "`lock`", caret: "lokc")
    expect("projects[P-002].demands.oil=1 吨", "E302", "coal", caret: "oil")
    expect("projects[P-002.lock=锁入", "E601", nil, caret: "[P-002.lock")
    expect("resources[cola].city_cap=1 吨", "E302", "`coal`", caret: "cola")
    expect("land.county_quotas.昌黎=1 亩", "E301", "`昌黎县`", caret: "昌黎")
    expect("land.stock[昌黎县/闲置/2013].area=1 亩", "E110", "昌黎县/闲置/2012", caret: "昌黎县/闲置/2013")
    expect("merit.terms[7].weight=1", "E602", nil, caret: "7")
    expect("land.city_quota.x=1", "E602", nil, caret: "x")
    expect("land..city_quota=1", "E602", nil, caret: ".")
    expect(
      "resources[energy].free_categories[0]=甲", "E603", "A;B",
      caret: "resources[energy].free_categories[0]")
    expect("format=2", "E602", nil, caret: "format")
  }

  @Test func severalAtOnce() throws {
    let loaded = try Fixture.load()
    let variant = try Edits.apply(
      "land.city_quota=+10%", "P-001.lock=无", "P-001.land_this_year=1 公顷", "coal.city_cap=5 吨",
      "merit.terms[0].weight=31", "merit.terms[1].weight=19", to: loaded)
    #expect(variant.scenario.land.cityQuota == 66_000)
    #expect(variant.scenario.projects[0].landThisYear == 30_000)
    #expect(variant.scenario.projects[0].lock == .none)
    #expect(variant.scenario.merit?.terms.map(\.weight) == [31, 19])
    #expect(variant.inputs.map(\.path) == loaded.inputs.map(\.path))
    let all = Edits.findings(
      ["land.city_qouta=1 亩", "year=+1e", "P-009.lock=锁入", "land.city_quota=+1 吨"], in: loaded)
    #expect(all.map(\.code) == ["E602", "E201", "E602", "E207"])
    #expect(all.map(\.location?.line) == [1, 2, 3, 4])
  }

  @Test func sameValueTwice() throws {
    let loaded = try Fixture.load()
    for pair in [
      ["city_quota=1 亩", "land.city_quota=2 亩"],
      ["P-001.煤炭=1 吨", "projects[P-001].demands.coal=2 吨"],
      ["baseline=P-001", "baseline[0]=P-002"],
      ["city_quota_also_for[0]=其他", "city_quota_also_for=其他"],
    ] {
      let found = Edits.findings(pair, in: loaded)
      #expect(found.map(\.code) == ["E604"])
      #expect(found.first?.location?.line == 2)
      #expect(found.first?.notes.first?.location?.line == 1)
    }
  }

  @Test func originsAreTheEdits() throws {
    let loaded = try Fixture.load()
    let variant = try Edits.apply(
      "title=新", "P-003.land_this_year=+10%", "coal.city_cap=5 吨", to: loaded)
    let edited = variant.effective.origins.filter { $0.location.file == "--set" }
    #expect(
      edited.map {
        "\($0.path) = \($0.value.compactText) \($0.location.line):\($0.location.column)"
      } == [
        "title = \"新\" 1:7", "resources[coal].city_cap = \"5 吨\" 3:15",
        "projects[P-003].land_this_year = \"22 亩\" 2:22",
      ])
    // Read again, the variant is the same scenario.
    let again = try Fixture.load("e.json", ["e.json": variant.effective.json.prettyText])
    #expect(again.scenario == variant.scenario)
  }

  @Test func editsOfEditsAndOverlays() throws {
    let overlay = """
      {"format": 1, "base": "main.json", "land": {"city_quota": "40 亩"},
       "projects": {"change": {"P-002": {"priority": 5, "requires": []}}, "remove": ["P-003"],
        "add": [{"id": "P-009", "name": "新", "level": "其他", "county": "海港区"}]},
       "expected_counts": {"市重点": {"续建": 0}}, "baseline": []}
      """
    let loaded = try Fixture.load("a.json", ["a.json": overlay])
    let once = try Edits.apply(
      "city_quota=+10", "P-002.priority=+1", "P-009.priority=7", to: loaded)
    #expect(once.scenario.land.cityQuota == 100_000)
    #expect(once.scenario.projects.map(\.priority) == [3, 6, 7])
    let twice = try Edits.apply("city_quota=200%", to: once)
    #expect(twice.scenario.land.cityQuota == 200_000)
    #expect(twice.scenario.projects.map(\.priority) == [3, 6, 7])
    #expect(Edits.findings(["P-003.priority=2"], in: loaded).first?.code == "E602")
    #expect(try loaded.applying([]).scenario == loaded.scenario)
  }

  /// Rows that are set aside until they are read can be edited, by several tasks at a time.
  @Test func longTables() async throws {
    let rows = (1_000..<1_300).map {
      "{\"id\": \"P-\($0)\", \"name\": \"x\", \"level\": \"其他\", \"county\": \"海港区\"}"
    }
    let text =
      "{\"format\": 1, \"title\": \"长\", \"year\": 2018, \"projects\": [\(rows.joined(separator: ",\n"))]}"
    let loaded = try ScenarioReader.load(
      path: "l.json", files: MemoryFiles(texts: ["l.json": text]),
      division: RowDivision(leastRows: 100, rowsInPart: 32))
    let priorities = await withTaskGroup(of: [Int].self) { group in
      for number in 0..<20 {
        group.addTask {
          let texts = ["P-1\(200 + number).priority=+\(number + 1)", "P-1299.lock=锁入"]
          let edits = texts.compactMap { try? ScenarioEdit($0) }
          return (try? loaded.applying(edits))?.scenario.projects.map(\.priority) ?? []
        }
      }
      return await group.reduce(into: [[Int]]()) { $0.append($1) }
    }
    #expect(priorities.count == 20)
    for found in priorities {
      #expect(found.count == 300)
      let raised = try #require(found.firstIndex { $0 > 1 })
      #expect(found[raised] == raised - 200 + 2)
      #expect(found.count { $0 == 1 } == 299)
    }
  }

  @Test func filesFirst() {
    do throws(ScenarioLoadFailure) {
      _ = try ScenarioReader.load(path: "/nonexistent/a.json", edits: [.lock(project: "x", .none)])
      Issue.record("a missing file was read")
    } catch {
      #expect(error.kind == .unreadableFile)
    }
  }
}
