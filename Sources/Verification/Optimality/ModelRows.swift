import Certificate
import Scenario

/// The rows of the integer program (section 4 of the model), each under its name.
struct ModelRows {
  let columns: ModelColumns
  private(set) var program: Program

  var parameters: Parameters { columns.parameters }
  var scenario: Scenario { columns.parameters.scenario }

  init(_ columns: ModelColumns) {
    self.columns = columns
    program = columns.program
    for project in parameters.competing { addGates(project) }
    for project in parameters.competing { addRelations(project) }
    addStockLand()
    addZones()
    addQuotas()
    if parameters.banks.exist { addBanks() }
    addGrain()
    addLimits()
  }

  /// Adds a row, unless it has no columns and holds anyway.
  mutating func add(
    _ name: String, _ expression: Expression, atLeast lower: Int? = nil, atMost upper: Int? = nil
  ) {
    let isKept =
      lower.map { Int128($0) <= expression.constant } ?? true
      && upper.map { expression.constant <= Int128($0) } ?? true
    if expression.terms.isEmpty && isKept { return }
    program.addRow(
      Program.Row(
        name, expression, lower: lower.map { Int128($0) }, upper: upper.map { Int128($0) }
      ))
  }

  /// Who must stay out, who must come in, and with how many steps (R-1, A-1, M-1, A-3, L-1, A-2).
  private mutating func addGates(_ project: Int) {
    let facts = scenario.projects[project]
    let supported = columns.supported(project)
    if !facts.conformsToPlans { add("R-1:conformity[\(facts.id)]", supported, atMost: 0) }
    if !facts.isApproved { add("A-1:approval[\(facts.id)]", supported, atMost: 0) }
    if parameters.isBelowThreshold(project) {
      add("M-1:threshold[\(facts.id)]", supported, atMost: 0)
    }
    if facts.lock != .none {
      let value = facts.lock == .lockedIn ? 1 : 0
      add("A-3:lock[\(facts.id)]", supported, atLeast: value, atMost: value)
    }
    if scenario.land.municipalGuarantee == .required, facts.level == .municipal,
      facts.landThisYear > 0, parameters.gate(project) == nil
    {
      add("L-1:guarantee[\(facts.id)]", supported, atLeast: 1)
    }
    guard facts.division != nil else { return }
    let (steps, own) = (columns.supportedSteps(project), parameters.projects[project])
    add("A-2:most_steps[\(facts.id)]", steps - supported * own.steps, atMost: 0)
    add("A-2:least_steps[\(facts.id)]", steps - supported * own.minimumSteps, atLeast: 0)
  }

  /// Projects that need or rule out one another, each pair once.
  private mutating func addRelations(_ project: Int) {
    let facts = scenario.projects[project]
    let supported = columns.supported(project)
    for other in facts.requires where parameters.projects[other].competes {
      add(
        "A-4:requires[\(facts.id),\(scenario.projects[other].id)]",
        supported - columns.supported(other), atMost: 0)
    }
    for other in facts.excludes where parameters.projects[other].competes {
      // Of two that exclude each other the first in id order says so.
      if other < project && scenario.projects[other].excludes.contains(project) { continue }
      add(
        "A-4:excludes[\(facts.id),\(scenario.projects[other].id)]",
        supported + columns.supported(other), atMost: 1)
    }
  }

  /// Caps, and the target where it is hard (E-2, G-1).
  private mutating func addLimits() {
    for (index, resource) in scenario.resources.enumerated() {
      func use(_ projects: [Int]) -> Expression {
        .sum(
          projects.map {
            columns.supportedSteps($0) * parameters.projects[$0].charged[index]
          })
      }
      if let cap = resource.cityCap {
        add("E-2:city[\(resource.id)]", use(parameters.competing), atMost: cap)
      }
      for (county, name) in scenario.counties.enumerated() {
        guard let cap = resource.countyCap(county) else { continue }
        add("E-2:county[\(resource.id),\(name)]", use(columns.projects(county)), atMost: cap)
      }
    }
    guard let target = scenario.investmentTarget, target.isHardFloor else { return }
    let investment = Expression.sum(
      parameters.competing.map {
        columns.supportedSteps($0) * parameters.projects[$0].investment
      })
    add("G-1:investment", investment, atLeast: target.amount)
  }
}
