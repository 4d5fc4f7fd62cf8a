import Accounts
import Answers
import LinearProgram
import Policy
import Scenario
import ScenarioIO
import Studies

extension Console {
  /// Solves all points of a sweep, and looks for the exact values where projects come in or go out if that is wanted.
  func sweep(
    _ range: SweepRange, around base: SolvedCase, refine: Bool, _ limits: SearchLimits
  ) throws -> SweepAnswer {
    let known = SolvedVariant(PolicyModel(base.scenario), base.allotment)
    let count = range.grid.count
    let solved = try study(language.text("求解 \(count) 点", "solving \(count) points"), limits) {
      solver, progress throws(SolverFailure) in
      try Studies.Sweep(range.grid, around: known, solver: solver).run(
        progress: { done in
          progress.begin(language.text("已求解 \(done)/\(count) 点", "\(done)/\(count) points"))
        }, { range.scenarios[$0] })
    }
    let points = try solved.map { variant in
      try variant.map { try accounted($0.allotment, $0.scenario) }
    }
    guard refine else {
      return SweepAnswer(
        name: base.name, base: base.subject, axes: range.swept, grid: range.grid, points: points)
    }
    let (steps, isComplete) = try refined(range, solved, known, limits)
    return SweepAnswer(
      name: base.name, base: base.subject, axes: range.swept, grid: range.grid, points: points,
      refined: steps, isRefined: isComplete)
  }

  /// A plan with its accounts, checked; a plan that fails ends the process.
  func accounted(_ allotment: Allotment, _ scenario: Scenario) throws -> AccountedCase {
    let subject = AccountedCase(scenario, allotment)
    if let ledger = subject.ledger { try requireSound(subject.allotment, ledger) }
    return subject
  }

  /// The changes of the selection between the points of the only axis, to the last place of its amounts.
  private func refined(
    _ range: SweepRange, _ points: [SolvedVariant?], _ base: SolvedVariant,
    _ limits: SearchLimits
  ) throws -> (steps: [SweepAnswer.Refined], isComplete: Bool) {
    guard let amounts = range.swept[0].amounts, let first = amounts.first else {
      complain(
        language.text(
          "错误: --refine 要求各取值是同一单位的数", "error: --refine needs values that are numbers of one unit"))
      throw ExitStatus.usage.code
    }
    let amount = { @Sendable (digits: Int) in
      WrittenAmount(digits: digits, decimals: first.decimals, unit: first.unit)
    }
    var places: [SweepRefinement.Place] = []
    for case (let amount, let variant?) in zip(amounts, points) {
      places.append(.init(position: amount.digits, variant: variant))
    }
    places.sort { $0.position < $1.position }
    let found = try study(language.text("求进出点", "thresholds"), limits) {
      solver, progress throws(SolverFailure) in
      try SweepRefinement(around: base, solver: solver).run(
        places,
        progress: { done in
          progress.begin(language.text("求进出点，已求解 \(done) 次", "thresholds, \(done) solved"))
        }, { range.scenario(at: amount($0)) })
    }
    let steps = try found.steps.map { step in
      SweepAnswer.Refined(
        before: amount(step.before.position), after: amount(step.after.position),
        cases: (
          try accounted(step.before.variant.allotment, step.before.variant.scenario),
          try accounted(step.after.variant.allotment, step.after.variant.scenario)
        ), isExact: step.width == 1)
    }
    return (steps, found.isComplete)
  }
}
