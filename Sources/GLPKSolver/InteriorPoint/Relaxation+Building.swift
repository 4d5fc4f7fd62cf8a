internal import LinearProgram

extension Relaxation {
  /// Lays out the relaxation of a program; `nil` if it has more sides than entries can name.
  ///
  /// - Parameter checkpoint: asked once per block; what it throws ends the work.
  init?<Stop: Error>(
    _ program: SparseProgram, _ structure: BlockStructure, _ forest: BoundForest, objective: [Int],
    checkpoint: () throws(Stop) -> Void
  ) throws(Stop) {
    var builder = RelaxationBuilder(program, structure, forest)
    guard let built = try builder.build(objective, checkpoint) else { return nil }
    self = built
  }
}

/// Makes a ``Relaxation``.
private struct RelaxationBuilder {
  private let program: SparseProgram
  private let structure: BlockStructure
  private let forest: BoundForest
  /// First side of each row, −1 for none.
  private var firstSide: [Int32]
  private var isLinking: [Bool]
  private var firstChild: [Int32]
  private var nextSibling: [Int32]

  init(_ program: SparseProgram, _ structure: BlockStructure, _ forest: BoundForest) {
    self.program = program
    self.structure = structure
    self.forest = forest
    firstSide = Array(repeating: -1, count: program.rowCount)
    isLinking = Array(repeating: false, count: program.rowCount)
    for row in structure.linkingRows { isLinking[row] = true }
    firstChild = Array(repeating: -1, count: program.columnCount)
    nextSibling = firstChild
    for index in stride(from: program.columnCount - 1, through: 0, by: -1) {
      let top = Int(forest.parent[index])
      guard top >= 0 else { continue }
      nextSibling[index] = firstChild[top]
      firstChild[top] = Int32(index)
    }
  }

  mutating func build<Stop: Error>(_ objective: [Int], _ checkpoint: () throws(Stop) -> Void)
    throws(Stop) -> Relaxation?
  {
    let size = count()
    var relaxation = Relaxation(nodes: size.nodes, entries: size.entries)
    var groups = structure.blocks.map { ($0.columns, $0.rows) }
    if !structure.looseColumns.isEmpty { groups.append((structure.looseColumns, [])) }
    for (_, rows) in groups {
      let first = relaxation.sides.count
      for row in rows where forest.kind[row] == .coupling { addSides(row, to: &relaxation) }
      relaxation.blocks.append(
        Relaxation.Block(nodes: 0..<0, sides: first..<relaxation.sides.count))
    }
    relaxation.firstLinking = relaxation.sides.count
    for row in structure.linkingRows where forest.kind[row] == .coupling {
      addSides(row, to: &relaxation)
    }
    let most = relaxation.blocks.map { $0.sides.count + relaxation.linkingCount }.max() ?? 0
    guard most <= Int(UInt16.max), size.entries <= Int(Int32.max) else { return nil }
    try addNodes(groups.map(\.0), objective, to: &relaxation, checkpoint)
    try checkpoint()
    shiftSides(&relaxation)
    relaxation.scale()
    addPairs(to: &relaxation)
    return relaxation
  }

  /// Nodes, and at most how many entries.
  private func count() -> (nodes: Int, entries: Int) {
    var (nodes, entries) = (0, 0)
    for column in 0..<program.columnCount where forest.definition[column] < 0 {
      nodes += 1
      for entry in program.entries(ofColumn: column) {
        switch forest.kind[entry.index] {
        case .coupling: entries += 2
        case .definition:
          forEachDependent(of: column, entry) { dependent, _ in
            entries += 2 * program.entries(ofColumn: dependent).count
          }
        case .bound, .pair: break
        }
      }
    }
    return (nodes, entries)
  }

  /// The dependent column of a definition row, and how much it moves with another column of the row.
  private func forEachDependent(
    of column: Int, _ entry: SparseProgram.Entry, _ body: (Int, Double) -> Void
  ) {
    for own in program.entries(ofRow: entry.index)
    where own.index != column && forest.definition[own.index] == Int32(entry.index) {
      body(own.index, -Double(entry.coefficient) / Double(own.coefficient))
    }
  }

  private mutating func addSides(_ row: Int, to relaxation: inout Relaxation) {
    let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
    guard lower != nil || upper != nil else { return }
    firstSide[row] = Int32(relaxation.sides.count)
    if let upper {
      relaxation.sides.append(
        Relaxation.Side(
          row: row, sign: 1, isEquation: lower == upper, value: Double(upper)))
      if lower == upper { return }
    }
    if let lower {
      relaxation.sides.append(
        Relaxation.Side(row: row, sign: -1, isEquation: false, value: -Double(lower)))
    }
  }

  /// The sides of a row, which follow one another; none for a row that is no coupling row.
  private func sides(of row: Int) -> Range<Int> {
    let first = Int(firstSide[row])
    guard first >= 0 else { return 0..<0 }
    let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
    return first..<first + (lower != nil && upper != nil && lower != upper ? 2 : 1)
  }

  private func addNodes<Stop: Error>(
    _ groups: [[Int]], _ objective: [Int], to relaxation: inout Relaxation,
    _ checkpoint: () throws(Stop) -> Void
  ) throws(Stop) {
    var (node, entry) = (0, 0)
    var stack: [(column: Int, parent: Int)] = []
    for (block, columns) in groups.enumerated() {
      try checkpoint()
      let first = node
      for root in columns where forest.parent[root] < 0 && forest.definition[root] < 0 {
        stack.append((root, -1))
        while let (index, top) = stack.popLast() {
          addNode(node, index, top, to: relaxation)
          relaxation.cost.at[node] = addEntries(
            of: index, objective, block: block, from: &entry, to: relaxation)
          relaxation.entryStart.at[node + 1] = Int32(entry)
          var child = firstChild[index]
          while child >= 0 {
            stack.append((Int(child), node))
            child = nextSibling[Int(child)]
          }
          node += 1
        }
      }
      relaxation.blocks[block].nodes = first..<node
    }
  }

