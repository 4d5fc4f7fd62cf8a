import Scenario
import ScenarioIO
import Testing

/// Reading the declared ranges: what they mean, in which forms, and what is wrong with those that are refused.
@Suite struct UncertaintyTests {
  /// The fixture with ranges.
  private func load(_ entries: String, _ others: [String: String] = [:]) throws -> LoadedScenario {
    let text = Fixture.replace(
      "\"baseline\"", "\"uncertainty\": [\(entries)], \"baseline\"", in: Fixture.mainJSON)
    return try Fixture.load("main.json", others.merging(["main.json": text]) { $1 })
  }

  private func variations(_ entries: String) throws -> [Variation] {
    try load(entries).scenario.uncertainty
  }

  @Test func withoutTheKeyNothingVaries() throws {
    #expect(try Fixture.load().scenario.uncertainty == [])
    #expect(try variations("") == [])
  }

  @Test func everyAmountIsRead() throws {
    let expected: [(String, Variation.Amount)] = [
      ("land_this_year", .landThisYear), ("farmland", .farmland), ("paddy", .paddy),
      ("grain", .grain), ("investment_this_year", .investment), ("demands.water", .demand(1)),
      ("land.provincial_quota", .provincialQuota), ("land.city_quota", .cityQuota),
      ("land.county_quotas", .countyQuota), ("resources[energy].city_cap", .cityCap(0)),
      ("resources[energy].county_caps", .countyCap(0)),
    ]
    for (name, amount) in expected {
      let found = try variations("{\"id\": \"a\", \"amount\": \"\(name)\", \"range\": \"±10%\"}")
      #expect(
        found == [Variation(id: "a", amount: amount, range: .relative(-1_000...1_000))], "\(name)")
    }
  }

  @Test func rangesAreExact() throws {
    let forms: [(String, Variation.Range)] = [
      ("-10%..+20%", .relative(-1_000...2_000)), ("-10 % .. 20 %", .relative(-1_000...2_000)),
      ("± 2.50%", .relative(-250...250)), ("-100%..+900%", .relative(-10_000...90_000)),
      ("+0.01%..+0.02%", .relative(1...2)), ("1 公顷..20亩", .absolute(30_000...40_000)),
      ("12.5亩..12.5 亩", .absolute(25_000...25_000)),
    ]
    for (text, range) in forms {
      let found = try variations(
        "{\"id\": \"a\", \"amount\": \"land_this_year\", \"range\": \"\(text)\"}")
      #expect(found.first?.range == range, "\(text)")
    }
  }

  @Test func filtersAndOrderAreCanonical() throws {
    let a = """
      {"id": "b", "amount": "demands.energy", "range": "±5%", "distribution": "triangular",
       "together": true, "projects": ["P-003", "P-001"], "levels": ["市重点", "省重点"],
       "counties": ["昌黎县"], "categories": ["工业", "民生"], "stages": ["续建", "计划开工"]}
      """
    let b = "{\"id\": \"a\", \"amount\": \"demands.coal\", \"range\": \"80 吨..0.01 万吨\"}"
    let found = try variations("\(a), \(b)")
    #expect(try found == variations("\(b), \(a)"))
    #expect(found[0].range == .absolute(80...100))
    #expect(
      found[1]
        == Variation(
          id: "b", amount: .demand(0), projects: [0, 2],
          filter: Goal.Filter(
            levels: [.provincial, .municipal], counties: [4], categories: ["工业", "民生"].sorted(),
            stages: [.starting, .continuing]), range: .relative(-500...500),
          distribution: .triangular, isShared: true))
  }

  @Test func overlaysChangeEntriesByTheirIDs() throws {
    let base = Fixture.replace(
      "\"baseline\"",
      """
      "uncertainty": [{"id": "a", "amount": "land.city_quota", "range": "±10%"},
        {"id": "b", "amount": "demands.coal", "range": "±10%"}], "baseline"
      """, in: Fixture.mainJSON)
    let overlay = """
      {"format": 1, "base": "main.json", "uncertainty": {"change": {"a": {"range": "±20%"}},
        "remove": ["b"], "add": [{"id": "c", "amount": "land_this_year", "range": "±1%"}]}}
      """
    let loaded = try Fixture.load("o.json", ["main.json": base, "o.json": overlay])
    #expect(
      loaded.scenario.uncertainty == [
        Variation(id: "a", amount: .cityQuota, range: .relative(-2_000...2_000)),
        Variation(id: "c", amount: .landThisYear, range: .relative(-100...100)),
      ])
    #expect(
      loaded.effective.origins.contains {
        $0.path == "uncertainty[a].range" && $0.value == .string("±20%")
          && $0.location.file == "o.json"
      })
    // The effective scenario, read again, is the same.
    let again = try Fixture.load("e.json", ["e.json": loaded.effective.json.compactText])
    #expect(again.scenario == loaded.scenario)
  }

  private static let land = "\"id\": \"a\", \"amount\": \"land_this_year\""

  private static let faults: [(entry: String, code: String, help: String?)] = [
    ("7", "E103", nil), ("{\"amount\": \"farmland\", \"range\": \"±1%\"}", "E102", nil),
    ("{\"id\": \"a\", \"range\": \"±1%\"}", "E102", nil), ("{\(land)}", "E102", nil),
    ("{\"id\": \"\", \"amount\": \"farmland\", \"range\": \"±1%\"}", "E107", nil),
    ("{\"id\": \"a\", \"amount\": \"farmlnd\", \"range\": \"±1%\"}", "E310", "`farmland`"),
    ("{\"id\": \"a\", \"amount\": \"demand.coal\", \"range\": \"±1%\"}", "E310", "`demands.coal`"),
    ("{\"id\": \"a\", \"amount\": \"demands.coul\", \"range\": \"±1%\"}", "E302", "`coal`"),
    ("{\"id\": \"a\", \"amount\": \"resources[x].city_cap\", \"range\": \"±1%\"}", "E302", nil),
    ("{\(land), \"range\": 10}", "E103", nil), ("{\(land), \"range\": \"10%\"}", "E212", "±10%"),
    ("{\(land), \"range\": \"\"}", "E212", nil), ("{\(land), \"range\": \"±\"}", "E212", nil),
    ("{\(land), \"range\": \"±-1%\"}", "E212", nil), ("{\(land), \"range\": \"..\"}", "E212", nil),
    ("{\(land), \"range\": \"5%..9 亩\"}", "E212", nil),
    ("{\(land), \"range\": \"-x%..5%\"}", "E212", nil),
    ("{\(land), \"range\": \"-10%~+20%\"}", "E212", nil),
    ("{\(land), \"range\": \"0.001%..5%\"}", "E208", nil),
    ("{\(land), \"range\": \"-101%..5%\"}", "E106", nil),
    ("{\(land), \"range\": \"0%..901%\"}", "E106", nil),
    ("{\(land), \"range\": \"5%..-5%\"}", "E213", "对调"),
    ("{\(land), \"range\": \"9 亩..5 亩\"}", "E213", nil),
    ("{\(land), \"range\": \"5..9\"}", "E205", nil),
    ("{\(land), \"range\": \"5 亩..9 吨\"}", "E207", nil),
    ("{\(land), \"range\": \"5 亩..9 亩地\"}", "E206", nil),
    ("{\(land), \"range\": \"-5 亩..9 亩\"}", "E204", nil),
    ("{\(land), \"range\": \"0.0001 亩..9 亩\"}", "E208", nil),
    ("{\(land), \"range\": \"±1%\", \"distribution\": \"normal\"}", "E105", nil),
    ("{\(land), \"range\": \"±1%\", \"together\": \"是\"}", "E103", "true"),
    ("{\(land), \"range\": \"±1%\", \"projects\": [\"P-03\"]}", "E303", "`P-003`"),
    ("{\(land), \"range\": \"±1%\", \"levels\": [\"重点\"]}", "E105", nil),
    ("{\(land), \"range\": \"±1%\", \"counties\": [\"昌犁县\"]}", "E301", "`昌黎县`"),
    ("{\(land), \"range\": \"±1%\", \"stages\": [\"完工\"]}", "E105", nil),
    ("{\(land), \"range\": \"±1%\", \"colour\": 1}", "E101", nil),
    (
      "{\"id\": \"a\", \"amount\": \"land.city_quota\", \"range\": \"±1%\", \"counties\": [\"昌黎县\"]}",
      "E419", "去掉"
    ),
    (
      "{\"id\": \"a\", \"amount\": \"land.county_quotas\", \"range\": \"±1%\", \"levels\": [\"其他\"]}",
      "E419", "`counties`"
    ),
    ("{\(land), \"range\": \"±1%\"}, {\(land), \"range\": \"±2%\"}", "E304", nil),
    (
      "{\(land), \"range\": \"±1%\"}, {\"id\": \"b\", \"amount\": \"land_this_year\", \"range\": \"±2%\"}",
      "E420", "`projects`"
    ),
  ]

  @Test(arguments: faults)
  func malformedEntriesAreFound(_ fault: (entry: String, code: String, help: String?)) throws {
    let error = #expect(throws: ScenarioLoadFailure.self) { try load(fault.entry) }
    let found = error?.findings.first { $0.code == fault.code }
    #expect(found != nil, "\(fault.entry): \(error?.findings.map(\.code) ?? [])")
    #expect(found?.location?.lineText.contains("uncertainty") == true)
    #expect(found?.englishHelp != nil || fault.help == nil)
    if let help = fault.help { #expect(found?.help?.contains(help) == true, "\(fault.entry)") }
  }

  @Test func allFindingsComeAtOnce() throws {
    let error = #expect(throws: ScenarioLoadFailure.self) {
      try load(
        """
        {"id": "a", "amount": "farmlnd", "range": "5%", "levels": ["x"]},
        {"id": "b", "amount": "demands.coal", "range": "9 吨..5 吨", "projects": ["P-9"]}
        """)
    }
    #expect(error?.findings.map(\.code) == ["E310", "E212", "E105", "E213", "E303"])
  }

  @Test func whatNamesProjectsGoesBeforeClasses() throws {
    let loaded = try load(
      """
      {"id": "a", "amount": "demands.energy", "range": "±1%"},
      {"id": "b", "amount": "demands.energy", "range": "±2%", "projects": ["P-001"]}
      """)
    #expect(loaded.warnings.filter { $0.code != "W501" } == [])
  }

  @Test func whatCoversNothingIsDoubtful() throws {
    for entry in [
      "{\(Self.land), \"range\": \"±1%\", \"categories\": [\"渔业\"]}",
      "{\"id\": \"a\", \"amount\": \"resources[coal].city_cap\", \"range\": \"±1%\"}",
      "{\"id\": \"a\", \"amount\": \"land.county_quotas\", \"range\": \"±1%\", \"counties\": [\"海港区\"]}",
    ] {
      #expect(try load(entry).warnings.contains { $0.code == "W507" }, "\(entry)")
    }
  }
}
