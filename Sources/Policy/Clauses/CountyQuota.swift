internal import LinearProgram
internal import Scenario

/// L-3 (not in the text; normal practice): county-level quota serves its own county.
///
/// Rows: q_cℓ ≤ N_cℓ where the level has another quota to draw on (else q_cℓ = N_cℓ by substitution); Σ_ℓ q_cℓ ≤ Q_c.
enum CountyQuota: Clause {
  static let id = "L-3"

  static func addRows(to model: inout ModelBuilder) {
    let scenario = model.scenario
    for (county, name) in scenario.counties.enumerated() {
      for level in Level.allCases where model.decisions.countyQuota[county][level] != nil {
        model.add(
          id, .definition("county quota within the need"), "use[\(name),\(level.rawValue)]",
          model.decisions.newLand(county: county, level)
            - model.decisions.countyQuotaUse(county, level), lower: 0)
      }
      let used = LinearExpression.sum(
        Level.allCases.map { model.decisions.countyQuotaUse(county, $0) })
      model.add(
        id, .countyQuota(county: county), "quota[\(name)]", used,
        upper: scenario.land.countyQuota(county))
    }
  }
}
