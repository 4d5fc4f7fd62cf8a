internal import LinearProgram
internal import Scenario

/// G-1 (二、工作目标): 确保全年完成投资210亿元以上, as a floor where the scenario makes it hard.
///
/// Row: Σ I_p u_p ≥ target. The soft form is a figure in the accounts, and goal 3.
enum InvestmentFloor: Clause {
  static let id = "G-1"

  static func addRows(to model: inout ModelBuilder) {
    guard let target = model.scenario.investmentTarget, target.isHardFloor else { return }
    let investment = LinearExpression.sum(
      model.parameters.competing.lazy.map { [decisions = model.decisions] index in
        decisions.stepwise(index, decisions.parameters.needs[index].investment)
      })
    model.add(.investmentFloor, investment, lower: target.amount)
  }
}
