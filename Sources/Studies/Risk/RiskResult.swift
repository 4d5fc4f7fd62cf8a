public import Accounts
public import Scenario

/// What became of one sample.
public struct RiskSample: Sendable, Equatable {
  /// Number of the sample, from 1.
  public var number: Int
  /// The best plan of the sample; `nil` where it is proved that no plan keeps all clauses.
  public var best: Best?
  /// What the plan that is best as the scenario is stated breaks if it is carried out unchanged in the sample: hard limits, each with
  /// what is used, and rules on projects, in the order of the accounts; `nil` where there is no such plan.
  public var broken: [ConstraintLine]?

  /// The best plan of a sample, as accounted.
  public struct Best: Sendable, Equatable {
    /// Supported steps of each project.
    public var steps: [Int]
    /// Value of each goal, in smallest units.
    public var goals: [Int]
    /// How it keeps each promise.
    public var guarantees: [RiskGuarantee.Promise: RiskGuarantee]
    /// Quotas that some project lacks which is left out for nothing else, each once.
    public var short: [ShortQuota]
  }
}

/// A quota that stops projects.
public struct ShortQuota: Sendable, Equatable, Hashable {
  public var indicator: Shortage.Indicator
  public var clause: String

  /// The quotas that stop projects in the accounts of a plan, each once, in the order of the projects.
  public static func all(in ledger: Ledger) -> [ShortQuota] {
    var seen: Set<ShortQuota> = []
    var quotas: [ShortQuota] = []
    for case .shortage(let shortages)? in ledger.refusals() {
      for shortage in shortages {
        let quota = ShortQuota(indicator: shortage.indicator, clause: shortage.clause)
        if seen.insert(quota).inserted { quotas.append(quota) }
      }
    }
    return quotas
  }

  public static func == (first: ShortQuota, second: ShortQuota) -> Bool {
    first.indicator == second.indicator && first.clause == second.clause
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(clause)
    switch indicator {
    case .newLand: hasher.combine(0)
    case .compensation(let bank): hasher.combine(1 + bank.rawValue)
    case .resource(let index, let county):
      hasher.combine(10 + index)
      hasher.combine(county)
    }
  }
}

/// A selection of projects that was best once, and in how many samples it can be carried out.
public struct RiskCandidate: Sendable, Equatable {
  /// What the selection is worth in the scenario as it is stated.
  public enum BaseCase: Sendable, Equatable {
    /// Value of each goal of the best plan with this selection.
    case goals([Int])
    /// It cannot be carried out there.
    case impossible
  }

  /// Supported steps of each project.
  public var steps: [Int]
  /// Whether it is the selection of the plan that is best as the scenario is stated.
  public var isBase: Bool
  /// Number of samples in which it is the selection of the best plan.
  public var best: Int
  /// For each sample, in order, whether it can be carried out: the selection kept, land arranged anew.
  public var holds: [Bool]
  public var baseCase: BaseCase

  /// Number of samples in which it can be carried out.
  public var held: Int { holds.count { $0 } }
}

/// What the samples of a scenario show.
public struct RiskResult: Sendable, Equatable {
  /// Number of samples asked for.
  public var requested: Int
  /// The samples that were solved to their proved end: the first ones, without a gap.
  public var samples: [RiskSample]
  /// The selections that are best in them or as stated, each tried in all of them, the one that holds best first: in most samples,
  /// then best by the goals as stated.
  public var candidates: [RiskCandidate]

  /// Whether everything asked for was found out.
  public var isComplete: Bool { samples.count == requested }

  /// The samples that have a plan.
  public var plans: [RiskSample.Best] { samples.compactMap(\.best) }

  /// Number of samples without any plan.
  public var withoutPlan: Int { samples.count { $0.best == nil } }

  /// The selection that can be carried out in most samples; `nil` if there is none.
  public var holdsBest: RiskCandidate? { candidates.first }

  /// The selection of the plan that is best as stated; `nil` if there is none.
  public var base: RiskCandidate? { candidates.first(where: \.isBase) }

  /// For every sample that has a plan, in how many cases its best plan breaks a promise.
  public func broken(_ promise: RiskGuarantee.Promise) -> [Int] {
    plans.map { $0.guarantees[promise]?.broken ?? 0 }
  }

  /// Number of samples in which the plan as stated, carried out unchanged, breaks something of a kind; `nil` without such a plan.
  public func overruns(where isMeant: (ConstraintLine) -> Bool) -> Int? {
    guard samples.contains(where: { $0.broken != nil }) else { return nil }
    return samples.count { $0.broken?.contains(where: isMeant) == true }
  }

  /// In how many samples each project is supported.
  public func landed(of scenario: Scenario) -> [Int] {
    var counts = Array(repeating: 0, count: scenario.projects.count)
    for plan in plans {
      for project in counts.indices where plan.steps[project] > 0 { counts[project] += 1 }
    }
    return counts
  }

  /// In how many samples each quota stops a project, in an order of its own.
  public var shortCounts: [ShortQuota: Int] {
    plans.reduce(into: [:]) { counts, plan in
      for quota in plan.short { counts[quota, default: 0] += 1 }
    }
  }
}

/// Least value, quartiles and greatest value of a list.
public struct Distribution: Sendable, Equatable {
  public var least: Int
  public var lowerQuartile: Int
  public var median: Int
  public var upperQuartile: Int
  public var greatest: Int

  /// The distribution of values; `nil` if there are none.
  ///
  /// The quartiles are values of the list: those in place ⌈n÷4⌉, ⌈n÷2⌉ and ⌈3n÷4⌉ from below.
  public init?(_ values: [Int]) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    func place(_ quarters: Int) -> Int { sorted[(quarters * sorted.count + 3) / 4 - 1] }
    least = first
    (lowerQuartile, median, upperQuartile) = (place(1), place(2), place(3))
    greatest = last
  }
}
