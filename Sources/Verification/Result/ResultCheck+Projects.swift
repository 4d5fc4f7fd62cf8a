import Scenario
import ScenarioIO

extension ResultCheck {
  /// Compares the entry of one project.
  mutating func checkProject(_ project: Int, _ entry: JSONValue) {
    let (scenario, books) = (builder.scenario, builder.books)
    let facts = scenario.projects[project]
    let path = "projects[\(facts.id)]."
    keys(
      path, entry,
      [
        "id", "name", "level", "county", "selected", "steps", "of_steps", "land", "farmland",
        "resources", "reason",
      ])
    expect(path + "id", entry["id"], .string(facts.id))
    expect(path + "name", entry["name"], .string(facts.name))
    expect(path + "level", entry["level"], .string(facts.level.rawValue))
    expect(path + "county", entry["county"], .string(scenario.counties[facts.county]))
    expect(path + "selected", entry["selected"], .bool(books.supports(project)))
    expect(path + "steps", entry["steps"], .integer(books.plan.steps[project]))
    expect(
      path + "of_steps", entry["of_steps"], .integer(builder.parameters.projects[project].steps))
    checkAmounts(project, path, entry)
    checkReason(project, path, entry["reason"])
  }

  private mutating func checkAmounts(_ project: Int, _ path: String, _ entry: JSONValue) {
    let (parameters, books) = (builder.parameters, builder.books)
    func stock(_ kind: StockKind) -> Int {
      books.lotDraws[project].reduce(0) {
        $0 + (parameters.lots[$1.lot].kind == kind ? $1.amount : 0)
      }
    }
    amounts(
      path + "land", entry["land"],
      [
        ("unsupplied", stock(.unsupplied)), ("idle", stock(.idle)),
        ("provincial", books.provincialQuota[project]), ("city", books.cityQuota[project]),
        ("county", books.countyQuota[project]),
      ])
    let compensation = books.compensation[project]
    amounts(
      path + "farmland", entry["farmland"],
      [
        ("quantity", compensation.quantity), ("paddy", compensation.paddy),
        ("grain", compensation.grain),
      ])
    amounts(
      path + "resources", entry["resources"],
      builder.scenario.resources.enumerated().map { index, resource in
        (resource.id, parameters.projects[project].charged[index] * books.plan.steps[project])
      })
  }

  private mutating func amounts(_ path: String, _ found: JSONValue?, _ values: [(String, Int)]) {
    keys(path, found, values.map(\.0))
    for (key, value) in values { expect(path + "." + key, found?[key], .integer(value)) }
  }

  private mutating func checkReason(_ project: Int, _ path: String, _ found: JSONValue?) {
    let path = path + "reason"
    guard let reason = builder.reasons[project] else { return expect(path, found, .null) }
    keys(path, found, ["code", "clause", "text", "english", "remedy", "shortages"])
    expect(path + ".code", found?["code"], .string(reason.code))
    expect(path + ".clause", found?["clause"], .string(reason.clauses))
    expect(path + ".text", found?["text"], .string(reason.text))
    checkEnglish(path + ".english", found?["english"], reason.text)
    expect(path + ".remedy", found?["remedy"], .string(reason.remedy))
    let shortages =
      reason.code == "shortage" ? builder.books.shortages(of: project, builder.parameters) : []
    let entries = list(path + ".shortages", found?["shortages"], count: shortages.count)
    for (place, (shortage, entry)) in zip(shortages, entries).enumerated() {
      checkShortage(shortage, path + ".shortages[\(place)].", entry)
    }
  }

  /// The English words are free, but the numbers and ids in them are those of the Chinese.
  private mutating func checkEnglish(_ path: String, _ found: JSONValue?, _ text: String) {
    func digits(_ text: String) -> String { text.filter { $0.isASCII && $0.isNumber } }
    let english = found?.text ?? ""
    let isRight = !english.isEmpty && digits(english) == digits(text)
    expect(path, found, isRight ? .string(english) : .string(text))
  }

  private mutating func checkShortage(_ shortage: Shortage, _ path: String, _ entry: JSONValue) {
    let scenario = builder.scenario
    var county: JSONValue = .null
    let indicator: String
    switch shortage.indicator {
    case .newLand: indicator = "new_land"
    case .bank(let bank): indicator = ["farmland", "paddy", "grain"][bank.rawValue]
    case .resource(let index, let place):
      indicator = "resource:" + scenario.resources[index].id
      if let place { county = .string(scenario.counties[place]) }
    }
    let text = ShortageText(shortage, scenario)
    keys(path, entry, ["indicator", "county", "clause", "need", "left", "amount", "text"])
    expect(path + "indicator", entry["indicator"], .string(indicator))
    expect(path + "county", entry["county"], county)
    expect(path + "clause", entry["clause"], .string(shortage.clause))
    expect(path + "need", entry["need"], .integer(shortage.need))
    expect(path + "left", entry["left"], .integer(shortage.left))
    expect(path + "amount", entry["amount"], .integer(shortage.missing))
    expect(path + "text", entry["text"], .string(text.number + " " + text.unit))
  }
}
