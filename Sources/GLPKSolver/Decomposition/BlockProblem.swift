internal import LinearProgram

/// The columns and rows of one block as a program of its own, and the smaller relaxation that the simplex sees.
///
/// A *dependent* column appears in one row of the block only, which gives its least value, and nothing in the block or the
/// linking rows wants it larger: the relaxation puts that row's expression in its place.
struct BlockProblem {
  /// A column that the relaxation leaves out, with the row that defines it: coefficient × column + others ≥ side.
  struct Dependent {
    var column: Int
    var row: Int
    var coefficient: Int
    var others: [SparseProgram.Entry]
    var side: Int
  }

  let block: BlockStructure.Block
  /// All columns and rows of the block, in its own indices.
  let program: SparseProgram
  /// Columns that branching decides; the others are amounts.
  let deciders: [Int]
  let dependents: [Dependent]
  /// Columns and rows of the relaxation, in the block's own indices.
  let keptColumns: [Int]
  let keptRows: [Int]

  /// - Parameter isRider: tells which columns of the whole program are amounts that other columns switch on.
  init(
    _ whole: SparseProgram, _ structure: BlockStructure, _ block: BlockStructure.Block,
    objective: [Int], isRider: (_ column: Int) -> Bool
  ) {
    self.block = block
    program = SparseProgram(whole, columns: block.columns, rows: block.rows)
    let found = BlockProblem.dependents(program, whole, block).filter {
      objective[block.columns[$0.column]] <= 0
    }
    dependents = found
    let isDependent = Set(found.map(\.column))
    let isDefinition = Set(found.map(\.row))
    keptColumns = (0..<program.columnCount).filter { !isDependent.contains($0) }
    keptRows = (0..<program.rowCount).filter { !isDefinition.contains($0) }
    let local = program
    deciders = keptColumns.filter { column in
      local.upper[column] - local.lower[column] <= BlockProblem.widestDecider
        && !isRider(block.columns[column])
    }
  }

  /// Range up to which a column counts as a decision and not as an amount.
  private static var widestDecider: Int { 15 }

  /// Whether the row that defines a dependent column never lets it fall below 0, by the amounts' own switches.
  private static func isNeverNegative(_ dependent: Dependent, _ program: SparseProgram) -> Bool {
    // Least value of side − others: each amount at its switch, or at its largest where the switch is on for good; then every switch
    // must pull the right way.
    var rates: [Int: Int] = [:]
    var least = Int128(dependent.side)
    for other in dependent.others {
      guard other.coefficient > 0 else {
        rates[other.index, default: 0] += other.coefficient
        continue
      }
      let bounds = program.entries(ofColumn: other.index).lazy.compactMap {
        VariableBound(program, row: $0.index)
      }
      guard let bound = bounds.first(where: { $0.column == other.index }) else {
        least -= Int128(other.coefficient) * Int128(program.upper[other.index])
        continue
      }
      guard (other.coefficient * bound.other).isMultiple(of: bound.own) else { return false }
      rates[bound.parent, default: 0] += other.coefficient * bound.other / bound.own
    }
    return least >= 0
      && rates.allSatisfy { column, rate in rate <= 0 && program.lower[column] >= 0 }
  }

  private static func dependents(
    _ program: SparseProgram, _ whole: SparseProgram, _ block: BlockStructure.Block
  ) -> [Dependent] {
    var found: [Dependent] = []
    var used = Set<Int>()
    for column in 0..<program.columnCount where program.lower[column] == 0 {
      let rows = program.entries(ofColumn: column)
      guard rows.count == 1, let entry = rows.first, entry.coefficient > 0,
        let side = program.rowLower[entry.index], program.rowUpper[entry.index] == nil,
        !used.contains(entry.index)
      else { continue }
      let original = block.columns[column]
      let isWantedSmall = whole.entries(ofColumn: original).allSatisfy { outside in
        outside.index == block.rows[entry.index]
          || outside.coefficient > 0 && whole.rowLower[outside.index] == nil
      }
      let dependent = Dependent(
        column: column, row: entry.index, coefficient: entry.coefficient,
        others: program.entries(ofRow: entry.index).filter { $0.index != column }, side: side)
      guard isWantedSmall, isNeverNegative(dependent, program) else { continue }
      used.insert(entry.index)
      found.append(dependent)
    }
    return found
  }
}

extension SparseProgram {
  /// Some columns and the rows that have no others.
  init(_ whole: SparseProgram, columns: [Int], rows: [Int]) {
    var program = IntegerProgram()
    var position: [Int: Int] = [:]
    for column in columns {
      position[column] = program.addColumn("", whole.lower[column]...whole.upper[column])
    }
    for row in rows {
      let terms = whole.entries(ofRow: row).compactMap { entry in
        position[entry.index].map { IntegerProgram.Term($0, entry.coefficient) }
      }
      program.addRow(
        "", LinearExpression(terms), lower: whole.rowLower[row], upper: whole.rowUpper[row])
    }
    self.init(program)
  }
}
