import Scenario

/// Why a project is not supported: the first reason of `docs/model.md` section 8 that holds.
public enum Refusal: Sendable, Equatable {
  /// It needs nothing this year.
  case needsNothing
  /// A rule keeps it out, M-1 or A-3.
  case gate(Gate)
  /// required projects (indices) that compete and are not supported.
  case requirementMissing([Int])
  /// supported projects (indices) that cannot stand beside it.
  case excluded([Int])
  /// Something is short; granting all of it lands the project and takes nothing from anyone.
  case shortage([Shortage])
  /// Nothing is short: a goal, or the tie-break, prefers the plan without it.
  case notChosen

  /// Stable code, as in the tables and in `result.json`.
  public var code: String {
    switch self {
    case .needsNothing: "needs_nothing"
    case .gate(let gate): gate.rawValue
    case .requirementMissing: "requirement_missing"
    case .excluded: "excluded"
    case .shortage: "shortage"
    case .notChosen: "not_chosen"
    }
  }

  /// Clauses it rests on, each once.
  public var clauses: [String] {
    switch self {
    case .needsNothing: ["G-1"]
    case .gate(let gate): [gate.clause]
    case .requirementMissing, .excluded: ["A-4"]
    case .shortage(let shortages):
      shortages.reduce(into: []) { if !$0.contains($1.clause) { $0.append($1.clause) } }
    case .notChosen: ["A-7"]
    }
  }
}

extension Ledger {
  /// Why each project is not supported; `nil` for a supported one.
  public func refusals() -> [Refusal?] {
    var excludedBy = [[Int]](repeating: [], count: projects.count)
    for index in scenario.projects.indices {
      for other in scenario.projects[index].excludes {
        excludedBy[index].append(other)
        excludedBy[other].append(index)
      }
    }
    let finder = ShortageFinder(ledger: self)
    return projects.indices.map { index in
      projects[index].isSupported
        ? nil : refusal(of: index, conflicts: excludedBy[index], finder: finder)
    }
  }

  /// Why a supported project does not get so many steps, with everything else kept as it is.
  public func refusal(of project: Int, upTo steps: Int) -> Refusal {
    let shortages = ShortageFinder(ledger: self).shortages(of: project, upTo: steps)
    return shortages.isEmpty ? .notChosen : .shortage(shortages)
  }

  private func refusal(of index: Int, conflicts: [Int], finder: ShortageFinder) -> Refusal {
    if scenario.projects[index].needsNothing { return .needsNothing }
    for gate in Gate.allCases
    where gate.keepsOut(index, of: scenario, merit: merit) { return .gate(gate) }
    let missing = scenario.projects[index].requires.filter {
      !scenario.projects[$0].needsNothing && !projects[$0].isSupported
    }
    if !missing.isEmpty { return .requirementMissing(missing.sorted()) }
    let rivals = conflicts.filter { projects[$0].isSupported }
    if !rivals.isEmpty { return .excluded(Set(rivals).sorted()) }
    let shortages = finder.shortages(of: index)
    return shortages.isEmpty ? .notChosen : .shortage(shortages)
  }
}
