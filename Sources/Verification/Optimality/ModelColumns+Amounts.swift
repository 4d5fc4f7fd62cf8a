import Certificate
import Scenario

/// The abbreviations of section 3 of the model, in smallest units.
extension ModelColumns {
  /// x_p.
  func supported(_ project: Int) -> Expression {
    support[project].map { .column($0) } ?? Expression()
  }

  /// u_p.
  func supportedSteps(_ project: Int) -> Expression {
    steps[project].map { .column($0) } ?? supported(project)
  }

  /// A column that counts land steps, in 1/3 m².
  private func land(_ column: Int?) -> Expression {
    column.map { .column($0, times: parameters.landStep) } ?? Expression()
  }

  /// γ a_p, γ b_p and γ e_p.
  func onPaddy(_ project: Int) -> Expression { land(paddySlice[project]) }
  func onFarmland(_ project: Int) -> Expression { land(farmlandSlice[project]) }
  func onOther(_ project: Int) -> Expression { land(otherSlice[project]) }

  /// s_p.
  func stockLand(_ project: Int) -> Expression {
    onPaddy(project) + onFarmland(project) + onOther(project)
  }

  /// Σ s_p over a county.
  func stockLand(ofCounty county: Int) -> Expression {
    .sum(projects(county).map { stockLand($0) })
  }

  /// N_p.
  func newLand(_ project: Int) -> Expression {
    supportedSteps(project) * parameters.projects[project].land - stockLand(project)
  }

  /// N_cℓ.
  func newLand(_ county: Int, _ level: Level) -> Expression {
    .sum(projects(county).filter { parameters.level($0) == level }.map { newLand($0) })
  }

  /// F_p, D_p or G_p.
  func compensation(_ project: Int, _ bank: Bank) -> Expression {
    let whole = supportedSteps(project) * parameters.projects[project].need(bank)
    switch bank {
    case .quantity: return whole - onPaddy(project) - onFarmland(project)
    case .paddy: return whole - onPaddy(project)
    case .grain: return grain[project].map { .column($0) } ?? whole
    }
  }

  /// Σ F_p, Σ D_p or Σ G_p.
  func compensation(of projects: [Int], _ bank: Bank) -> Expression {
    .sum(projects.map { compensation($0, bank) })
  }

  /// q_cℓ: its column; all new land where the level has no other quota; else nothing.
  func countyQuotaUse(_ county: Int, _ level: Level) -> Expression {
    if let column = countyQuota[county][level.place] { return land(column) }
    let isOnly =
      parameters.scenario.land.mayUseCountyQuota(level) && !parameters.mayChooseCountyQuota(level)
    return isOnly ? newLand(county, level) : Expression()
  }

  /// Σ_c (N_cℓ − q_cℓ) over some levels.
  func landBesideCountyQuota(_ levels: [Level]) -> Expression {
    .sum(
      parameters.counties.flatMap { county in
        levels.map { newLand(county, $0) - countyQuotaUse(county, $0) }
      })
  }

  /// t_ck.
  func transferred(_ county: Int, _ bank: Bank) -> Expression {
    transfer[county][bank.rawValue].map { .column($0, times: parameters.unit(of: bank)) }
      ?? Expression()
  }

  /// Competing projects of a county.
  func projects(_ county: Int) -> [Int] {
    parameters.competing.filter { parameters.county($0) == county }
  }
}
