public import LinearProgram
public import Scenario

/// A model whose quotas may be raised: a column per lever counts the notches that are granted.
public struct ElasticModel: Sendable {
  /// A lever that can move something.
  public struct Grant: Sendable {
    public let lever: Lever
    /// Column that counts the notches.
    public let column: Int
    /// Smallest units in one notch.
    public let unit: Int
    /// Notches beyond which more changes nothing, because all demands together need no more.
    public let most: Int
    /// Cost of a notch: its share of what the demands could exceed the quota by, in millionths.
    public let cost: Int
    /// Rows whose bound it moves.
    public let excesses: [Excess]

    /// The least notches with which a point keeps these rows.
    public func notches(at point: [Int]) -> Int {
      excesses.map { excess in
        let over = excess.expression.value(at: point) - excess.bound
        return over > 0 ? ceilingDivide(over, excess.effect) : 0
      }.max() ?? 0
    }
  }

  /// Cost of a grant as large as the whole demand.
  private static let wholeDemand = 1_000_000

  /// A row whose bound a grant moves outwards, written as a bound from above.
  public struct Excess: Sendable {
    /// What is bounded from above.
    public let expression: LinearExpression
    public let bound: Int
    /// How much one notch moves the bound.
    public let effect: Int
    let row: Int
    let isUpper: Bool
  }

  /// The model as it is, of which the program is a relaxation.
  public let model: PolicyModel
  /// The model's rows, columns of quotas widened to what a grant could be used for, and the bounds of the rows.
  private let rows: IntegerProgram
  private let bounds: [(lower: Int?, upper: Int?)]
  /// The model's columns, then one column per grant.
  public private(set) var program: IntegerProgram
  public private(set) var grants: [Grant] = []

  /// The model with a column for each lever that can move something.
  init(_ model: PolicyModel, levers: [Lever]) {
    self.model = model
    rows = model.program
    bounds = rows.rows.map { ($0.lower, $0.upper) }
    program = model.program.keepingRows([])
    program.names = model.program.names
    addGrants(levers)
  }

  /// The model with quotas that may be raised (``Lever/quotas(_:)``).
  public init(_ original: PolicyModel, quotas: [Lever]) {
    model = original.opened(for: quotas)
    var rows = model.program
    for case .countyQuota(let county) in quotas { model.widenQuota(of: county, in: &rows) }
    self.rows = rows
    bounds = zip(rows.rows, model.origins).map { [model] row, origin in
      guard case .countyQuota(let county) = origin else { return (row.lower, row.upper) }
      // What an opened quota was raised by is taken away again.
      let opened =
        model.scenario.land.countyQuota(county)
        - original.scenario.land.countyQuota(county)
      return (row.lower, row.upper.map { $0 - opened })
    }
    program = rows.keepingRows([])
    program.names = model.program.names
    addGrants(quotas)
  }

  private mutating func addGrants(_ levers: [Lever]) {
    let movable = model.origins.indices.filter { model.origins[$0].isDemand || isTransfer($0) }
    let places = Dictionary(uniqueKeysWithValues: movable.map { (model.origins[$0], $0) })
    var effects: [Int: [IntegerProgram.Term]] = [:]
    for lever in levers {
      let excesses = lever.effects(model).filter { $0.effect > 0 }
        .compactMap { origin, effect in places[origin].map { excess(of: $0, effect) } }
      let most =
        excesses.map { excess in
          let (above, below) = violation(of: excess.row)
          return ceilingDivide(max(above, below), excess.effect)
        }.max() ?? 0
      guard most > 0 else { continue }
      let column = program.addColumn("slack[\(grants.count)]", 0...most)
      grants.append(
        Grant(
          lever: lever, column: column, unit: lever.unit(model), most: most,
          cost: max(1, Self.wholeDemand / most), excesses: excesses))
      for excess in excesses {
        effects[excess.row, default: []].append(
          .init(column, excess.isUpper ? -excess.effect : excess.effect))
      }
    }
    for (index, row) in rows.rows.enumerated() {
      program.addRow(
        LinearExpression(row.terms + (effects[index] ?? [])), lower: bounds[index].lower,
        upper: bounds[index].upper)
    }
  }

