internal import LinearProgram

/// The linear program over plans: how much of each known plan, so that the linking rows hold and every block has one plan.
///
/// Its multipliers are the prices of the linking rows; nothing that it says is taken as proved (Dantzig and Wolfe 1960).
final class MasterProgram {
  /// A plan of a block, with what it uses of the linking rows.
  struct Column {
    var block: Int
    /// Values of the block's columns.
    var point: [Double]
    var cost: Double
  }

  private let structure: BlockStructure
  private let objective: [Int]
  private let mostForDense: Int
  /// Entries of each column of the program in the linking rows, by position among them.
  private let linkingEntries: [[(row: Int, value: Double)]]
  private let rowScale: [Double]
  private let objectiveScale: Double
  private let firstPlan: Int
  /// The program without plans.
  private let frame: LinearModel
  private var simplex: SizedSimplex
  private(set) var columns: [Column] = []
  /// How often the penalties were raised.
  private var penaltySteps = 0
  /// Plans of each block.
  private var plansOfBlock: [[Int]]
  /// Bounds of the program's columns in the current node.
  private var lower: [Double]
  private var upper: [Double]
  /// How many of these bounds each plan breaks; only plans that break none may be used.
  private var broken: [Int] = []
  /// The last solve that used each plan.
  private var lastUse: [Int] = []
  /// How often the simplex was asked.
  private(set) var solves = 0

  init(
    _ program: SparseProgram, _ structure: BlockStructure, objective: [Int], mostForDense: Int
  ) throws(SolverFailure) {
    self.structure = structure
    self.objective = objective
    self.mostForDense = mostForDense
    plansOfBlock = Array(repeating: [], count: structure.blocks.count)
    lower = program.lower.map(Double.init)
    upper = program.upper.map(Double.init)
    var entries: [[(row: Int, value: Double)]] = Array(
      repeating: [], count: program.columnCount)
    var scales: [Double] = []
    var model = LinearModel()
    let reach = zip(objective, program.upper).reduce(0.0) {
      $0 + abs(Double($1.0)) * Double($1.1)
    }
    let perBlock = max(1, reach / Double(structure.blocks.count))
    objectiveScale = Double(sign: .plus, exponent: -Int(perBlock.exponent), significand: 1)
    for (position, row) in structure.linkingRows.enumerated() {
      var size = max(
        1, Double(program.rowUpper[row].map { abs($0) } ?? 0),
        Double(program.rowLower[row].map { abs($0) } ?? 0))
      for entry in program.entries(ofRow: row) {
        let most = max(abs(program.lower[entry.index]), abs(program.upper[entry.index]))
        size = max(size, abs(Double(entry.coefficient)) * Double(most) / Self.mostPerSide)
      }
      let scale = Double(sign: .plus, exponent: -Int(size.exponent), significand: 1)
      scales.append(scale)
      let index = model.addRow(
        lower: program.rowLower[row].map { Double($0) * scale } ?? -.infinity,
        upper: program.rowUpper[row].map { Double($0) * scale } ?? .infinity)
      for entry in program.entries(ofRow: row) {
        entries[entry.index].append((position, Double(entry.coefficient) * scale))
      }
      // What a row lacks can be had at a price that no plan is worth.
      let less = model.addColumn(lower: 0, upper: .infinity, objective: -MasterProgram.penalty)
      model.addEntry(row: index, column: less, -1)
      let more = model.addColumn(lower: 0, upper: .infinity, objective: -MasterProgram.penalty)
      model.addEntry(row: index, column: more, 1)
    }
    for _ in structure.blocks { _ = model.addRow(lower: 1, upper: 1) }
    for block in structure.blocks.indices {
      let none = model.addColumn(
        lower: 0, upper: .infinity, objective: -Self.penalty * Self.penaltyOfNoPlan)
      model.addEntry(row: structure.linkingRows.count + block, column: none, 1)
    }
    for column in structure.looseColumns {
      let index = model.addColumn(
        lower: Double(program.lower[column]), upper: Double(program.upper[column]),
        objective: Double(objective[column]) * objectiveScale)
      for entry in entries[column] {
        model.addEntry(row: entry.row, column: index, entry.value)
      }
    }
    rowScale = scales
    linkingEntries = entries
    firstPlan = model.lower.count
    frame = model
    simplex = try SizedSimplex(model, mostForDense: mostForDense)
  }

