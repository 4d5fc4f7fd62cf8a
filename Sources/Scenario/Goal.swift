/// One goal of the lexicographic order: a weighted sum of measures, maximised or minimised, then locked.
public struct Goal: Sendable, Equatable {
  /// Direction of a goal.
  public enum Sense: String, Sendable, CaseIterable {
    case maximize
    case minimize
  }

  /// What a term of a goal measures; units in ``Measure/unit``.
  public enum Measure: Sendable, Equatable {
    /// Number of supported projects, each counted with its priority.
    case supported
    /// Investment of the year of supported projects, 元 (divisible: in proportion).
    case investment
    /// Merit of supported projects, 0.0001 point.
    case merit
    /// New construction land, 1/3 m².
    case newLand
    /// Stock land, 1/3 m².
    case stockLand
    /// Farmland to compensate, 1/3 m².
    case farmland
    /// Paddy to compensate, 1/3 m².
    case paddy
    /// Grain capacity to compensate, 公斤.
    case grain
    /// Compensation that crosses a county boundary, in the unit of the bank.
    case transfer(Bank)
    /// Charged demand of a resource (index), in its resolution.
    case resource(Int)
    /// Number of projects in which the plan differs from the baseline.
    case baselineChanges
  }

  /// Which projects a term covers; an empty list means all.
  public struct Filter: Sendable, Equatable {
    public var levels: [Level]
    public var counties: [Int]
    public var categories: [String]
    public var stages: [Stage]

    public init(
      levels: [Level] = [], counties: [Int] = [], categories: [String] = [], stages: [Stage] = []
    ) {
      self.levels = levels
      self.counties = counties
      self.categories = categories
      self.stages = stages
    }

    /// Whether a project is covered.
    @inlinable
    public func contains(_ project: Project) -> Bool {
      contains(
        level: project.level, county: project.county, category: project.category,
        stage: project.stage)
    }

    /// Whether a project with these facts is covered.
    @inlinable
    public func contains(
      level: Level, county: Int, category: @autoclosure () -> String, stage: Stage?
    ) -> Bool {
      (levels.isEmpty || levels.contains(level)) && (counties.isEmpty || counties.contains(county))
        && (categories.isEmpty || categories.contains(category()))
        && (stages.isEmpty || stage.map { stages.contains($0) } ?? false)
    }
  }

  /// One weighted measure.
  public struct Term: Sendable, Equatable {
    public var measure: Measure
    public var weight: Int
    public var filter: Filter

    public init(_ measure: Measure, weight: Int = 1, filter: Filter = Filter()) {
      self.measure = measure
      self.weight = weight
      self.filter = filter
    }
  }

  /// Name in `result.json`, on the command line and in the exported model.
  public var id: String
  /// Clause it comes from, e.g. `L-1`; empty for a goal the scenario adds.
  public var clause: String
  /// Title in tables.
  public var title: String
  public var sense: Sense
  public var terms: [Term]

  public init(id: String, clause: String = "", title: String, sense: Sense, terms: [Term]) {
    self.id = id
    self.clause = clause
    self.title = title
    self.sense = sense
    self.terms = terms
  }
}

extension Goal {
  private static func one(
    _ id: String, _ clause: String, _ title: String, _ sense: Sense, _ measure: Measure,
    _ levels: [Level] = []
  ) -> Goal {
    Goal(
      id: id, clause: clause, title: title, sense: sense,
      terms: [Term(measure, filter: Filter(levels: levels))])
  }

  /// The default order of goals; a `baseline` goal comes last where the scenario has a baseline.
  ///
  /// The declared tie-break (project id order) is no goal: it follows every order.
  public static let defaultOrder: [Goal] = [
    one("municipal_guaranteed", "L-1", "市重点项目用地全额保障", .maximize, .supported, [.municipal]),
    one("provincial_supported", "L-4", "省重点项目落地", .maximize, .supported, [.provincial]),
    one("investment", "G-1", "重点项目年度投资", .maximize, .investment, [.provincial, .municipal]),
    one("merit", "M-1", "重点项目亩均综合得分", .maximize, .merit, [.provincial, .municipal]),
    one("others_merit", "R-2", "其他和储备项目得分", .maximize, .merit, [.other, .reserve]),
    one("new_land", "L-2", "新增建设用地最少", .minimize, .newLand),
    one("stock_land", "L-2", "存量土地最多", .maximize, .stockLand),
    one("farmland", "F-1", "占用耕地最少", .minimize, .farmland),
    one("paddy", "F-1", "占用水田最少", .minimize, .paddy),
    one("transfer_quantity", "F-1", "跨县区调剂数量最少", .minimize, .transfer(.quantity)),
    one("transfer_paddy", "F-1", "跨县区调剂水田最少", .minimize, .transfer(.paddy)),
    one("transfer_grain", "F-1", "跨县区调剂产能最少", .minimize, .transfer(.grain)),
  ]

  /// Goal 9's first half: as few changes against the baseline plan as possible.
  public static let nearestToBaseline = one(
    "baseline", "", "与基准方案差异最少", .minimize, .baselineChanges)

  /// The number under which planners know a default goal (1 to 9); `nil` for a goal the scenario adds.
  public var policyNumber: Int? {
    switch id {
    case "municipal_guaranteed": 1
    case "provincial_supported": 2
    case "investment": 3
    case "merit": 4
    case "others_merit": 5
    case "new_land", "stock_land": 6
    case "farmland", "paddy": 7
    case "transfer_quantity", "transfer_paddy", "transfer_grain": 8
    case "baseline": 9
    default: nil
    }
  }
}
