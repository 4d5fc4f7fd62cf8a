package import Policy
package import Reporting
package import Scenario
import ScenarioIO

/// What `allocate explain` is asked: the projects and quotas that its options name.
package struct ExplainQuestion {
  /// Projects (indices), ascending.
  package let projects: [Int]
  package let levers: [Lever]
  let title: Phrase
  let isSampleData: Bool
  /// Names that are not known, in words.
  package let faults: [Phrase]

  /// Takes ids of projects and names of quotas; without any of either, all of both.
  package init(_ scenario: Scenario, projects ids: [String], quotas names: [String]) {
    var faults: [Phrase] = []
    var projects: Set<Int> = []
    let places = Dictionary(
      scenario.projects.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for id in ids {
      if let place = places[id] {
        projects.insert(place)
      } else {
        let near = Self.near(id, scenario.projects.map(\.id), scenario.projects.map(\.name))
        faults.append(
          Phrase("没有项目“\(id)”\(near.chinese)", "there is no project '\(id)'\(near.english)"))
      }
    }
    let levers = Lever.quotas(PolicyModel(scenario))
    let name = QuotaName(scenario)
    let (keys, titles) = (levers.map { name.key($0) }, levers.map { name.title($0).chinese })
    var wanted: Set<Int> = []
    for text in names {
      if let place = keys.firstIndex(of: text) ?? titles.firstIndex(of: text) {
        wanted.insert(place)
      } else {
        let near = Self.near(text, keys, titles, listing: true)
        faults.append(
          Phrase("没有指标“\(text)”\(near.chinese)", "there is no quota '\(text)'\(near.english)"))
      }
    }
    let isAll = ids.isEmpty && names.isEmpty
    self.projects = isAll ? Array(scenario.projects.indices) : projects.sorted()
    self.levers = isAll ? levers : wanted.sorted().map { levers[$0] }
    self.faults = faults
    title = ExplainAnswer.title(scenario)
    isSampleData = scenario.isSampleData
  }

  /// What was perhaps meant: the nearest name, or those that contain the text or stand for a title that does.
  private static func near(
    _ text: String, _ names: [String], _ titles: [String], listing: Bool = false
  ) -> Phrase {
    var found: [String] = []
    if let nearest = Suggestion.nearest(to: text, among: names) { found = [nearest] }
    if found.isEmpty, !text.isEmpty {
      found = zip(names, titles).filter { $0.contains(text) || $1.contains(text) }.map { $0.0 }
    }
    if found.isEmpty, listing { found = names }
    guard !found.isEmpty else { return Phrase("") }
    let shown = found.prefix(5)
    let more = found.count > shown.count
    return Phrase(
      "；是否想写 " + shown.joined(separator: "、") + (more ? " 等？" : "？"),
      "; did you mean " + shown.joined(separator: ", ") + (more ? ", …?" : "?"))
  }
}
