internal import LinearProgram

/// The parts of a project's land that its stock land can stand in for.
public enum StockSlice: String, Sendable, CaseIterable {
  case paddy
  /// Farmland that is no paddy.
  case farmland
  /// Land that is no farmland.
  case other
}

/// The kinds of columns of a project, by the letters of the model page, in the order in which they stand side by side.
enum ProjectColumn: Character, CaseIterable {
  case supported = "x"
  case steps = "u"
  case paddyStock = "a"
  case farmlandStock = "b"
  case otherStock = "e"
  case grain = "G"

  /// Place in the order.
  var place: Int {
    switch self {
    case .supported: 0
    case .steps: 1
    case .paddyStock: 2
    case .farmlandStock: 3
    case .otherStock: 4
    case .grain: 5
    }
  }

  init(_ slice: StockSlice) {
    switch slice {
    case .paddy: self = .paddyStock
    case .farmland: self = .farmlandStock
    case .other: self = .otherStock
    }
  }
}

/// The columns that one project has; none for a project that does not compete.
struct ProjectColumns: Sendable, Equatable {
  /// The first column; the others follow without a gap.
  private(set) var first: Int32 = 0
  /// Bit by bit, by place, which kinds there are.
  private var present: UInt8 = 0

  /// Takes a column that was just added; kinds come in their order.
  mutating func add(_ kind: ProjectColumn, _ column: Int) {
    if present == 0 { first = Int32(column) }
    present |= bit(kind)
  }

  var isEmpty: Bool { present == 0 }

  /// Whether there is a column of a kind.
  func has(_ kind: ProjectColumn) -> Bool { present & bit(kind) != 0 }

  /// The column of a kind; `nil` where there is none.
  subscript(kind: ProjectColumn) -> Int? {
    has(kind) ? Int(first) + (present & (bit(kind) - 1)).nonzeroBitCount : nil
  }

  private func bit(_ kind: ProjectColumn) -> UInt8 { 1 << UInt8(kind.place) }
}

/// A linear amount of one project, such as its new land: what each of its columns counts in it, and a constant.
///
/// It is a value without memory of its own, so that a sum over a million projects costs no more than its terms.
struct ProjectAmount: Sendable {
  private let columns: ProjectColumns
  private var supported: Int
  private var steps: Int
  private var paddyStock: Int
  private var farmlandStock: Int
  private var otherStock: Int
  private var grain: Int
  private(set) var constant: Int

  /// An amount by its coefficients; those of columns that the project does not have count nothing.
  ///
  /// A project that is supported as a whole has one step, which is its support.
  init(
    _ columns: ProjectColumns, supported: Int = 0, steps: Int = 0, paddyStock: Int = 0,
    farmlandStock: Int = 0, otherStock: Int = 0, grain: Int = 0, constant: Int = 0
  ) {
    let isDivisible = columns.has(.steps)
    self.columns = columns
    self.supported = isDivisible ? supported : supported + steps
    self.steps = isDivisible ? steps : 0
    self.paddyStock = paddyStock
    self.farmlandStock = farmlandStock
    self.otherStock = otherStock
    self.grain = grain
    self.constant = constant
  }

  private func coefficient(_ kind: ProjectColumn) -> Int {
    switch kind {
    case .supported: supported
    case .steps: steps
    case .paddyStock: paddyStock
    case .farmlandStock: farmlandStock
    case .otherStock: otherStock
    case .grain: grain
    }
  }

  /// Adds the terms that are not 0, in the order of their columns.
  func append(to terms: inout [IntegerProgram.Term]) {
    var column = Int(columns.first)
    for kind in ProjectColumn.allCases where columns.has(kind) {
      let coefficient = coefficient(kind)
      if coefficient != 0 { terms.append(IntegerProgram.Term(column, coefficient)) }
      column += 1
    }
  }

  var expression: LinearExpression { .sum(CollectionOfOne(self)) }

  /// Value at a point.
  func value(at point: [Int]) -> Int {
    ProjectColumn.allCases.reduce(constant) { sum, kind in
      sum + coefficient(kind) * (columns[kind].map { point[$0] } ?? 0)
    }
  }

  /// The sum of two amounts of the same project.
  static func + (left: ProjectAmount, right: ProjectAmount) -> ProjectAmount {
    precondition(left.columns == right.columns, "amounts of two projects")
    var sum = left
    sum.supported += right.supported
    sum.steps += right.steps
    sum.paddyStock += right.paddyStock
    sum.farmlandStock += right.farmlandStock
    sum.otherStock += right.otherStock
    sum.grain += right.grain
    sum.constant += right.constant
    return sum
  }

  static func - (left: ProjectAmount, right: ProjectAmount) -> ProjectAmount { left + right * -1 }

  /// 1 − the amount.
  var complement: ProjectAmount {
    var rest = self * -1
    rest.constant += 1
    return rest
  }

  static func * (amount: ProjectAmount, factor: Int) -> ProjectAmount {
    var product = amount
    product.supported *= factor
    product.steps *= factor
    product.paddyStock *= factor
    product.farmlandStock *= factor
    product.otherStock *= factor
    product.grain *= factor
    product.constant *= factor
    return product
  }
}

extension LinearExpression {
  /// Sum of the amounts of many projects; quickest in the order of the projects.
  static func sum(_ amounts: some Sequence<ProjectAmount>) -> LinearExpression {
    var terms: [IntegerProgram.Term] = []
    var constant = 0
    for amount in amounts {
      amount.append(to: &terms)
      constant += amount.constant
    }
    return LinearExpression(terms, constant: constant)
  }
}
