import Accounts
import Scenario

/// Which way the inputs of a scenario moved: whether anything allows more, allows less, or changed in another way.
///
/// Only what plans depend on counts: no titles, names, prices or people.
public struct InputShift: Sendable, Equatable {
  /// Some quota, cap, bank, need or rule allows more.
  public private(set) var isLooser = false
  /// Some of them allows less.
  public private(set) var isTighter = false
  /// Something changed that cannot be said to allow more or less: goals, investments, scores, projects.
  public private(set) var hasOther = false

  /// Whether something allows more and nothing else changed.
  public var isOnlyLooser: Bool { isLooser && !isTighter && !hasOther }

  init(_ match: ScenarioMatch, _ base: Ledger, _ variant: Ledger) {
    let (old, new) = (match.base, match.variant)
    guard InputShift.rest(old) == InputShift.rest(new) else {
      hasOther = true
      return
    }
    compareLand(old.land, new.land)
    compareBanks(base, variant)
    for (first, second) in zip(old.resources, new.resources) {
      compare(first.cityCap, second.cityCap)
      for county in old.counties.indices {
        compare(first.countyCap(county), second.countyCap(county))
      }
    }
    compareStock(old, new)
    compare(
      old.merit?.threshold.map { -$0 }, new.merit?.threshold.map { -$0 })
    compare(InputShift.floor(old), InputShift.floor(new))
    for (first, second) in zip(old.projects, new.projects) { compareNeeds(first, second) }
  }

  /// An amount of which more is looser; `nil` has no limit.
  private mutating func compare(_ old: Int?, _ new: Int?) {
    if (new ?? .max) > (old ?? .max) { isLooser = true }
    if (new ?? .max) < (old ?? .max) { isTighter = true }
  }

  /// A permission.
  private mutating func compare(_ old: Bool, _ new: Bool) { compare(old ? 1 : 0, new ? 1 : 0) }

  /// Things of which fewer are looser.
  private mutating func compareBans(_ old: [Int], _ new: [Int]) {
    if !Set(old).isSubset(of: new) { isLooser = true }
    if !Set(new).isSubset(of: old) { isTighter = true }
  }

  private mutating func compareLand(_ old: LandRules, _ new: LandRules) {
    compare(old.provincialQuota, new.provincialQuota)
    compare(old.cityQuota, new.cityQuota)
    for county in 0..<max(old.countyQuotas.count, new.countyQuotas.count) {
      compare(old.countyQuota(county), new.countyQuota(county))
    }
    compare(old.municipalGuarantee == .preferred, new.municipalGuarantee == .preferred)
    for level in Level.allCases {
      compare(old.mayUseCityQuota(level), new.mayUseCityQuota(level))
      compare(old.mayUseCountyQuota(level), new.mayUseCountyQuota(level))
    }
    compare(-old.developmentZoneReserve, -new.developmentZoneReserve)
  }

  private mutating func compareStock(_ old: Scenario, _ new: Scenario) {
    for county in old.counties.indices {
      for isInZone in [false, true] {
        let (first, second) = (
          InputShift.stock(county, isInZone, old), InputShift.stock(county, isInZone, new)
        )
        compare(first.area, second.area)
        compare(-first.least, -second.least)
      }
    }
  }

  private mutating func compareBanks(_ old: Ledger, _ new: Ledger) {
    // Without banks compensation has no limit.
    compare(!old.banks.exist, !new.banks.exist)
    guard old.banks.exist, new.banks.exist else { return }
    for bank in Bank.allCases {
      for (first, second) in zip(old.banks.surplus, new.banks.surplus) {
        compare(first[bank], second[bank])
      }
      let (first, second) = (old.banks.ringFence[bank], new.banks.ringFence[bank])
      compare(old.banks.pool[bank] - first, new.banks.pool[bank] - second)
      let mayUseRest = (
        old.scenario.farmland.ringFence.provincialMayUseRest,
        new.scenario.farmland.ringFence.provincialMayUseRest
      )
      compare(mayUseRest.0, mayUseRest.1)
      if !mayUseRest.0, !mayUseRest.1 { compare(first, second) }
    }
  }

  private mutating func compareNeeds(_ old: Project, _ new: Project) {
    compare(-old.landThisYear, -new.landThisYear)
    compare(-old.farmland, -new.farmland)
    compare(-old.paddy, -new.paddy)
    compare(-old.grainCapacity, -new.grainCapacity)
    for (first, second) in zip(old.demands, new.demands) { compare(-first, -second) }
    compare(old.conformsToPlans, new.conformsToPlans)
    compare(old.isApproved, new.isApproved)
    compare(old.lock != .lockedIn, new.lock != .lockedIn)
    compare(old.lock != .lockedOut, new.lock != .lockedOut)
    compareBans(old.requires, new.requires)
    compareBans(old.excludes, new.excludes)
    compare(-old.minimumSteps, -new.minimumSteps)
  }

  /// Stock land of a county inside or outside zones, and the least that must be used of it.
  private static func stock(
    _ county: Int, _ isInZone: Bool, _ scenario: Scenario
  ) -> (area: Int, least: Int) {
    let lots = scenario.land.stock.filter {
      $0.county == county && $0.inDevelopmentZone == isInZone
    }
    return (lots.map(\.area).reduce(0, +), lots.map(\.minimumDisposal).reduce(0, +))
  }

  /// The investment that must be reached, as an amount of which more is looser.
  private static func floor(_ scenario: Scenario) -> Int? {
    scenario.investmentTarget.flatMap { $0.isHardFloor ? -$0.amount : nil }
  }

  /// What is left of a scenario without all that is compared above, and without what no plan depends on.
  private static func rest(_ scenario: Scenario) -> Scenario {
    var rest = Scenario(
      title: "", year: 0, counties: scenario.counties,
      projects: scenario.projects.map(InputShift.rest), merit: scenario.merit,
      goals: scenario.goals, baseline: scenario.baseline)
    rest.merit?.threshold = nil
    for index in rest.goals.indices { rest.goals[index].title = "" }
    rest.resources = scenario.resources.map { resource in
      Resource(
        id: resource.id, name: "", kind: resource.kind, unit: resource.unit,
        unitsPerUnit: resource.unitsPerUnit, coefficient: resource.coefficient,
        countyCoefficients: resource.countyCoefficients,
        sectorCoefficients: resource.sectorCoefficients)
    }
    return rest
  }

  private static func rest(_ project: Project) -> Project {
    Project(
      id: project.id, name: "", level: project.level, county: project.county,
      stage: project.stage, category: project.category, sector: project.sector,
      investmentThisYear: project.investmentThisYear, totalInvestment: project.totalInvestment,
      annualOutput: project.annualOutput, annualTax: project.annualTax,
      landTotal: project.landTotal, demands: project.demands.map { _ in 0 },
      division: project.division.map { Division(steps: $0.steps, minimumSteps: 1) },
      priority: project.priority)
  }
}
