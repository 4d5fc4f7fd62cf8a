/// Amounts that are not known for certain, and the range that each of them may take.
///
/// A solved plan takes every amount as it is stated; only the question of risk draws from the ranges.
public struct Variation: Sendable, Equatable {
  /// The amount that varies.
  public enum Amount: Sendable, Equatable, Hashable {
    /// Land of this year of a project; its farmland, paddy and grain capacity follow in proportion.
    case landThisYear
    /// Farmland of a project; its paddy and grain capacity follow in proportion.
    case farmland
    /// Paddy of a project.
    case paddy
    /// Grain capacity of a project.
    case grain
    /// Investment of the year of a project.
    case investment
    /// Demand of a resource (index) of a project.
    case demand(Int)
    case provincialQuota
    case cityQuota
    /// Quota of a county.
    case countyQuota
    /// Cap of a resource (index) in the city.
    case cityCap(Int)
    /// Cap of a resource (index) in a county.
    case countyCap(Int)

    /// What the amount belongs to.
    public enum Owner: Sendable {
      case project
      case county
      case city
    }

    public var owner: Owner {
      switch self {
      case .landThisYear, .farmland, .paddy, .grain, .investment, .demand: .project
      case .countyQuota, .countyCap: .county
      case .provincialQuota, .cityQuota, .cityCap: .city
      }
    }
  }

  /// The least and the greatest value.
  public enum Range: Sendable, Equatable {
    /// Difference to the stated amount, in hundredths of a per cent of it.
    case relative(ClosedRange<Int>)
    /// The value itself, in smallest units.
    case absolute(ClosedRange<Int>)
  }

  /// How likely the values of the range are.
  public enum Distribution: String, Sendable, CaseIterable {
    /// All equally.
    case uniform
    /// Most likely the stated amount (or the end of the range next to it), less and less towards both ends.
    case triangular
  }

  /// Name in the file; a stream of random numbers of its own belongs to it.
  public var id: String
  public var amount: Amount
  /// Projects (indices, ascending) to which it is confined; empty: whatever the filter covers.
  public var projects: [Int]
  /// Projects, or of the quotas of counties the counties, that it covers.
  public var filter: Goal.Filter
  public var range: Range
  public var distribution: Distribution
  /// Whether everything covered takes the same place in its range, as under a common cause.
  public var isShared: Bool

  public init(
    id: String, amount: Amount, projects: [Int] = [], filter: Goal.Filter = Goal.Filter(),
    range: Range, distribution: Distribution = .uniform, isShared: Bool = false
  ) {
    self.id = id
    self.amount = amount
    self.projects = projects
    self.filter = filter
    self.range = range
    self.distribution = distribution
    self.isShared = isShared
  }
}

extension Variation {
  /// One amount that a variation covers.
  public struct Target: Sendable, Equatable, Hashable {
    public var amount: Amount
    /// Index of the project or county; `nil` for an amount of the city.
    public var index: Int?
  }

  /// What the variation covers in a scenario, in its order: all that is stated and not 0.
  public func targets(in scenario: Scenario) -> [Target] {
    let owners: [Int?] =
      switch amount.owner {
      case .project: coveredProjects(scenario)
      case .county:
        scenario.counties.indices.filter {
          filter.counties.isEmpty || filter.counties.contains($0)
        }
      case .city: [nil]
      }
    return owners.map { Target(amount: amount, index: $0) }.filter {
      (scenario.amount(of: $0) ?? 0) > 0
    }
  }

  private func coveredProjects(_ scenario: Scenario) -> [Int] {
    let candidates = projects.isEmpty ? Array(scenario.projects.indices) : projects
    return candidates.filter { filter.contains(scenario.projects[$0]) }
  }
}

extension Scenario {
  /// The stated amount of a target, in smallest units; `nil` for a cap that is not set.
  public func amount(of target: Variation.Target) -> Int? {
    let index = target.index ?? 0
    switch target.amount {
    case .landThisYear: return projects[index].landThisYear
    case .farmland: return projects[index].farmland
    case .paddy: return projects[index].paddy
    case .grain: return projects[index].grainCapacity
    case .investment: return projects[index].investmentThisYear
    case .demand(let resource): return projects[index].demands[resource]
    case .provincialQuota: return land.provincialQuota
    case .cityQuota: return land.cityQuota
    case .countyQuota: return land.countyQuota(index)
    case .cityCap(let resource): return resources[resource].cityCap
    case .countyCap(let resource): return resources[resource].countyCap(index)
    }
  }
}
