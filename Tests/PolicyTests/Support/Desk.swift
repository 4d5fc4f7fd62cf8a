import GLPKSolver
import LinearProgram
import Policy
import Scenario
import Testing

/// What a clause test needs: small scenarios in 亩, and what the search makes of them.
enum Desk {
  static let mu = Area.mu

  /// A scenario of two counties in which only what the test adds is scarce.
  static func scenario(
    _ projects: [Project], _ change: (inout Scenario) -> Void = { _ in }
  ) -> Scenario {
    var scenario = Scenario(
      title: "条款", year: 2018, counties: ["甲县", "乙县"],
      projects: projects.sorted { $0.id < $1.id })
    scenario.land.cityQuota = 100 * mu
    scenario.land.provincialQuota = 50 * mu
    change(&scenario)
    return scenario
  }

  /// A project that needs land, areas in 亩.
  static func project(
    _ id: String, _ level: Level = .municipal, county: Int = 0, land: Int, farmland: Int = 0,
    paddy: Int = 0, grain: Int = 0, investment: Int = 0, demands: [Int] = []
  ) -> Project {
    Project(
      id: id, name: "项目\(id)", level: level, county: county, investmentThisYear: investment,
      landTotal: land * mu, landThisYear: land * mu, farmland: farmland * mu, paddy: paddy * mu,
      grainCapacity: grain, demands: demands)
  }

  /// A rule that gives every project with land 10 points, so that other and reserve projects count for something.
  static let tenPoints = MeritRule(
    form: .benchmark,
    terms: [MeritRule.Term(indicator: .energy, weight: 10, benchmark: Ratio(1))], cap: Ratio(1))

  /// A county's account that has met a task of nothing; areas in 亩.
  static func bank(county: Int, quantity: Int, paddy: Int = 0, grain: Int = 0) -> CountyBank {
    CountyBank(
      county: county, opening: BankAmounts(quantity: quantity * mu, paddy: paddy * mu, grain: grain)
    )
  }

  /// Solves a scenario, with all clauses or without one of them.
  static func solve(_ scenario: Scenario, without clause: String? = nil) throws -> Allotment {
    let ids = ClauseRegistry.ids.filter { $0 != clause }
    return try AllotmentSearch(PolicyModel(scenario, clauses: ids), solver: GLPKSolver()).run()
  }

  /// Ids of the projects that a proved plan supports.
  static func supported(
    _ scenario: Scenario, without clause: String? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> [String] {
    let allotment = try solve(scenario, without: clause)
    #expect(allotment.status == .optimal, sourceLocation: sourceLocation)
    let plan = try #require(allotment.plan, sourceLocation: sourceLocation)
    return scenario.projects.indices.filter(plan.supports).map { scenario.projects[$0].id }
  }

  /// Value of a goal of a solved scenario.
  static func value(_ goal: String, _ allotment: Allotment) -> Int? {
    allotment.goals.first { $0.goal.id == goal }?.value
  }

  /// Checks the rows of a clause against its golden file.
  static func expectGolden(
    _ clause: String, _ scenario: Scenario,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let rows = ProgramText.rows(of: clause, PolicyModel(scenario))
    let path = "Tests/PolicyTests/Golden/\(clause).lp"
    let isSame = PackageFile.holds(rows, path)
    #expect(isSame, "\(path) differs from:\n\(rows)", sourceLocation: sourceLocation)
  }

  /// Checks that a scenario has no plan, the clauses that contradict each other, and that the remedy is confirmed.
  @discardableResult
  static func expectConflict(
    _ scenario: Scenario, of clauses: [String], remedies: [String],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> Conflict {
    let allotment = try solve(scenario)
    #expect(allotment.status == .infeasible, sourceLocation: sourceLocation)
    #expect(allotment.plan == nil, sourceLocation: sourceLocation)
    let conflict = try #require(allotment.conflict, sourceLocation: sourceLocation)
    #expect(
      conflict.items.map(\.clause).sorted() == clauses.sorted(), sourceLocation: sourceLocation)
    #expect(conflict.isMinimal, sourceLocation: sourceLocation)
    #expect(conflict.remedies.map(\.clause) == remedies, sourceLocation: sourceLocation)
    #expect(conflict.isRemedyConfirmed, sourceLocation: sourceLocation)
    return conflict
  }
}
