import Scenario

/// Amounts of one project per step, as the model states them.
struct ProjectParameters: Sendable {
  let steps: Int
  let minimumSteps: Int
  /// Land, farmland in it, paddy in that, 1/3 m² per step.
  let land: Int
  let farmland: Int
  let paddy: Int
  /// Grain capacity, 公斤 per step.
  let grain: Int
  /// Investment of the year, 元 per step.
  let investment: Int
  /// Demand of each resource per step, before and after coefficients.
  let demands: [Int]
  let charged: [Int]
  /// Whether it needs land or a resource this year.
  let competes: Bool

  init(_ project: Project, resources: [Resource]) {
    let steps = project.division?.steps ?? 1
    self.steps = steps
    minimumSteps = project.division?.minimumSteps ?? 1
    land = project.landThisYear / steps
    farmland = project.farmland / steps
    paddy = project.paddy / steps
    grain = project.grainCapacity / steps
    investment = project.investmentThisYear / steps
    demands = project.demands.map { $0 / steps }
    charged = zip(resources, demands).map { resource, demand in
      resource.charge(on: project).ceiling(of: demand)
    }
    competes = project.landThisYear > 0 || project.demands.contains { $0 > 0 }
  }
}

extension Resource {
  /// Product of the resource's three coefficients for a project.
  func charge(on project: Project) -> Fraction {
    let local = countyCoefficients.isEmpty ? .one : countyCoefficients[project.county]
    let branch = sectorCoefficients[project.sector] ?? .one
    return Fraction(coefficient) * Fraction(local) * Fraction(branch)
  }

  /// Whether E-1 frees a project from paying for it.
  func isFree(for project: Project) -> Bool {
    project.level.isKey && freeCategories.contains(project.category)
  }

  /// Decimals of an amount in the resource's unit.
  var decimals: Int { NumberText.decimals(ofPowerOfTen: unitsPerUnit) }
}
