extension IntegerProgram {
  /// Number of a column's block, by column; `nil` for a column that belongs to none.
  public func block(ofColumn column: Int) -> Int? {
    blocks[column] == Columns.noBlock ? nil : Int(blocks[column])
  }

  /// How many rows there are.
  public var rowCount: Int { store.count }

  /// Calls back for every row in order, without its name: for passes over programs of millions of rows.
  public func forEachRow<Failure: Error>(
    _ body: (_ terms: ArraySlice<Term>, _ lower: Int?, _ upper: Int?) throws(Failure) -> Void
  ) throws(Failure) {
    try store.forEach(body)
  }
}