  private func addNode(_ node: Int, _ index: Int, _ top: Int, to relaxation: Relaxation) {
    relaxation.column.at[node] = Int32(index)
    relaxation.parent.at[node] = Int32(top)
    let (lower, upper) = (Double(program.lower[index]), Double(program.upper[index]))
    guard top >= 0 else {
      relaxation.least.at[node] = lower
      relaxation.width.at[node] = upper - lower
      relaxation.largest.at[node] = max(abs(lower), abs(upper))
      return
    }
    let low =
      forest.lowRow[index] < 0 ? 0 : forest.ratio(program, Int(forest.lowRow[index]), index)
    // A bound of its own may be lower than what the parent allows; that is exact where the parent is 0 or at its largest.
    let above = relaxation.largest.at[top]
    let most = min(
      forest.ratio(program, Int(forest.highRow[index]), index), above > 0 ? upper / above : 0)
    let high = max(low, most)
    relaxation.least.at[node] = low
    relaxation.width.at[node] = high - low
    relaxation.largest.at[node] = high * above
  }

  /// Adds the entries of a column and of what depends on it; returns what one unit of it is worth.
  private func addEntries(
    of index: Int, _ objective: [Int], block: Int, from entry: inout Int, to relaxation: Relaxation
  ) -> Double {
    let start = entry
    var end = entry
    let own = relaxation.blocks[block].sides
    func add(_ row: Int, _ coefficient: Double) {
      guard coefficient != 0 else { return }
      for side in sides(of: row) {
        let local =
          isLinking[row]
          ? own.count + side - relaxation.firstLinking : side - own.lowerBound
        let value = relaxation.sides[side].sign * coefficient
        var known = start
        while known < end, relaxation.entrySide.at[known] != UInt16(local) { known += 1 }
        if known == end {
          relaxation.entrySide.at[end] = UInt16(local)
          relaxation.entryValue.at[end] = value
          end += 1
        } else {
          relaxation.entryValue.at[known] += value
        }
      }
    }
    var worth = Double(objective[index])
    for one in program.entries(ofColumn: index) {
      add(one.index, Double(one.coefficient))
      guard forest.kind[one.index] == .definition else { continue }
      forEachDependent(of: index, one) { dependent, rate in
        worth += rate * Double(objective[dependent])
        for other in program.entries(ofColumn: dependent) {
          add(other.index, rate * Double(other.coefficient))
        }
      }
    }
    entry = end
    return worth
  }

  /// Takes from the sides what dependent columns use of them where everything else is 0.
  private func shiftSides(_ relaxation: inout Relaxation) {
    for column in 0..<program.columnCount where forest.definition[column] >= 0 {
      let row = Int(forest.definition[column])
      guard let side = program.rowLower[row], side != 0,
        let own = program.entries(ofRow: row).first(where: { $0.index == column })
      else { continue }
      let offset = Double(side) / Double(own.coefficient)
      for entry in program.entries(ofColumn: column) {
        for index in sides(of: entry.index) {
          relaxation.sides[index].value -=
            relaxation.sides[index].sign * offset * Double(entry.coefficient)
        }
      }
    }
  }

  private func addPairs(to relaxation: inout Relaxation) {
    guard forest.kind.contains(.pair) else { return }
    var nodeOfColumn: [Int32] = Array(repeating: -1, count: program.columnCount)
    for node in 0..<relaxation.nodeCount {
      nodeOfColumn[Int(relaxation.column.at[node])] = Int32(node)
    }
    for row in 0..<program.rowCount where forest.kind[row] == .pair {
      guard let factor = BoundForest.pairFactor(program, row) else { continue }
      let entries = program.entries(ofRow: row)
      guard let first = entries.first, let last = entries.last else { continue }
      relaxation.pairs.append(
        Relaxation.Pair(
          row: row, factor: factor,
          nodes: (Int(nodeOfColumn[first.index]), Int(nodeOfColumn[last.index])),
          signs: (Double(factor * first.coefficient), Double(factor * last.coefficient))))
    }
  }
}

extension Relaxation {
  /// Scales objective and sides by averages over the columns that have a part in them.
  fileprivate mutating func scale() {
    var sum = Array(repeating: 0.0, count: sides.count)
    var count = sum
    var (worth, valued) = (0.0, 0.0)
    for block in blocks.indices {
      for node in blocks[block].nodes {
        let most = largest.at[node]
        if cost.at[node] != 0, most > 0 {
          worth += abs(cost.at[node]) * most
          valued += 1
        }
        for entry in entries(of: node) {
          let index = side(Int(entrySide.at[entry]), of: block)
          sum[index] += abs(entryValue.at[entry]) * most
          count[index] += 1
        }
      }
    }
    unit = worth > 0 ? worth / valued : 1
    for node in 0..<nodeCount { cost.at[node] /= unit }
    for index in sides.indices where sum[index] > 0 {
      sides[index].scale = sum[index] / count[index]
      sides[index].value /= sides[index].scale
    }
    for block in blocks.indices {
      let factors = local(sides.map { 1 / $0.scale }, of: block)
      for node in blocks[block].nodes {
        for entry in entries(of: node) {
          entryValue.at[entry] *= factors[Int(entrySide.at[entry])]
        }
      }
    }
  }
}
