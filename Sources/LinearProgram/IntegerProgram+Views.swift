extension IntegerProgram {
  /// One variable.
  public struct Column: Sendable, Equatable {
    private let label: Label
    public var lower: Int
    public var upper: Int
    /// Group of columns that most rows stay within, e.g. a county; `nil` for a column that belongs to none.
    ///
    /// A hint for decomposition: it never changes what the program means.
    public var block: Int?

    public var name: String { label.text }

    public init(name: String, lower: Int, upper: Int, block: Int? = nil) {
      self.init(.text(name), lower: lower, upper: upper, block: block)
    }

    init(_ label: Label, lower: Int, upper: Int, block: Int?) {
      self.label = label
      self.lower = lower
      self.upper = upper
      self.block = block
    }

    public static func == (left: Column, right: Column) -> Bool {
      left.lower == right.lower && left.upper == right.upper && left.block == right.block
        && left.name == right.name
    }
  }

  /// One constraint `lower ≤ expression ≤ upper`; `nil` for no bound on that side.
  public struct Row: Sendable, Equatable {
    private let label: Label
    /// The terms where they are stored: by column, no repeats, no zeros.
    public let storedTerms: ArraySlice<Term>
    public var lower: Int?
    public var upper: Int?

    /// The terms in an array of their own.
    public var terms: [Term] { Array(storedTerms) }

    public var name: String { label.text }

    public init(name: String, terms: [Term], lower: Int?, upper: Int?) {
      self.init(.text(name), terms[...], lower: lower, upper: upper)
    }

    init(_ label: Label, _ terms: ArraySlice<Term>, lower: Int?, upper: Int?) {
      self.label = label
      storedTerms = terms
      self.lower = lower
      self.upper = upper
    }

    public static func == (left: Row, right: Row) -> Bool {
      left.lower == right.lower && left.upper == right.upper
        && left.storedTerms == right.storedTerms
        && left.name == right.name
    }
  }

  /// The columns, in the order in which they were added.
  public struct Columns: RandomAccessCollection, Sendable, Equatable {
    static let noBlock = Int32.min

    private let lower: [Int]
    private let upper: [Int]
    private let blocks: [Int32]
    private let texts: [Int: String]
    private let names: (any ProgramNames)?

    init(_ program: IntegerProgram) {
      lower = program.lowerBounds
      upper = program.upperBounds
      blocks = program.blocks
      texts = program.columnNames
      names = program.names
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { lower.count }

    public subscript(index: Int) -> Column {
      let text = texts.isEmpty ? nil : texts[index]
      return Column(
        text.map { .text($0) } ?? .column(index, names), lower: lower[index], upper: upper[index],
        block: blocks[index] == Columns.noBlock ? nil : Int(blocks[index]))
    }

    public static func == (left: Columns, right: Columns) -> Bool { left.elementsEqual(right) }
  }

  /// The rows, in the order in which they were added.
  public struct Rows: RandomAccessCollection, Sendable, Equatable {
    private let store: RowStore
    private let texts: [Int: String]
    private let names: (any ProgramNames)?

    init(_ program: IntegerProgram) {
      store = program.store
      texts = program.rowNames
      names = program.names
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { store.count }

    public subscript(index: Int) -> Row {
      let text = texts.isEmpty ? nil : texts[index]
      let content = store[index]
      return Row(
        text.map { .text($0) } ?? .row(index, names), content.terms, lower: content.lower,
        upper: content.upper)
    }

    public static func == (left: Rows, right: Rows) -> Bool { left.elementsEqual(right) }
  }

  public var columns: Columns { Columns(self) }

  public var rows: Rows { Rows(self) }
}
