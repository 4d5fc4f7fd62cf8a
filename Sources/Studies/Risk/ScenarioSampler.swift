import Policy
public import Scenario

/// Draws scenarios from declared ranges; a sample depends on seed and number alone, not on what was drawn before.
///
/// Every sample keeps what the reader demands of a scenario, and lies on the grid of the stated amounts.
public struct ScenarioSampler: Sendable {
  /// One amount with the range that it is drawn from.
  private struct Assignment {
    var variation: Variation
    var target: Variation.Target
    var stated: Int
    /// The drawn value is a whole multiple of this.
    var step: Int
  }

  private let scenario: Scenario
  private let seed: UInt64
  private let assignments: [Assignment]
  private let areaStep: Int

  /// Number of amounts that vary.
  public var amountCount: Int { assignments.count }

  /// Prepares the drawing; where two variations cover an amount, the one that names its projects holds.
  public init(_ scenario: Scenario, _ variations: [Variation], seed: UInt64) {
    self.scenario = scenario
    self.seed = seed
    let areaStep = Self.areaStep(PolicyModel.landStep(of: scenario))
    self.areaStep = areaStep
    let hasWholeMoney = scenario.projects.allSatisfy {
      $0.investmentThisYear % (Self.tenThousand * $0.steps) == 0
    }
    let ordered = variations.filter { !$0.projects.isEmpty } + variations.filter(\.projects.isEmpty)
    var taken: Set<Variation.Target> = []
    assignments = ordered.flatMap { variation in
      variation.targets(in: scenario).compactMap { target in
        guard let stated = scenario.amount(of: target), taken.insert(target).inserted else {
          return nil
        }
        let steps =
          target.amount.owner == .project ? scenario.projects[target.index ?? 0].steps : 1
        let unit =
          switch target.amount {
          case .landThisYear, .farmland, .paddy, .provincialQuota, .cityQuota, .countyQuota:
            areaStep
          case .investment: hasWholeMoney ? Self.tenThousand : 1
          case .grain, .demand, .cityCap, .countyCap: 1
          }
        return Assignment(
          variation: variation, target: target, stated: stated, step: unit * steps)
      }
    }
  }

  private static var tenThousand: Int { 10_000 }

  /// Areas stay on the grid of 0.01 亩 where all of the scenario lie on it, else on that of 1 m², else of 1/3 m².
  private static func areaStep(_ landStep: Int) -> Int {
    [Area.centimu, Area.squareMetre].first { landStep % $0 == 0 } ?? 1
  }

  /// Every demand of land and resources of every project, each by itself, up to so much more or less; none for what nobody demands.
  ///
  /// - Parameter spread: hundredths of a per cent.
  public static func spread(_ spread: Int, over scenario: Scenario) -> [Variation] {
    let demands = scenario.resources.indices.map {
      (id: "demands.\(scenario.resources[$0].id)", amount: Variation.Amount.demand($0))
    }
    return ([(id: "land_this_year", amount: .landThisYear)] + demands).map {
      Variation(id: $0.id, amount: $0.amount, range: .relative(-spread...spread))
    }.filter { !$0.targets(in: scenario).isEmpty }
  }

  /// The values drawn for a sample, numbered from 1, in the order of the variations.
  public func values(_ number: Int) -> [(target: Variation.Target, value: Int)] {
    assignments.map { assignment in
      let variation = assignment.variation
      let owner = variation.isShared ? "" : name(of: assignment.target)
      let draw = RangeDraw(seed: seed, name: "\(number)/\(variation.id)/\(owner)")
      return (
        assignment.target, draw.value(of: assignment.stated, in: variation, step: assignment.step)
      )
    }
  }

  /// Name of what an amount belongs to; empty for one of the city.
  private func name(of target: Variation.Target) -> String {
    guard let index = target.index else { return "" }
    return target.amount.owner == .project
      ? scenario.projects[index].id : scenario.counties[index]
  }

  /// The scenario of a sample, numbered from 1.
  public func sample(_ number: Int) -> Scenario {
    var sample = scenario
    var land: [Int: LandDraw] = [:]
    for (target, value) in values(number) {
      let index = target.index ?? 0
      switch target.amount {
      case .landThisYear: land[index, default: LandDraw()].land = value
      case .farmland: land[index, default: LandDraw()].farmland = value
      case .paddy: land[index, default: LandDraw()].paddy = value
      case .grain: land[index, default: LandDraw()].grain = value
      case .investment: sample.projects[index].investmentThisYear = value
      case .demand(let resource): sample.projects[index].demands[resource] = value
      case .provincialQuota: sample.land.provincialQuota = value
      case .cityQuota: sample.land.cityQuota = value
      case .countyQuota: sample.land.countyQuotas[index] = value
      case .cityCap(let resource): sample.resources[resource].cityCap = value
      case .countyCap(let resource): sample.resources[resource].countyCaps[index] = value
      }
    }
    for (index, draw) in land {
      draw.apply(to: &sample.projects[index], areaStep: areaStep)
    }
    return sample
  }
}

/// Drawn amounts of one project's land; what is not drawn follows.
private struct LandDraw {
  var land: Int?
  var farmland: Int?
  var paddy: Int?
  var grain: Int?

  /// Changes a project so that paddy ≤ farmland ≤ land ≤ total land, and grain capacity needs farmland.
  func apply(to project: inout Project, areaStep: Int) {
    let step = areaStep * project.steps
    let newLand = land ?? project.landThisYear
    let newFarmland = min(
      newLand,
      farmland ?? following(project.farmland, project.landThisYear, newLand, step: step))
    let newPaddy = min(
      newFarmland, paddy ?? following(project.paddy, project.farmland, newFarmland, step: step))
    let newGrain =
      grain
      ?? following(project.grainCapacity, project.farmland, newFarmland, step: project.steps)
    // What is left for later years stays as it is.
    project.landTotal += newLand - project.landThisYear
    project.landThisYear = newLand
    project.farmland = newFarmland
    project.paddy = newPaddy
    project.grainCapacity = newGrain
  }

  /// An amount changed in the proportion of the one that it is a part of; never to nothing.
  private func following(_ amount: Int, _ old: Int, _ new: Int, step: Int) -> Int {
    guard amount > 0, old != new else { return amount }
    return max(step, rounded(Int128(amount) * Int128(new), over: Int128(old), to: step))
  }
}