  /// Scaled objective lost per scaled unit of a linking row that is broken, at first.
  private static var penalty: Double { 1000 }
  /// How much larger than a row's side what a column uses of it may be in the program; what is larger would need small pivots.
  private static var mostPerSide: Double { 1024 }
  /// More than a block can use of a plan, so that this bound is never met and has no price.
  private static var mostOfPlan: Double { 2 }
  /// How much dearer it is that a block has no plan at all.
  private static var penaltyOfNoPlan: Double { 1000 }
  /// By which power of two the penalties grow at each step, and the steps there are.
  private static var binaryDigitsOfGrowth: Int { 6 }
  private static var mostPenaltySteps: Int { 3 }

  /// Makes broken rows dearer, so that prices can show a node without points to be empty; false if they are dear enough.
  func raisePenalties() throws(SolverFailure) -> Bool {
    guard penaltySteps < Self.mostPenaltySteps else { return false }
    try setPenalties(penaltySteps + 1)
    return true
  }

  /// Makes broken rows as dear as at first.
  func resetPenalties() throws(SolverFailure) {
    if penaltySteps > 0 { try setPenalties(0) }
  }

  private func setPenalties(_ steps: Int) throws(SolverFailure) {
    penaltySteps = steps
    let growth = Double(sign: .plus, exponent: steps * Self.binaryDigitsOfGrowth, significand: 1)
    let cost = -Self.penalty * growth
    let slacks = 2 * structure.linkingRows.count
    for column in 0..<slacks { try simplex.setObjective(column, cost) }
    for block in structure.blocks.indices {
      try simplex.setObjective(slacks + block, cost * Self.penaltyOfNoPlan)
    }
  }

  /// Adds a plan unless the block has it already; returns whether it did.
  func add(_ plan: BlockSolver.Plan, of block: Int) throws(SolverFailure) -> Bool {
    guard !plansOfBlock[block].contains(where: { isSame(columns[$0].point, plan.point) }) else {
      return false
    }
    var use: [Int: Double] = [:]
    var cost = 0.0
    for (column, value) in zip(structure.blocks[block].columns, plan.point) where value != 0 {
      cost += Double(objective[column]) * value
      for entry in linkingEntries[column] { use[entry.row, default: 0] += entry.value * value }
    }
    let rows = use.keys.sorted()
    var entryRows = rows.map { Int32($0) }
    var entryValues = rows.map { use[$0] ?? 0 }
    entryRows.append(Int32(structure.linkingRows.count + block))
    entryValues.append(1)
    let isBroken = breaks(of: plan.point, block)
    try simplex.addColumn(
      lower: 0, upper: isBroken == 0 ? Self.mostOfPlan : 0, objective: cost * objectiveScale,
      rows: entryRows, values: entryValues)
    plansOfBlock[block].append(columns.count)
    columns.append(Column(block: block, point: plan.point, cost: cost))
    broken.append(isBroken)
    lastUse.append(solves)
    return true
  }

  private func isSame(_ a: [Double], _ b: [Double]) -> Bool {
    for index in a.indices where abs(a[index] - b[index]) > 1e-7 * (1 + abs(b[index])) {
      return false
    }
    return true
  }

  /// Forgets half of the plans, those that were not used for longest, if there are more than a number.
  func forget(beyond most: Int) throws(SolverFailure) {
    guard columns.count > most else { return }
    let kept = columns.indices.sorted { (lastUse[$0], $0) > (lastUse[$1], $1) }
      .prefix(most / 2).sorted()
    let (oldColumns, oldUse) = (columns, lastUse)
    simplex = try SizedSimplex(frame, mostForDense: mostForDense)
    try setPenalties(penaltySteps)
    (columns, broken, lastUse) = ([], [], [])
    plansOfBlock = Array(repeating: [], count: structure.blocks.count)
    for plan in kept {
      let column = oldColumns[plan]
      _ = try add(BlockSolver.Plan(point: column.point, value: 0), of: column.block)
      lastUse[lastUse.count - 1] = oldUse[plan]
    }
  }

