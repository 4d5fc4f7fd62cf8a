/// Level of a project in the city's lists.
public enum Level: String, Sendable, CaseIterable {
  case provincial = "省重点"
  case municipal = "市重点"
  case other = "其他"
  case reserve = "储备"

  /// Whether the project is on the provincial or the municipal key list.
  public var isKey: Bool { self == .provincial || self == .municipal }
}

/// Stage that a project is to reach this year (G-1).
public enum Stage: String, Sendable, CaseIterable {
  case starting = "计划开工"
  case continuing = "续建"
  case production = "保投产"
  case preparatory = "前期"
}

/// Decision that the scenario takes for a project in advance.
public enum Lock: String, Sendable, CaseIterable {
  case none = "无"
  case lockedIn = "锁入"
  case lockedOut = "锁出"
}

/// How a project may be supported in part: in `minimumSteps ... steps` equal steps.
///
/// Every amount of a divisible project is a whole multiple of `steps` smallest units.
public struct Division: Sendable, Equatable {
  /// Number of equal steps that make the whole project (at least 2).
  public var steps: Int
  /// Least number of steps that makes sense (at least 1).
  public var minimumSteps: Int

  public init(steps: Int, minimumSteps: Int) {
    self.steps = steps
    self.minimumSteps = minimumSteps
  }
}

/// One project as its sponsor applied for it.
public struct Project: Sendable, Equatable {
  public var id: String
  public var name: String
  public var level: Level
  /// Index of the county in ``Scenario/counties``.
  public var county: Int
  public var stage: Stage?
  /// Class of industry (类别), which E-1 names; empty where none is given.
  public var category: String
  /// Branch (行业), which coefficients of resources refer to; empty where none is given.
  public var sector: String

  /// Investment of the year, 元.
  public var investmentThisYear: Int
  /// Total investment, 元; used by M-1.
  public var totalInvestment: Int?
  /// Output of a year at capacity, 元; used by M-1.
  public var annualOutput: Int?
  /// Taxes of a year at capacity, 元; used by M-1.
  public var annualTax: Int?

  /// Land of the whole life of the project, 1/3 m²; the denominator of the per-mu indicators.
  public var landTotal: Int
  /// Land needed this year, 1/3 m²; what the plan allots.
  public var landThisYear: Int
  /// Farmland within this year's land, 1/3 m².
  public var farmland: Int
  /// Paddy within that farmland, 1/3 m².
  public var paddy: Int
  /// Grain capacity of that farmland, 公斤.
  public var grainCapacity: Int
  /// Demand of each resource, in its resolution, before coefficients; as long as ``Scenario/resources``.
  public var demands: [Int]
  /// Replacement already completed of each resource (coal: 已完成替代), in its resolution; as long as `demands`.
  public var retired: [Int]

  /// Whether the project conforms to the plans.
  public var conformsToPlans: Bool
  /// Whether it has the approvals it needs this year.
  public var isApproved: Bool
  public var division: Division?
  /// Indices of projects without which this one makes no sense, ascending.
  public var requires: [Int]
  /// Indices of projects that cannot be supported beside this one, ascending.
  public var excludes: [Int]
  public var lock: Lock
  /// Weight in the counting goals (1 where the scenario sets none).
  public var priority: Int

  public var exemption: ExemptionEvidence
  public var stewardship: Stewardship

  /// Creates a project; everything but identity, level and county has a default that asks for nothing.
  public init(
    id: String, name: String, level: Level, county: Int, stage: Stage? = nil, category: String = "",
    sector: String = "", investmentThisYear: Int = 0, totalInvestment: Int? = nil,
    annualOutput: Int? = nil, annualTax: Int? = nil, landTotal: Int = 0, landThisYear: Int = 0,
    farmland: Int = 0, paddy: Int = 0, grainCapacity: Int = 0, demands: [Int] = [],
    retired: [Int]? = nil, conformsToPlans: Bool = true, isApproved: Bool = true,
    division: Division? = nil, requires: [Int] = [], excludes: [Int] = [], lock: Lock = .none,
    priority: Int = 1, exemption: ExemptionEvidence = ExemptionEvidence(),
    stewardship: Stewardship = Stewardship()
  ) {
    self.id = id
    self.name = name
    self.level = level
    self.county = county
    self.stage = stage
    self.category = category
    self.sector = sector
    self.investmentThisYear = investmentThisYear
    self.totalInvestment = totalInvestment
    self.annualOutput = annualOutput
    self.annualTax = annualTax
    self.landTotal = landTotal
    self.landThisYear = landThisYear
    self.farmland = farmland
    self.paddy = paddy
    self.grainCapacity = grainCapacity
    self.demands = demands
    self.retired = retired ?? Array(repeating: 0, count: demands.count)
    self.conformsToPlans = conformsToPlans
    self.isApproved = isApproved
    self.division = division
    self.requires = requires
    self.excludes = excludes
    self.lock = lock
    self.priority = priority
    self.exemption = exemption
    self.stewardship = stewardship
  }

  /// Whether the project asks for nothing that is allotted this year; it then neither competes nor counts.
  @inlinable
  public var needsNothing: Bool { landThisYear == 0 && demands.allSatisfy { $0 == 0 } }

  /// Number of steps of the whole project: 1 unless it is divisible.
  @inlinable
  public var steps: Int { division?.steps ?? 1 }

  /// Least number of steps if it is supported at all.
  @inlinable
  public var minimumSteps: Int { division?.minimumSteps ?? 1 }
}
