public import Accounts
public import LinearProgram
public import Policy
internal import Scenario

/// What it would take for a project that is left out to come in.
public struct Entry: Sendable, Equatable {
  /// The project (index), and why it is out.
  public var project: Int
  public var refusal: Refusal
  /// The largest size that fits with everything else kept, in 0.01 % of the whole; `nil` where size is not what keeps it out.
  public var largestSize: Int?
  /// What happens if it is forced in and nothing is granted; `nil` behind a gate.
  public var forced: Forced?
  /// The cheapest grant that lands it beside everybody else; `nil` behind a gate.
  public var remedy: Remedy?

  public enum Forced: Sendable, Equatable {
    /// The best plan that supports it.
    case plan(Alternative)
    /// Proved: no plan supports it, whoever makes room.
    case impossible
    /// The search was stopped.
    case unknown
  }

  public enum Remedy: Sendable, Equatable {
    /// Everything suffices as it is; only the goals, or the order of projects, prefer the plan without it.
    case nothingShort
    /// The grants, and what the changed scenario's best plan makes of them.
    case grants([Granted], Effect)
    /// Supported projects (indices) that exclude it, or a project that it requires, stand in its way.
    case excluded([Int])
    /// Projects (indices) that it requires cannot come in themselves, whatever is granted.
    case requires([Int])
    /// Proved: no grant of quotas lands it beside everybody else.
    case impossible
    case unknown
  }

  /// A lever and the amount granted, in smallest units.
  public struct Granted: Sendable, Equatable {
    public var lever: Lever
    public var amount: Int

    public init(lever: Lever, amount: Int) {
      self.lever = lever
      self.amount = amount
    }
  }

  public enum Effect: Sendable, Equatable {
    /// The best plan of the changed scenario supports it.
    case lands(Alternative)
    /// The goals prefer another use of the grant; locking the project in as well gives the second plan.
    case prefersOthers(Alternative, lockedIn: Alternative)
    case unknown
  }

  init(_ project: Int, _ refusal: Refusal) {
    self.project = project
    self.refusal = refusal
  }

  /// Whether everything that was asked is answered and proved.
  public var isProved: Bool {
    if forced == .unknown || remedy == .unknown { return false }
    if case .grants(_, .unknown)? = remedy { return false }
    return true
  }
}

/// Finds what it would take for projects that are left out to come in, each by solving.
public struct EntryStudy: Sendable {
  private let standing: StandingPlan
  private let quotas: [Lever]
  /// Why each project is out; `nil` for a supported one.
  private let refusals: [Refusal?]
  /// Supported projects that cannot stand beside each.
  private let exclusions: [[Int]]

  public init(_ standing: StandingPlan) {
    self.standing = standing
    quotas = Lever.quotas(standing.model).filter { if case .ringFence = $0 { false } else { true } }
    refusals = standing.ledger.refusals()
    let projects = standing.scenario.projects
    var exclusions = projects.map { _ in [Int]() }
    for index in projects.indices {
      for other in projects[index].excludes {
        if standing.selection.contains(other) { exclusions[index].append(other) }
        if standing.selection.contains(index) { exclusions[other].append(index) }
      }
    }
    self.exclusions = exclusions
  }

  /// Projects of a list that are left out although they compete, and those that do not compete.
  public func isLeftOut(_ project: Int) -> Bool { refusals[project] != nil }

  /// The answer for one project that is left out.
  public func entry(_ project: Int, _ solver: VariantSolver) throws(SolverFailure) -> Entry? {
    guard let refusal = refusals[project] else { return nil }
    var entry = Entry(project, refusal)
    switch refusal {
    case .needsNothing, .gate: return entry
    case .requirementMissing, .excluded: break
    case .shortage, .notChosen: entry.largestSize = standing.ledger.largestSize(of: project)
    }
    entry.forced = try forced(project, solver)
    entry.remedy = try remedy(project, solver)
    return entry
  }

  private func forced(_ project: Int, _ solver: VariantSolver) throws(SolverFailure)
    -> Entry.Forced
  {
    guard !solver.isSpent else { return .unknown }
    let allotment = try solver.solve(
      standing.model, under: [.supports(project: project)], startingFrom: standing.plan,
      ceilings: GoalCeilings(of: [standing.outcomes]))
    if allotment.status == .infeasible { return .impossible }
    return Alternative(allotment, against: standing).map { .plan($0) } ?? .unknown
  }

  private func remedy(_ project: Int, _ solver: VariantSolver) throws(SolverFailure)
    -> Entry.Remedy
  {
    let landing = closure(of: project)
    let gated = landing.filter { other in
      if case .gate? = refusals[other] { true } else { false }
    }
    if !gated.isEmpty { return .requires(gated) }
    let rivals = Set(landing.flatMap { exclusions[$0] }).sorted()
    if !rivals.isEmpty { return .excluded(rivals) }
    guard !solver.isSpent else { return .unknown }
    var elastic = ElasticModel(standing.model, quotas: quotas)
    elastic.keep(standing.plan, landing: landing)
    let outcome = try solver.maximize(elastic.cost * -1, over: elastic.program)
    switch outcome {
    case .infeasible: return .impossible
    case .feasible, .unknown: return .unknown
    case .optimal(let solution, _):
      let granted = elastic.grants.compactMap { grant -> Entry.Granted? in
        let notches = solution.point[grant.column]
        return notches > 0 ? Entry.Granted(lever: grant.lever, amount: notches * grant.unit) : nil
      }
      if granted.isEmpty { return .nothingShort }
      let witness = elastic.model.plan(at: solution.point)
      return .grants(granted, try effect(of: granted, on: project, witness, solver))
    }
  }

  /// Solves the changed scenario, and once more with the project locked in where the goals prefer others.
  private func effect(
    of granted: [Entry.Granted], on project: Int, _ witness: Plan, _ solver: VariantSolver
  ) throws(SolverFailure) -> Entry.Effect {
    var changed = standing.scenario
    for grant in granted { grant.lever.apply(grant.amount, to: &changed) }
    let model = PolicyModel(changed)
    let allotment = try solver.solve(model, startingFrom: witness)
    guard let best = Alternative(allotment, against: standing) else { return .unknown }
    if allotment.plan?.supports(project) == true { return .lands(best) }
    let locked = try solver.solve(
      model, under: [.supports(project: project)], startingFrom: witness,
      ceilings: GoalCeilings(of: [allotment.goals]))
    guard let lockedIn = Alternative(locked, against: standing) else { return .unknown }
    return .prefersOthers(best, lockedIn: lockedIn)
  }

  /// The project and all that it requires, directly or not, and that is not supported, ascending.
  private func closure(of project: Int) -> [Int] {
    var (found, open): (Set<Int>, [Int]) = ([project], [project])
    while let next = open.popLast() {
      for other in standing.scenario.projects[next].requires
      where refusals[other] != nil && refusals[other] != .needsNothing {
        if found.insert(other).inserted { open.append(other) }
      }
    }
    return found.sorted()
  }
}
