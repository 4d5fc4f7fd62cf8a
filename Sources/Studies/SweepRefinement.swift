public import LinearProgram
internal import Policy
public import Scenario

/// Finds where on an axis the selection of projects changes, to the last place of the quantity, by solving half-way again and again.
public struct SweepRefinement: Sendable {
  /// A solved place on the axis.
  public struct Place: Sendable {
    /// How many units of the quantity.
    public var position: Int
    public var variant: SolvedVariant

    public init(position: Int, variant: SolvedVariant) {
      self.position = position
      self.variant = variant
    }
  }

  /// A change of the selection between two neighbouring units of the quantity.
  public struct Step: Sendable {
    public var before: Place
    public var after: Place
  }

  private let base: SolvedVariant
  private let solver: VariantSolver

  public init(around base: SolvedVariant, solver: VariantSolver) {
    self.base = base
    self.solver = solver
  }

  /// All changes that halving finds between the places of an axis, in their order; each is solved on both sides.
  ///
  /// Between two places with the same selection nothing is looked for, unless halving comes upon another selection there.
  ///
  /// - Parameters:
  ///   - places: solved places, by position.
  ///   - scenario: the scenario at a position; `nil` where the quantity cannot take that value.
  /// - Returns: the changes, and whether time sufficed for all of them. A change that it did not suffice for stands between places
  ///   that are further apart.
  public func run(
    _ places: [Place], progress: @Sendable (Int) -> Void = { _ in },
    _ scenario: @Sendable (_ position: Int) -> Scenario?
  ) throws(SolverFailure) -> (steps: [Step], isComplete: Bool) {
    var open = zip(places, places.dropFirst()).map { Step(before: $0, after: $1) }
    var steps: [Step] = []
    var solved = 0
    while !open.isEmpty {
      let wide = open.filter { $0.isChange && $0.width > 1 }
      steps += open.filter { $0.isChange && $0.width <= 1 }
      if wide.isEmpty || solver.isSpent {
        return (sorted(steps + wide), wide.isEmpty)
      }
      let cut = try solver.several(wide) { (single, step) throws(SolverFailure) in
        try halves(step, single, scenario)
      }
      solved += wide.count
      progress(solved)
      steps += zip(wide, cut).filter { $0.1 == nil }.map(\.0)
      open = cut.compactMap { $0 }.flatMap { $0 }
      if solver.isSpent { return (sorted(steps + open.filter(\.isChange)), false) }
    }
    return (sorted(steps), true)
  }

  private func sorted(_ steps: [Step]) -> [Step] {
    steps.sorted { $0.before.position < $1.before.position }
  }

  /// A step cut in two; `nil` where nothing lies between or time ran out.
  private func halves(
    _ step: Step, _ solver: VariantSolver, _ scenario: (Int) -> Scenario?
  ) throws(SolverFailure) -> [Step]? {
    let position = step.before.position + step.width / 2
    guard let scenario = scenario(position) else { return nil }
    let model = PolicyModel(scenario)
    let allotment = try solver.solve(
      model, near: [step.before.variant, step.after.variant, base])
    guard allotment.status == .optimal || allotment.status == .infeasible else { return nil }
    let middle = Place(position: position, variant: SolvedVariant(model, allotment))
    return [Step(before: step.before, after: middle), Step(before: middle, after: step.after)]
  }
}

extension SweepRefinement.Step {
  /// How many units the places are apart.
  public var width: Int { after.position - before.position }

  /// Projects (indices) that are supported on one side only; all that one side supports where the other has no plan.
  public var changed: [Int] {
    let (old, new) = (before.variant.allotment.plan, after.variant.allotment.plan)
    return before.variant.scenario.projects.indices.filter {
      (old?.supports($0) ?? false) != (new?.supports($0) ?? false)
    }
  }

  /// Whether anything changes: a project, or that there is a plan.
  var isChange: Bool {
    (before.variant.allotment.plan == nil) != (after.variant.allotment.plan == nil)
      || !changed.isEmpty
  }
}
