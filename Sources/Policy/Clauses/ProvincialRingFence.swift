internal import LinearProgram
internal import Scenario

/// F-3 (四(三)一): 统筹不少于15%的补充耕地指标,专项用于保障省重点建设项目.
///
/// Rows: the needs of all other projects ≤ A_k − R_k; the needs of provincial ones ≤ R_k where they may not draw the rest.
enum ProvincialRingFence: Clause {
  static let id = "F-3"

  static func addRows(to model: inout ModelBuilder) {
    guard model.parameters.hasBanks else { return }
    let rule = model.scenario.farmland.ringFence
    let projects = model.scenario.projects
    let isProvincial = { (index: Int) in projects[index].level == .provincial }
    let provincial = model.parameters.competing.filter(isProvincial)
    let others = model.parameters.competing.filter { !isProvincial($0) }
    for bank in Bank.allCases {
      let ringFenced = model.parameters.ringFence[bank]
      model.add(
        .outsideRingFence(bank: bank), model.decisions.compensationNeed(others, bank),
        upper: model.parameters.pool[bank] - ringFenced)
      guard !rule.provincialMayUseRest, rule.scope == .eachBank || bank == .quantity else {
        continue
      }
      model.add(
        .ringFence(bank: bank), model.decisions.compensationNeed(provincial, bank),
        upper: ringFenced)
    }
  }
}
