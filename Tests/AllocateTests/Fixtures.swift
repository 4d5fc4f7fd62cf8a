import Foundation

/// Small scenarios as the user would write them.
enum Fixtures {
  /// A budgeting problem without land: three projects, of which the fund pays for two.
  static let budget = scenario(
    cap: 100,
    projects: [
      project("P-1", cost: 60, investment: 600), project("P-2", cost: 50, investment: 550),
      project("P-3", cost: 50, investment: 500),
    ])

  /// Two projects that must both be supported, and a fund that cannot pay for both.
  static let conflict = scenario(
    cap: 100,
    projects: [
      project("P-1", cost: 60, investment: 600, more: ", \"lock\": \"锁入\""),
      project("P-2", cost: 50, investment: 550, more: ", \"lock\": \"锁入\""),
    ])

  /// Three things wrong at once.
  static let wrong = """
    {"format": 1, "titel": "预算", "year": "2018", "projects": [], "projects": []}
    """

  /// A problem that takes much longer than a test may last: many funds, each nearly used up by half of the projects.
  static let hard: String = {
    var seed: UInt64 = 20_180_404
    func next() -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % 900 + 100
    }
    let funds = (1...8).map { "fund\($0)" }
    let costs = (0..<100).map { _ in funds.map { _ in next() } }
    let resources = funds.enumerated().map { index, fund in
      let total = costs.map { $0[index] }.reduce(0, +)
      return "{\"id\": \"\(fund)\", \"unit\": \"份\", \"city_cap\": \"\(total / 2) 份\"}"
    }
    let projects = costs.enumerated().map { index, costs in
      let demands = zip(funds, costs).map { "\"\($0)\": \"\($1) 份\"" }.joined(separator: ", ")
      let investment = costs.reduce(0, +) / 8 + next() / 20
      return """
        {"id": "P-\(1000 + index)", "name": "项目", "level": "其他", "county": "海港区",
         "investment_this_year": "\(investment) 元", "demands": {\(demands)}}
        """
    }
    return """
      {"format": 1, "title": "难题", "year": 2018, \(goal),
       "resources": [\(resources.joined(separator: ", "))],
       "projects": [\(projects.joined(separator: ",\n"))]}
      """
  }()

  private static let goal = """
    "goals": [{"id": "value", "title": "投资", "sense": "maximize",
      "terms": [{"measure": "investment"}]}]
    """

  private static func scenario(cap: Int, projects: [String]) -> String {
    """
    {"format": 1, "title": "预算", "year": 2018, \(goal),
     "resources": [{"id": "fund", "name": "资金", "unit": "万元", "city_cap": "\(cap) 万元"}],
     "projects": [\(projects.joined(separator: ", "))]}
    """
  }

  private static func project(
    _ id: String, cost: Int, investment: Int, more: String = ""
  ) -> String {
    """
    {"id": "\(id)", "name": "项目\(id)", "level": "其他", "county": "海港区",
     "investment_this_year": "\(investment) 万元", "demands": {"fund": "\(cost) 万元"}\(more)}
    """
  }

  /// Every scenario that the package ships, by path from its root.
  static let shipped: [String] = {
    let files =
      (try? FileManager.default.subpathsOfDirectory(atPath: "\(Tool.root)/scenarios")) ?? []
    return files.filter { $0.hasSuffix(".json") }.sorted().map { "scenarios/\($0)" }
  }()
}
