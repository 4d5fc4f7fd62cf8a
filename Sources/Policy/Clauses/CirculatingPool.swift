internal import LinearProgram
internal import Scenario

/// F-1 (四(三)一): 节余耕地占补平衡指标全部在市域范围内流转.
///
/// Rows: f_p G_p ≥ g_p F_p; the needs of all projects within the pool of each bank; t_ck ≥ needs of the county − its own
/// surplus, where a goal measures t_ck.
enum CirculatingPool: Clause {
  static let id = "F-1"

  static func addRows(to model: inout ModelBuilder) {
    for index in model.parameters.competing where model.decisions.columns[index].has(.grain) {
      addGrain(of: index, to: &model)
    }
    guard model.parameters.hasBanks else { return }
    for bank in Bank.allCases {
      let all = model.decisions.compensationNeed(model.parameters.competing, bank)
      model.add(.pool(bank: bank), all, upper: model.parameters.pool[bank])
      if model.parameters.measuresTransfer(bank) { addTransfers(of: bank, to: &model) }
    }
  }

  /// The grain capacity of the farmland that stock land leaves of a project's need.
  private static func addGrain(of index: Int, to model: inout ModelBuilder) {
    let needs = model.parameters.needs[index]
    let divisor = max(1, greatestCommonDivisor(needs.farmland, needs.grain))
    let grain = model.decisions.compensationNeed(index, .grain)
    let farmland = model.decisions.compensationNeed(index, .quantity)
    model.add(
      .grain(project: index),
      grain * (needs.farmland / divisor) - farmland * (needs.grain / divisor), lower: 0)
  }

  private static func addTransfers(of bank: Bank, to model: inout ModelBuilder) {
    let decisions = model.decisions
    let own = decisions.perCounty { decisions.compensationNeed($0, bank) * -1 }
    for county in model.scenario.counties.indices {
      model.add(
        .transfer(county: county, bank: bank), own[county] + decisions.transfer(county, bank),
        lower: -model.parameters.surplus[county][bank])
    }
  }
}
