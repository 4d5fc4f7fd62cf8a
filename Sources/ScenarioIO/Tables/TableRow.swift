/// One row as cells, before they are read as types.
struct TableRow {
  /// One per slot of the layout.
  var cells: [Cell]
  /// For CSV cells: the unit in the header of each slot, and the header itself.
  var units: [ScenarioUnit?]
  var names: [String?]
  /// The row, or for JSON its opening brace.
  var place: Place
  /// Number of the row: from 0 for the base's rows, −1, −2, … for added ones.
  var number: Int

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
