import Scenario
import ScenarioIO

/// Holds `result.json` against the plan, value by value.
struct ResultCheck {
  let builder: TableBuilder
  /// Bound and proof of each goal as T17 prints them.
  private let bounds: [Int?]
  private(set) var faults: [VerificationFault] = []
  private(set) var count = 0

  init(_ published: LongJSON, _ builder: TableBuilder, goalRows: [Sheet.Row]) {
    self.builder = builder
    let cells = CellIndex(goalRows, keys: [1])
    bounds = builder.scenario.goals.map { cells.number([$0.id], 6, 0) }
    let result = published.value
    checkHead(result)
    checkGoals(result["goals"])
    checkProjects(published.elements(of: "projects"))
  }

  private static let head = [
    "format_version", "title", "year", "sample_data", "status", "stop", "goals", "tie_break",
    "projects", "conflict",
  ]

  private mutating func checkHead(_ result: JSONValue) {
    let scenario = builder.scenario
    keys("", result, Self.head)
    expect("format_version", result["format_version"], .string("1.0"))
    expect("title", result["title"], .string(scenario.title))
    expect("year", result["year"], .integer(scenario.year))
    expect("sample_data", result["sample_data"], .bool(scenario.isSampleData))
    expect("conflict", result["conflict"], .null)
    let tie = result["tie_break"]
    keys("tie_break", tie, ["rule", "proved"])
    expect("tie_break.rule", tie?["rule"], .string("project_id_order"))
    let isProved = tie?["proved"] == .bool(true)
    if !isProved { expect("tie_break.proved", tie?["proved"], .bool(false)) }
    let goals = result["goals"]?.elements ?? []
    let allProved = isProved && goals.allSatisfy { $0["proved"] == .bool(true) }
    expect("status", result["status"], .string(allProved ? "optimal" : "feasible"))
    let stops: [JSONValue] =
      allProved ? [.null] : [.null, .string("time_limit"), .string("interrupted"), .string("gap")]
    expect("stop", result["stop"], oneOf: stops)
  }

  private mutating func checkGoals(_ entries: JSONValue?) {
    let goals = builder.scenario.goals
    let entries = list("goals", entries, count: goals.count)
    for (place, (goal, entry)) in zip(goals, entries).enumerated() {
      let path = "goals[\(place)]."
      let value = builder.books.value(of: goal, builder.parameters)
      let unit = GoalUnit(goal, builder.scenario)
      keys(
        path, entry,
        ["id", "clause", "title", "sense", "value", "bound", "proved", "unit", "text"])
      expect(path + "id", entry["id"], .string(goal.id))
      expect(path + "clause", entry["clause"], .string(goal.clause))
      expect(path + "title", entry["title"], .string(goal.title))
      expect(path + "sense", entry["sense"], .string(goal.sense.rawValue))
      expect(path + "value", entry["value"], .integer(value))
      expect(path + "bound", entry["bound"], bounds[place].map { .integer($0) } ?? .null)
      expect(path + "proved", entry["proved"], .bool(bounds[place] == value))
      expect(path + "unit", entry["unit"], unit.map { .string($0.smallest) } ?? .null)
      expect(path + "text", entry["text"], unit.map { .string($0.text(value)) } ?? .null)
    }
  }

  private mutating func checkProjects(_ entries: JSONElements?) {
    let projects = builder.parameters.projects.indices
    let entries = entries ?? JSONElements([])
    guard hasCount("projects", entries.count, projects.count) else { return }
    for (project, entry) in zip(projects, entries) { checkProject(project, entry) }
  }
}

extension ResultCheck {
  /// Compares one value.
  mutating func expect(_ path: String, _ found: JSONValue?, _ expected: JSONValue) {
    expect(path, found, oneOf: [expected])
  }

  mutating func expect(_ path: String, _ found: JSONValue?, oneOf expected: [JSONValue]) {
    count += 1
    if let found, expected.contains(where: { $0.isSame(as: found) }) { return }
    fault(path, found?.compactText, expected.map(\.compactText).joined(separator: " | "))
  }

  /// Compares the keys of an object, which stand in a fixed order.
  mutating func keys(_ path: String, _ value: JSONValue?, _ expected: [String]) {
    count += 1
    var found: [String] = []
    if case .object(let members) = value { found = members.map(\.key) }
    if found != expected {
      fault(path, found.joined(separator: ", "), expected.joined(separator: ", "))
    }
  }

  /// The elements of an array of a known length; none where it is another.
  mutating func list(_ path: String, _ value: JSONValue?, count wanted: Int) -> [JSONValue] {
    let elements = value?.elements ?? []
    return hasCount(path, elements.count, wanted) ? elements : []
  }

  private mutating func hasCount(_ path: String, _ found: Int, _ wanted: Int) -> Bool {
    count += 1
    if found != wanted { fault(path, "\(found)", "\(wanted)") }
    return found == wanted
  }

  private mutating func fault(_ path: String, _ found: String?, _ expected: String) {
    faults.append(
      VerificationFault(
        .result, file: "result.json", column: path, found: found, expected: expected,
        Words("与支持计划和各表一致", "agrees with the plan and the tables")))
  }
}

extension JSONValue {
  /// Whether two values are written the same; texts are compared byte by byte.
  func isSame(as other: JSONValue) -> Bool {
    isSameText(compactText, other.compactText)
  }
}

extension GoalUnit {
  /// Smallest unit, as `result.json` names it.
  var smallest: String {
    switch name {
    case "亩", "公顷": "1/3 m²"
    case "万元": "元"
    case "分": "0.0001 分"
    default: decimals == 0 ? name : NumberText.format(1, decimals: decimals) + " " + name
    }
  }

  /// A value with its table unit.
  func text(_ value: Int) -> String {
    NumberText.format(Rounding.half(value, place), decimals: decimals) + " " + name
  }
}
