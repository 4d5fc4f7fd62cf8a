internal import LinearProgram
public import Scenario

extension PolicyModel {
  /// Whether every plan of this model is a plan of the other, with the same values of the same goals; `false` says nothing.
  ///
  /// Both must have the same columns, each in a unit that is a multiple of the other's, within bounds that are no wider; and each row
  /// of the other must be implied by the row of the same origin here. Since no column is negative, `Σ a x ≤ u` is implied where no
  /// coefficient here is smaller and `u` is no larger; and likewise for the other side.
  public func allowsNoMore(than other: PolicyModel) -> Bool {
    guard !other.isRestricted, scenario.goals == other.scenario.goals,
      decisions.hasSameColumns(as: other.decisions),
      let factors = decisions.factors(to: other.decisions, columns: program.lowerBounds.count)
    else { return false }
    for (column, factor) in factors.enumerated() {
      let (low, high) = (program.lowerBounds[column], program.upperBounds[column])
      guard low >= 0, low * factor >= other.program.lowerBounds[column],
        high * factor <= other.program.upperBounds[column]
      else { return false }
    }
    return haveSameGoals(as: other, factors) && impliesRows(of: other, factors)
  }

  /// The point of a plan, where it is one of this model's; `nil` for a plan that breaks a row or cannot be said in this model's units.
  public func feasiblePoint(of plan: Plan) -> [Int]? {
    let point = point(of: plan)
    guard program.isFeasible(point), self.plan(at: point) == plan else { return nil }
    return point
  }

  /// Values of all goals at a point.
  public func values(at point: [Int]) -> [Int] {
    scenario.goals.map { expression(of: $0).value(at: point) }
  }

  private func haveSameGoals(as other: PolicyModel, _ factors: [Int]) -> Bool {
    scenario.goals.allSatisfy { goal in
      let (own, others) = (expression(of: goal), other.expression(of: goal))
      return own.constant == others.constant && own.terms.count == others.terms.count
        && zip(own.terms, others.terms).allSatisfy {
          $0.column == $1.column && $0.coefficient == $1.coefficient * factors[$0.column]
        }
    }
  }

  private func impliesRows(of other: PolicyModel, _ factors: [Int]) -> Bool {
    var own: [RowOrigin: Int] = [:]
    for (index, origin) in origins.enumerated() { own[origin] = index }
    return other.origins.indices.allSatisfy { index in
      guard let row = own[other.origins[index]] else { return false }
      return implies(program.rows[row], other.program.rows[index], factors)
    }
  }

  /// Whether a row of this model implies one of the other, column by column.
  private func implies(
    _ own: IntegerProgram.Row, _ other: IntegerProgram.Row, _ factors: [Int]
  ) -> Bool {
    if let upper = other.upper { guard let mine = own.upper, mine <= upper else { return false } }
    if let lower = other.lower { guard let mine = own.lower, mine >= lower else { return false } }
    var (left, right) = (own.storedTerms, other.storedTerms)
    while let column = [left.first?.column, right.first?.column].compactMap({ $0 }).min() {
      let mine = left.first?.column == column ? left.removeFirst().coefficient : 0
      let its = right.first?.column == column ? right.removeFirst().coefficient : 0
      if other.upper != nil, mine < its * factors[column] { return false }
      if other.lower != nil, mine > its * factors[column] { return false }
    }
    return true
  }
}

extension Decisions {
  /// Whether both have a column for the same things, in the same places.
  func hasSameColumns(as other: Decisions) -> Bool {
    columns == other.columns && countyQuota == other.countyQuota && zone == other.zone
      && transfer == other.transfer
  }

  /// How many units of the other's columns make one of these; `nil` if some are no multiples.
  func factors(to other: Decisions, columns count: Int) -> [Int]? {
    let (land, zones) = (
      parameters.landStep.quotientAndRemainder(dividingBy: other.parameters.landStep),
      parameters.zoneStep.quotientAndRemainder(dividingBy: other.parameters.zoneStep)
    )
    guard land.remainder == 0 else { return nil }
    var factors = Array(repeating: 1, count: count)
    for own in columns {
      for slice in StockSlice.allCases {
        if let column = own[ProjectColumn(slice)] { factors[column] = land.quotient }
      }
    }
    for column in countyQuota.flatMap(\.values) { factors[column] = land.quotient }
    for (bank, columns) in transfer where bank != .grain {
      for column in columns { factors[column] = land.quotient }
    }
    for case let column? in zone {
      guard zones.remainder == 0 else { return nil }
      factors[column] = zones.quotient
    }
    return factors
  }
}
