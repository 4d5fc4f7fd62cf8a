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
    var position: [Level: [Stage?: Int]] = [:]
    for (index, account) in accounts.enumerated() {
      position[account.level, default: [:]][account.stage] = index
    }
    for (project, account) in zip(scenario.projects, projects) {
      guard let index = position[project.level]?[project.stage] else { continue }
      accounts[index].projects += 1
      accounts[index].investment += project.investmentThisYear
      if project.needsNothing {
        accounts[index].unassistedInvestment += project.investmentThisYear
      } else {
        accounts[index].competing += 1
        accounts[index].supported += account.isSupported ? 1 : 0
        accounts[index].supportedInvestment += account.investment
      }
    }
    return accounts
  }
}
