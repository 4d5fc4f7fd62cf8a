internal import LinearProgram
internal import Scenario

/// F-1 (四(三)一): 节余耕地占补平衡指标全部在市域范围内流转.
///
/// Rows: F_p ≥ f_p u_p − s_p, D_p ≥ d_p u_p − s_p, f_p G_p ≥ g_p F_p; the needs of all projects within the pool of each bank;
/// t_ck ≥ needs of the county − its own surplus.
enum CirculatingPool: Clause {
  static let id = "F-1"

  static func addRows(to model: inout ModelBuilder) {
    for index in model.parameters.competing where model.decisions.compensation[index] != nil {
      addNeeds(of: index, to: &model)
    }
    guard model.parameters.hasBanks else { return }
    for bank in Bank.allCases {
      let all = model.decisions.compensationNeed(model.parameters.competing, bank)
      model.add(
        id, .pool(bank: bank.rawValue), "pool[\(bank)]", all, upper: model.parameters.pool[bank])
      for county in model.scenario.counties.indices {
        let own = model.decisions.compensationNeed(
          model.parameters.competingByCounty[county], bank)
        model.add(
          id, .definition("transfer"), "transfer[\(model.scenario.counties[county]),\(bank)]",
          model.decisions.transfer(county, bank) - own,
          lower: -model.parameters.surplus[county][bank])
      }
    }
  }

  /// What stock land leaves of a project's need for compensation.
  private static func addNeeds(of index: Int, to model: inout ModelBuilder) {
    let decisions = model.decisions
    let needs = model.parameters.needs[index]
    let id = model.scenario.projects[index].id
    let steps = decisions.supportedSteps(index)
    let stock = decisions.stockLand(index)
    let farmland = decisions.compensationNeed(index, .quantity)
    model.add(
      Self.id, .definition("farmland"), "farmland[\(id)]",
      farmland + stock - steps * needs.farmland,
      lower: 0)
    model.add(
      Self.id, .definition("paddy"), "paddy[\(id)]",
      decisions.compensationNeed(index, .paddy) + stock - steps * needs.paddy, lower: 0)
    let divisor = max(1, greatestCommonDivisor(needs.farmland, needs.grain))
    model.add(
      Self.id, .definition("grain"), "grain[\(id)]",
      decisions.compensationNeed(index, .grain) * (needs.farmland / divisor) - farmland
        * (needs.grain / divisor), lower: 0)
  }
}

extension Decisions {
  /// Compensation that several projects need from a bank.
  func compensationNeed(_ projects: [Int], _ bank: Bank) -> LinearExpression {
    .sum(projects.map { compensationNeed($0, bank) })
  }
}