  private func breaks(_ value: Double, _ lower: Double, _ upper: Double) -> Bool {
    value < lower - 1e-6 || value > upper + 1e-6
  }

  /// Whether a plan keeps the bounds of the current node.
  func admits(_ plan: Column) -> Bool { breaks(of: plan.point, plan.block) == 0 }

  /// How many bounds of the current node a block's point breaks.
  private func breaks(of point: [Double], _ block: Int) -> Int {
    zip(structure.blocks[block].columns, point).count { column, value in
      breaks(value, lower[column], upper[column])
    }
  }

  /// Admits only plans that keep the bounds of the program's columns.
  func restrict(lower newLower: [Int], upper newUpper: [Int]) throws(SolverFailure) {
    var changed: [Int] = []
    for (block, plans) in zip(structure.blocks, plansOfBlock) {
      for (position, column) in block.columns.enumerated() {
        let new = (lower: Double(newLower[column]), upper: Double(newUpper[column]))
        let old = (lower: lower[column], upper: upper[column])
        guard new != old else { continue }
        (lower[column], upper[column]) = new
        for plan in plans {
          let value = columns[plan].point[position]
          let was = breaks(value, old.lower, old.upper)
          let `is` = breaks(value, new.lower, new.upper)
          guard was != `is` else { continue }
          broken[plan] += `is` ? 1 : -1
          changed.append(plan)
        }
      }
    }
    for plan in changed {
      try simplex.setBounds(
        firstPlan + plan, lower: 0, upper: broken[plan] == 0 ? Self.mostOfPlan : 0)
    }
  }

  /// Iterations of one trial; with fewer it says little, and trees grow.
  private static var trialIterations: Int { 100 }

  /// Objective if one column of the program were within other bounds, with the plans known so far; a guide for branching.
  func trial(_ position: Int, of block: Int, _ column: ClosedRange<Double>, budget: Budget)
    throws(SolverFailure) -> Double
  {
    var dropped: [Int] = []
    for plan in plansOfBlock[block]
    where broken[plan] == 0 && !column.contains(columns[plan].point[position]) {
      dropped.append(plan)
      try simplex.setBounds(firstPlan + plan, lower: 0, upper: 0)
    }
    solves += 1
    let status = try simplex.solve(
      budget, method: .dual, iterationLimit: Self.trialIterations)
    var value = simplex.objective / objectiveScale
    if case .infeasible = status { value = -.infinity }
    for index in dropped {
      try simplex.setBounds(firstPlan + index, lower: 0, upper: Self.mostOfPlan)
    }
    return value
  }

  /// What the master says.
  struct Answer {
    var value: Double
    /// Per linking row.
    var prices: [Double]
    /// Per block.
    var worth: [Double]
    /// Share of each plan.
    var shares: [Double]
    /// How much of the penalties is in use.
    var isFeasible: Bool
  }

  /// Share of each plan in the last solve, which is then noted as their last use.
  private func shares(_ point: [Double]) -> [Double] {
    columns.indices.map { plan in
      let share = point[firstPlan + plan]
      if share > 0 { lastUse[plan] = solves }
      return share
    }
  }

  func solve(_ budget: Budget, method: Simplex.Method) throws(SolverFailure) -> Answer? {
    solves += 1
    guard case .optimal = try simplex.solve(budget, method: method) else { return nil }
    let linking = structure.linkingRows.count
    let penalised = 2 * linking + structure.blocks.count
    let (point, multipliers) = (simplex.point, simplex.multipliers)
    let artificial = point[..<penalised].reduce(0, +)
    return Answer(
      value: simplex.objective / objectiveScale,
      prices: (0..<linking).map { multipliers[$0] * rowScale[$0] / objectiveScale },
      worth: (0..<structure.blocks.count).map {
        multipliers[linking + $0] / objectiveScale
      },
      shares: shares(point),
      isFeasible: artificial < 1e-7)
  }
}
