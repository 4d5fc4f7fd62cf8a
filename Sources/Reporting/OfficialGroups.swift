/// The rows of a table by group, with their sums, found in one pass.
struct OfficialGroups {
  struct Group {
    var rows: [Int] = []
    /// Sums of all rows, one cell per column.
    var sums: OfficialSums
    /// Sums of the rows that sum up the group already; `nil` where there are none.
    var totals: OfficialSums?

    /// What counts for the whole table.
    var counted: OfficialSums { totals ?? sums }
  }

  /// In print order.
  private(set) var groups: [Group]
  /// Sums of each level; `nil` where a level has no rows.
  private(set) var levels: [OfficialSums?]
  let nothing: OfficialSums

  init(_ table: Table, _ grouping: Grouping) {
    nothing = OfficialSums(table.columns)
    groups = grouping.order.map { [nothing] _ in Group(sums: nothing) }
    levels = levelNames.map { _ in nil }
    let places = Dictionary(zip(grouping.order, groups.indices)) { first, _ in first }
    var row = Row()
    for number in 0..<table.list.count {
      table.list.write(number, to: &row)
      if case .text(let name) = row.cells[grouping.column], let place = places[name] {
        let isTotal = grouping.totalMark.map { row.cells[grouping.column + 1] == .text($0) }
        enter(number, row.cells, in: place, isTotal: isTotal ?? false)
      }
      if let column = grouping.levelColumn, case .text(let name) = row.cells[column],
        let place = levelNames.firstIndex(of: name)
      {
        var sums = levels[place] ?? nothing
        levels[place] = nil
        sums.add(row.cells)
        levels[place] = sums
      }
    }
  }

  private mutating func enter(_ number: Int, _ cells: [Cell], in place: Int, isTotal: Bool) {
    groups[place].rows.append(number)
    groups[place].sums.add(cells)
    guard isTotal else { return }
    var totals = groups[place].totals ?? nothing
    totals.add(cells)
    groups[place].totals = totals
  }
}

/// Sums of the columns that are added up.
struct OfficialSums {
  private let columns: [Int]
  /// One cell per column of the table; empty where nothing is added up.
  private(set) var cells: [Cell]

  init(_ columns: [Column]) {
    self.columns = columns.indices.filter { columns[$0].isSummed }
    cells = columns.map { _ in .empty }
  }

  /// Adds the cells of a row.
  mutating func add(_ row: [Cell]) {
    for column in columns {
      guard case .number(let value, let decimals) = row[column] else { continue }
      if case .number(let sum, let first) = cells[column] {
        cells[column] = .number(sum + value, decimals: first)
      } else {
        cells[column] = .number(value, decimals: decimals)
      }
    }
  }
}
