internal import LinearProgram

/// Two workers that search a tree in turns: each works on every other open node for as long, then they tell each other what
/// they have learned.
///
/// There are always two, and a turn ends by effort and not by the clock, so that nothing depends on the number of threads.
final class TurnWorkers {
  private let chief: NodeWorker
  private let lanes: Lanes
  private var workers: [NodeWorker?] = []
  private var news: [NodeWorker.News]

  static var count: Int { 2 }
  /// Effort of one turn: long beside the exchange between turns.
  private static var effort: Int { 400 }

  /// Workers for a box that holds all open nodes; they begin with what the chief knows.
  init(from chief: NodeWorker, problems: [BlockProblem], box: (lower: [Int], upper: [Int]))
    throws(SolverFailure)
  {
    self.chief = chief
    lanes = Lanes(min(chief.options.threads, Self.count))
    news = Array(repeating: NodeWorker.News(), count: Self.count)
    workers = try lanes.map(Self.count) { (_) throws(SolverFailure) in
      let worker = try NodeWorker(
        chief.task, chief.structure, problems, box: box,
        limits: chief.limits, options: chief.options, threads: 1, budget: chief.budget)
      try worker.begin(as: chief, in: box)
      return worker
    }
  }

  deinit {
    // Each worker ends on the thread that made it.
    _ = try? lanes.map(Self.count) { index in self.workers[index] = nil }
  }

  /// One turn of each worker; returns the nodes that are open then.
  func work(on open: [NodeWorker.OpenNode]) throws(SolverFailure) -> [NodeWorker.OpenNode] {
    let sorted = open.sorted { $0.bound != $1.bound ? $0.bound > $1.bound : $0.number > $1.number }
    let base = chief.created
    let turns = try lanes.map(Self.count) { (index) throws(SolverFailure) in
      guard let worker = self.workers[index] else { throw SolverFailure("a worker is missing") }
      for other in self.news.indices where other != index { try worker.learn(self.news[other]) }
      worker.created = base
      worker.open = stride(from: index, to: sorted.count, by: Self.count).map { sorted[$0] }
      try worker.run(effort: Self.effort)
      return (news: worker.tell(), open: worker.takeOpen(), created: worker.created - base)
    }
    news = turns.map(\.news)
    var result: [NodeWorker.OpenNode] = []
    for turn in turns {
      try chief.learn(turn.news)
      let shift = chief.created - base
      for var node in turn.open {
        if node.number > base { node.number += shift }
        result.append(node)
      }
      chief.created += turn.created
    }
    return result
  }
}

extension NodeWorker {
  /// Takes over what the chief knows of a box.
  fileprivate func begin(
    as chief: NodeWorker, in box: (lower: [Int], upper: [Int])
  ) throws(SolverFailure) {
    incumbent = chief.incumbent
    best = chief.best
    threshold = chief.threshold
    isDiving = chief.isDiving
    pseudoCosts = chief.pseudoCosts
    try master.restrict(lower: box.lower, upper: box.upper)
    for plan in chief.master.columns where master.admits(plan) {
      _ = try master.add(BlockSolver.Plan(point: plan.point, value: 0), of: plan.block)
    }
  }
}
