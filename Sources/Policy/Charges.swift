internal import Scenario

/// E-2: what projects are charged of the resources per step: their demand times the coefficients of the resource, the county and the
/// branch, rounded up once at the end.
struct Charges {
  private let scenario: Scenario
  private let resources: [Coefficients]

  /// The coefficients of one resource.
  private struct Coefficients {
    var ofAll: Ratio
    var ofCounty: [Ratio]
    var ofSector: [String: Ratio]

    init(_ resource: Resource) {
      ofAll = resource.coefficient
      ofCounty = resource.countyCoefficients
      ofSector = resource.sectorCoefficients
    }
  }

  init(_ scenario: Scenario) {
    self.scenario = scenario
    resources = scenario.resources.map { Coefficients($0) }
  }

  /// Charged demand per step of each resource, and in it of each project.
  var perStep: [[Int]] {
    var charged = resources.map { _ in Array(repeating: 0, count: scenario.projects.count) }
    for project in scenario.projects.indices {
      let demands = scenario.projects[project].demands
      for resource in resources.indices where demands[resource] != 0 {
        charged[resource][project] = charge(resource, project, demands[resource])
      }
    }
    return charged
  }

  private func charge(_ resource: Int, _ project: Int, _ demand: Int) -> Int {
    var product = Int128(demand / scenario.projects[project].steps)
    var divisor: Int128 = 1
    func multiply(by factor: Ratio) {
      product *= Int128(factor.numerator)
      divisor *= Int128(factor.denominator)
    }
    multiply(by: resources[resource].ofAll)
    if !resources[resource].ofCounty.isEmpty {
      multiply(by: resources[resource].ofCounty[scenario.projects[project].county])
    }
    if !resources[resource].ofSector.isEmpty,
      let factor = resources[resource].ofSector[scenario.projects[project].sector]
    {
      multiply(by: factor)
    }
    return Int(clamping: divisor == 1 ? product : ceilingDivide(product, divisor))
  }
}
