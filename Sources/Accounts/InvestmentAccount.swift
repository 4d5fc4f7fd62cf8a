public import Scenario

/// Projects and investment of one level and stage (G-1).
public struct InvestmentAccount: Sendable, Equatable {
  public var level: Level
  /// `nil`: no stage given.
  public var stage: Stage?
  /// Number that the plan announces; `nil` where it announces none.
  public var announced: Int?
  /// Number of projects.
  public var projects = 0
  /// Number of projects that compete.
  public var competing = 0
  /// Number of projects that are supported.
  public var supported = 0
  /// Investment of the year, 元: all projects.
  public var investment = 0
  /// Investment of the year, 元: what is supported.
  public var supportedInvestment = 0
  /// Investment of the year, 元: projects that need nothing.
  public var unassistedInvestment = 0

  /// Projects that compete and are not supported.
  public var refused: Int { competing - supported }
  /// Projects that need nothing.
  public var needingNothing: Int { projects - competing }
  /// Investment of the year of competing projects that is not supported, 元.
  public var refusedInvestment: Int { investment - supportedInvestment - unassistedInvestment }
}

extension Ledger {
  /// One account per level and stage, stages last without one; all 20, also empty ones.
  public func investmentAccounts() -> [InvestmentAccount] {
    let stages = Stage.allCases.map(Optional.some) + [nil]
    var accounts = Level.allCases.flatMap { level in
      stages.map { stage in
        let announced = scenario.expectedCounts.first { $0.level == level && $0.stage == stage }
        return InvestmentAccount(level: level, stage: stage, announced: announced?.count)
      }
    }
    let levels = Level.allCases
    for project in scenario.projects.indices {
      let level = levels.firstIndex(of: scenario.projects[project].level) ?? 0
      let stage = stages.firstIndex(of: scenario.projects[project].stage) ?? 0
      let index = level * stages.count + stage
      let investment = scenario.projects[project].investmentThisYear
      accounts[index].projects += 1
      accounts[index].investment += investment
      if scenario.projects[project].needsNothing {
        accounts[index].unassistedInvestment += investment
      } else {
        accounts[index].competing += 1
        accounts[index].supported += projects[project].isSupported ? 1 : 0
        accounts[index].supportedInvestment += projects[project].investment
      }
    }
    return accounts
  }
}
