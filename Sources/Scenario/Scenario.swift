/// All facts of one year's allotment, in exact integers; the one thing every later step starts from.
///
/// A value of this type is canonical: counties stand in print order, projects in order of their ids (UTF-8 bytes),
/// resources in the order of the file. Two files that state the same facts in other units, or with their rows in
/// another order, give equal scenarios.
///
/// Smallest units: land 1/3 m² (see ``Area``), money 1 元, grain capacity 1 公斤, a resource its declared
/// resolution, merit 0.0001 point.
public struct Scenario: Sendable, Equatable {
  /// Title printed on every table.
  public var title: String
  /// Plan year.
  public var year: Int
  /// Whether the figures are made up; every output then says 示例数据.
  public var isSampleData: Bool
  /// Names of the counties in print order; other types refer to them by index.
  public var counties: [String]
  /// All projects, sorted by id.
  public var projects: [Project]
  /// Land quotas, stock land and the rules L-1 to L-4 and S-1.
  public var land: LandRules
  /// Farmland banks and the rules F-1 to F-3.
  public var farmland: FarmlandRules
  /// Declared resources (energy, coal, water, pollutants and any other).
  public var resources: [Resource]
  /// How merit is scored (M-1); `nil` where the scenario does not score.
  public var merit: MeritRule?
  /// Target for the year's investment (G-1).
  public var investmentTarget: InvestmentTarget?
  /// Number of projects per key level and stage that the plan announces (G-1).
  public var expectedCounts: [ExpectedCount]
  /// Goals in the order in which they are solved and locked.
  public var goals: [Goal]
  /// Projects (indices, ascending) of the plan to stay near to; `nil` where there is none.
  public var baseline: [Int]?
  /// Indicator values for the monthly bulletin (D-1, D-2), sorted by month, indicator, county.
  public var bulletin: [BulletinValue]
  /// Amounts that are not known for certain, sorted by id; they change no plan, only what is asked about risk.
  public var uncertainty: [Variation]

  /// Creates a scenario; only title, year, counties and projects have no default.
  public init(
    title: String, year: Int, isSampleData: Bool = false, counties: [String], projects: [Project],
    land: LandRules = LandRules(), farmland: FarmlandRules = FarmlandRules(),
    resources: [Resource] = [], merit: MeritRule? = nil, investmentTarget: InvestmentTarget? = nil,
    expectedCounts: [ExpectedCount] = [], goals: [Goal] = Goal.defaultOrder, baseline: [Int]? = nil,
    bulletin: [BulletinValue] = [], uncertainty: [Variation] = []
  ) {
    self.title = title
    self.year = year
    self.isSampleData = isSampleData
    self.counties = counties
    self.projects = projects
    self.land = land
    self.farmland = farmland
    self.resources = resources
    self.merit = merit
    self.investmentTarget = investmentTarget
    self.expectedCounts = expectedCounts
    self.goals = goals
    self.baseline = baseline
    self.bulletin = bulletin
    self.uncertainty = uncertainty
  }

  /// The nine counties and zones of the city in their fixed print order, used where a file names none.
  public static let defaultCounties = [
    "海港区", "山海关区", "北戴河区", "抚宁区", "昌黎县", "卢龙县", "青龙满族自治县", "秦皇岛经济技术开发区", "北戴河新区",
  ]
}

/// Whole numbers of 1/3 m², the unit in which both 0.01 亩 and 0.0001 公顷 are exact.
public enum Area {
  /// One 亩 (2000/3 m²).
  public static let mu = 2_000
  /// One hundredth of a 亩, the last place of a land table in 亩.
  public static let centimu = 20
  /// One 公顷 (10,000 m²).
  public static let hectare = 30_000
  /// One m², the last place of a land table in 公顷.
  public static let squareMetre = 3
}

/// The number of projects announced for one level and stage (G-1).
public struct ExpectedCount: Sendable, Equatable {
  public var level: Level
  public var stage: Stage
  public var count: Int

  public init(level: Level, stage: Stage, count: Int) {
    self.level = level
    self.stage = stage
    self.count = count
  }
}

/// The investment that the year's supported projects should reach (G-1).
public struct InvestmentTarget: Sendable, Equatable {
  /// Target in 元.
  public var amount: Int
  /// `true`: a floor the plan must reach; `false` (default): a figure reported against.
  public var isHardFloor: Bool

  public init(amount: Int, isHardFloor: Bool = false) {
    self.amount = amount
    self.isHardFloor = isHardFloor
  }
}

/// One county's value of one indicator in one month, for the bulletin (D-1).
public struct BulletinValue: Sendable, Equatable {
  /// Month as `YYYY-MM`.
  public var month: String
  /// Name of the indicator, e.g. 市重点项目投资完成率.
  public var indicator: String
  /// Index of the county.
  public var county: Int
  /// Value in hundredths of a per cent.
  public var value: Int

  public init(month: String, indicator: String, county: Int, value: Int) {
    self.month = month
    self.indicator = indicator
    self.county = county
    self.value = value
  }
}
