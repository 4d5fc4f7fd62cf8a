public import LinearProgram
public import Policy
internal import Scenario

/// Why a plan is as it is: of projects, what keeps them out or in; of quotas, what more is worth.
public struct Explanation: Sendable, Equatable {
  /// Projects that are left out.
  public var entries: [Entry]
  /// Projects that are supported.
  public var stays: [Stay]
  public var quotas: [QuotaWorth]

  /// Whether everything that was asked is answered and proved.
  public var isProved: Bool {
    entries.allSatisfy(\.isProved) && stays.allSatisfy { $0.verdict != .unknown }
      && quotas.allSatisfy { $0.verdict != .unknown }
  }
}

/// Answers all questions about a plan, several at a time.
public struct ExplainStudy {
  /// What is being worked on, for whoever waits; told from several threads.
  public enum Progress: Sendable {
    case projects
    case quotas
  }

  private let standing: StandingPlan
  private let solver: VariantSolver

  public init(_ standing: StandingPlan, solver: VariantSolver) {
    self.standing = standing
    self.solver = solver
  }

  /// Answers for projects (indices) and quotas, in their order.
  ///
  /// What is not answered when the budget ends is `unknown`, and everything else is whole.
  public func run(
    projects: [Int], quotas: [Lever], tell: @Sendable (Progress, Int) -> Void = { _, _ in }
  ) throws(SolverFailure) -> Explanation {
    let entering = EntryStudy(standing)
    // First what one proof mostly answers for all of them, so that a short budget is enough for it.
    let stays = try StayStudy(standing).stays(
      projects.filter { !entering.isLeftOut($0) }, solver)
    let out = projects.filter { entering.isLeftOut($0) }
    let numbers = Array(out.indices)
    let entries = try solver.several(numbers) { solver, number throws(SolverFailure) in
      tell(.projects, number)
      return try entering.entry(out[number], solver)
    }
    let worths = try QuotaStudy(standing).worths(quotas, solver) { tell(.quotas, $0) }
    return Explanation(entries: entries.compactMap { $0 }, stays: stays, quotas: worths)
  }
}
