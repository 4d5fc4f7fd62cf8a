public import Scenario

/// Charged demand (coefficients) and fees of resources (E-1, E-2).
public enum ResourceCharge {
  /// Product of the coefficients that apply to a project.
  public static func coefficients(_ project: Project, _ resource: Resource) -> [Ratio] {
    coefficients(resource, county: project.county, sector: project.sector)
  }

  static func coefficients(_ resource: Resource, county: Int, sector: String) -> [Ratio] {
    let local = resource.countyCoefficients
    return [
      resource.coefficient, local.indices.contains(county) ? local[county] : .one,
      resource.sectorCoefficients[sector] ?? .one,
    ]
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
