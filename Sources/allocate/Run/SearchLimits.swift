import GLPKSolver
import Glibc
import LinearProgram
import Policy
import Scenario

/// When to stop searching.
struct SearchLimits {
  var seconds: Int?
  /// Threads to use; as many as there are processors where it is left open.
  var threads: Int?

  /// Relative gap at which a goal counts as solved, in millionths.
  var gap = 0

  /// Moment to stop at, where one question needs several searches; else each search may take ``seconds``.
  private var deadline: ContinuousClock.Instant?

  /// The same for all searches of one question together, counted from now.
  var forWholeQuestion: SearchLimits {
    var copy = self
    copy.deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    return copy
  }

  init(seconds: Int? = nil, threads: Int? = nil, gap: Int = 0) {
    self.seconds = seconds
    self.threads = threads
    self.gap = gap
  }

  /// What the solver is asked; the number of threads never changes what it finds.
  var options: SolverOptions {
    SolverOptions(gap: gap, threads: threads ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
  }

  /// The solver's budget: the deadline, counted from now, and the user's signal; asking it drives the progress line.
  func budget(_ progress: ProgressLine) -> Budget {
    Budget(
      deadline: deadline ?? seconds.map { ContinuousClock.now + .seconds($0) },
      isInterrupted: {
        progress.tick()
        return Interruption.isRequested
      })
  }
}

extension Console {
  /// Searches for the best plan; a broken solver ends the process, since nothing it says may be published.
  func search(
    _ scenario: Scenario, _ limits: SearchLimits, recordingProofs: Bool,
    startingFrom plan: Plan? = nil
  ) throws -> (allotment: Allotment, proofs: [ProofStep]) {
    do throws(RunStop) {
      return try searched(
        scenario, limits, recordingProofs: recordingProofs, startingFrom: plan)
    } catch {
      throw report(error)
    }
  }

  /// Searches for the best plan.
  ///
  /// - Parameter tell: told of every step of the search as it begins.
  /// - Returns: the plan, and the proof of every step if proofs are to be recorded.
  func searched(
    _ scenario: Scenario, _ limits: SearchLimits, recordingProofs: Bool,
    startingFrom plan: Plan? = nil, tell: (AllotmentSearch.Progress) -> Void = { _ in }
  ) throws(RunStop) -> (allotment: Allotment, proofs: [ProofStep]) {
    let progress = ProgressLine(self)
    defer { progress.end() }
    let budget = limits.budget(progress)
    guard let model = PolicyModel(scenario, budget: budget) else {
      return (AllotmentSearch.unstarted(scenario, budget), [])
    }
    do throws(SolverFailure) {
      let search = AllotmentSearch(
        model, solver: GLPKSolver(), options: limits.options, budget: budget,
        startingFrom: plan)
      let tell = { (step: AllotmentSearch.Progress) in
        progress.begin(words(of: step, in: scenario))
        tell(step)
      }
      return recordingProofs
        ? try search.runRecordingProofs(progress: tell) : (try search.run(progress: tell), [])
    } catch {
      throw .solver(error)
    }
  }

  /// Proved values of the goals before one; `nil` if there are none.
  func lockedValues(of model: PolicyModel, before goal: Int) throws -> [Int]? {
    let progress = ProgressLine(self)
    defer { progress.end() }
    do throws(SolverFailure) {
      let search = AllotmentSearch(
        model, solver: GLPKSolver(), budget: SearchLimits().budget(progress))
      return try search.lockedValues(ofFirst: goal) {
        progress.begin(words(of: $0, in: model.scenario))
      }
    } catch {
      throw report(error)
    }
  }

  private func words(of progress: AllotmentSearch.Progress, in scenario: Scenario) -> String {
    switch progress {
    case .solving(let goal):
      let title = scenario.goals[goal].title
      return language.text(
        "目标 \(goal + 1)/\(scenario.goals.count) \(title)",
        "goal \(goal + 1)/\(scenario.goals.count) \(scenario.goals[goal].id)")
    case .settlingSelection:
      return language.text("核对项目组合是否唯一", "looking for other selections")
    case .breakingTies: return language.text("并列取舍", "breaking ties")
    case .findingConflict: return language.text("查找冲突条款", "finding the conflict")
    }
  }
}
