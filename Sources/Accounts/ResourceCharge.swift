public import Scenario

/// Charged demand (coefficients) and fees of resources (E-1, E-2).
public enum ResourceCharge {
  /// Product of the coefficients that apply to a project.
  public static func coefficients(_ project: Project, _ resource: Resource) -> [Ratio] {
    let county = resource.countyCoefficients
    return [
      resource.coefficient,
      county.indices.contains(project.county) ? county[project.county] : .one,
      resource.sectorCoefficients[project.sector] ?? .one,
    ]
  }

  /// Charged demand of `steps` steps: each step rounded up to the resolution.
  static func charge(_ project: Project, demand: Int, resource: Resource, steps: Int) -> Int {
    guard demand > 0, steps > 0 else { return 0 }
    guard let factor = Exact.product(coefficients(project, resource) + [Ratio(1, project.steps)]),
      let perStep = Exact.productCeiling(
        UInt128(demand), factor.numerator, over: factor.denominator)
    else { return Int.max }
    return Int(clamping: Int128(perStep) * Int128(steps))
  }

  /// Price × use, and whether the project is spared it.
  static func fee(_ project: Project, use: Int, resource: Resource, index: Int) -> Fee {
    let amount = Exact.productHalfUp(
      UInt128(use), UInt128(resource.price.numerator),
      over: UInt128(resource.price.denominator) * UInt128(max(resource.unitsPerUnit, 1)))
    return Fee(resource: index, isFree: isFree(project, resource), amount: amount ?? Int.max)
  }

  /// E-1: a key project of a favoured class, for a resource that can be free.
  public static func isFree(_ project: Project, _ resource: Resource) -> Bool {
    project.level.isKey && resource.kind.mayBeFree
      && resource.freeCategories.contains(project.category)
  }
}
