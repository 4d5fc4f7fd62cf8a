/// One row as cells, before they are read as types; one object serves all rows of a table in turn.
final class TableRow {
  /// One per slot of the layout.
  let cells: UnsafeMutableBufferPointer<Cell>
  /// For CSV cells: the unit in the header of each slot, and the header itself.
  var units: [ScenarioUnit?]
  var names: [String?]
  /// The row, or for JSON its opening brace.
  var place: Place
  /// Number of the row: from 0 for the base's rows, −1, −2, … for added ones.
  var number: Int

  init(slots: Int, place: Place) {
    cells = .allocate(capacity: slots)
    cells.initialize(repeating: .absent)
    units = Array(repeating: nil, count: slots)
    names = Array(repeating: nil, count: slots)
    self.place = place
    number = 0
  }

  deinit { cells.deallocate() }

  /// The place of a slot's value with the name of its column.
  func place(_ slot: Int) -> Place {
    let cell = cells[slot]
    guard cell.kind == .csv || (cell.isAbsent && cell.end > 0) else {
      return cell.isAbsent ? place : cell.place()
    }
    return cell.place(column: names[slot])
  }

  /// The unit that holds for a slot's bare number.
  func unit(_ slot: Int) -> ScenarioUnit? { cells[slot].kind == .csv ? units[slot] : nil }
}
