internal import LinearProgram
internal import Scenario

/// L-3 (not in the text; normal practice): county-level quota serves its own county.
///
/// Rows: q_cℓ ≤ N_cℓ where the level has another quota to draw on (else q_cℓ = N_cℓ by substitution); Σ_ℓ q_cℓ ≤ Q_c.
enum CountyQuota: Clause {
  static let id = "L-3"

  static func addRows(to model: inout ModelBuilder) {
    let decisions = model.decisions
    let need = Level.allCases.map { decisions.newLandPerCounty($0) }
    let use = Level.allCases.map { decisions.countyQuotaUse($0) }
    for county in model.scenario.counties.indices {
      for (index, level) in Level.allCases.enumerated()
      where decisions.countyQuota[county][level] != nil {
        model.add(
          .countyQuotaUse(county: county, level: level), need[index][county] - use[index][county],
          lower: 0)
      }
      model.add(
        .countyQuota(county: county), .sum(use.map { $0[county] }),
        upper: model.scenario.land.countyQuota(county))
    }
  }
}
