import Scenario

/// Charged demand of many projects: the coefficients are multiplied out once per county and branch.
final class ChargeFactors {
  /// What is charged for one unit of demand, in lowest terms.
  private struct Factor {
    var numerator: UInt128
    var denominator: UInt128

    var isOne: Bool { numerator == 1 && denominator == 1 }
  }

  private struct Place: Hashable {
    var county: Int
    var sector: String
  }

  private let resources: [Resource]
  /// Per resource and county, where no branch has a coefficient of its own; `nil` where the product is too large.
  private let local: [[Factor?]]
  /// Per resource, for those that branches have coefficients of.
  private var known: [[Place: Factor?]]

  init(_ scenario: Scenario) {
    resources = scenario.resources
    local = scenario.resources.map { resource in
      resource.sectorCoefficients.isEmpty
        ? scenario.counties.indices.map { Self.factor(resource, county: $0, sector: "") } : []
    }
    known = scenario.resources.map { _ in [:] }
  }

  /// Charged demand of `steps` steps: each step rounded up to the resolution.
  func charge(
    _ resource: Int, demand: Int, of project: Project, steps: Int
  ) -> Int {
    guard demand > 0, steps > 0 else { return 0 }
    guard let factor = factor(resource, project.county, project.sector) else { return .max }
    let whole = project.steps
    if factor.isOne, whole == 1 { return Int(clamping: Int128(demand) * Int128(steps)) }
    let (divisor, overflow) = factor.denominator.multipliedReportingOverflow(by: UInt128(whole))
    guard !overflow,
      let perStep = Exact.productCeiling(UInt128(demand), factor.numerator, over: divisor)
    else { return .max }
    return Int(clamping: Int128(perStep) * Int128(steps))
  }

  private func factor(_ resource: Int, _ county: Int, _ sector: String) -> Factor? {
    guard local[resource].isEmpty else { return local[resource][county] }
    let place = Place(county: county, sector: sector)
    if let factor = known[resource][place] { return factor }
    let factor = Self.factor(resources[resource], county: county, sector: sector)
    known[resource][place] = .some(factor)
    return factor
  }

  private static func factor(_ resource: Resource, county: Int, sector: String) -> Factor? {
    Exact.product(ResourceCharge.coefficients(resource, county: county, sector: sector)).map {
      Factor(numerator: $0.numerator, denominator: $0.denominator)
    }
  }
}