  /// Whether a row says what a county gets from others, which a bank of its own lowers.
  private func isTransfer(_ row: Int) -> Bool {
    if case .transfer = model.origins[row] { true } else { false }
  }

  private func excess(of row: Int, _ effect: Int) -> Excess {
    let (lower, upper) = bounds[row]
    let isUpper = lower == nil || upper != nil && violation(of: row).above > 0
    return Excess(
      expression: LinearExpression(rows.rows[row].terms) * (isUpper ? 1 : -1),
      bound: (isUpper ? upper : lower.map { -$0 }) ?? 0, effect: effect, row: row,
      isUpper: isUpper)
  }

  /// By how much a row could be broken at most within the column bounds, on either side.
  private func violation(of row: Int) -> (above: Int, below: Int) {
    let expression = LinearExpression(rows.rows[row].terms)
    let most = rows.largestValue(of: expression)
    let least = -rows.largestValue(of: expression * -1)
    return (
      bounds[row].upper.map { max(0, most - $0) } ?? 0,
      bounds[row].lower.map { max(0, $0 - least) } ?? 0
    )
  }

  /// Cost of all grants.
  public var cost: LinearExpression {
    .sum(grants.map { .column($0.column, $0.cost) })
  }

  /// The model's rows with so many notches of each grant of quotas, in their order.
  public func program(granting notches: [Int]) -> IntegerProgram {
    var moved = bounds
    for (grant, notches) in zip(grants, notches) {
      for excess in grant.excesses {
        let shift = notches * excess.effect
        if excess.isUpper {
          moved[excess.row].upper = moved[excess.row].upper.map { $0 + shift }
        } else {
          moved[excess.row].lower = moved[excess.row].lower.map { $0 - shift }
        }
      }
    }
    var result = rows.keepingRows([])
    result.names = model.program.names
    for (row, bounds) in zip(rows.rows, moved) {
      result.addRow(LinearExpression(row.terms), lower: bounds.lower, upper: bounds.upper)
    }
    return result
  }

  /// The model with so many notches of each grant of quotas.
  public func granted(_ notches: [Int]) -> PolicyModel {
    var granted = model
    granted.isRestricted = true
    granted.program = program(granting: notches)
    return granted
  }

  /// Keeps every project that a plan supports, with its steps; of the others, those of a list land and no more.
  public mutating func keep(_ plan: Plan, landing projects: [Int]) {
    for project in model.parameters.competing {
      let columns = model.decisions.columns[project]
      guard let support = columns[.supported] else { continue }
      let lands = projects.contains(project)
      let isIn = lands || plan.supports(project) ? 1 : 0
      program.setBounds(support, lower: isIn, upper: isIn)
      guard let steps = columns[.steps] else { continue }
      let least = plan.supports(project) ? plan.steps[project] : 0
      let most = lands ? model.scenario.projects[project].steps : least
      program.setBounds(steps, lower: least, upper: most)
    }
  }
}

extension PolicyModel {
  /// A model in which the counties of these levers have columns of quota, also where they have no quota.
  ///
  /// Their quota is raised by one land step, which leaves the land step as it is.
  fileprivate func opened(for levers: [Lever]) -> PolicyModel {
    var changed = scenario
    for case .countyQuota(let county) in levers where scenario.land.countyQuota(county) == 0 {
      guard Level.allCases.contains(where: { Decisions.hasCountyQuotaChoice($0, scenario.land) })
      else { continue }
      Lever.countyQuota(county).apply(parameters.landStep, to: &changed)
    }
    return changed == scenario ? self : PolicyModel(changed)
  }

  /// Lets the columns of a county's quota take all that its projects could need.
  fileprivate func widenQuota(of county: Int, in rows: inout IntegerProgram) {
    for (level, column) in decisions.countyQuota[county] {
      let need = rows.largestValue(of: decisions.newLandPerCounty(level)[county])
      rows.setBounds(column, lower: 0, upper: need / parameters.landStep)
    }
  }
}
