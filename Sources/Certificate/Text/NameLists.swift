/// The lists of columns and rows at the head of a certificate, by which it numbers what the program names.
///
/// Columns stand in the order of the program, rows in any.
struct NameLists {
  private var statement: Statement
  /// Columns so far.
  private var columns = 0
  private var rows: [Program.Row] = []
  private var unlisted: RowPlaces

  init(_ statement: Statement) {
    self.statement = statement
    unlisted = RowPlaces(statement.program.rows)
  }

  /// Takes a line of the lists; false for any other.
  mutating func take(_ line: CertificateLine) throws(ProofFault) -> Bool {
    var line = line
    switch line.keyword {
    case "column" where rows.isEmpty:
      let (number, name) = (try line.smallInteger(), try line.name())
      guard number == columns + 1 else { throw .line }
      guard columns < statement.program.columns.count,
        name.elementsEqual(statement.program.columns[columns].name.utf8)
      else { throw .name(String(decoding: name, as: UTF8.self)) }
      columns += 1
    case "row":
      guard try line.smallInteger() == rows.count + 1 else { throw .line }
      rows.append(statement.program.rows[try unlisted.take(line.name())])
    default: return false
    }
    return true
  }

  /// The statement with its rows in the order of the list; an incomplete list is a fault.
  func numberedStatement() throws(ProofFault) -> Statement {
    if columns < statement.program.columns.count {
      throw .name(statement.program.columns[columns].name)
    }
    if let place = unlisted.first { throw .name(statement.program.rows[place].name) }
    var numbered = statement
    numbered.program.rows = rows
    return numbered
  }
}

/// Places of rows by their names, compared byte by byte; rows of the same name come in turn.
private struct RowPlaces {
  private var places: [ArraySlice<UInt8>: [Int]] = [:]

  init(_ rows: [Program.Row]) {
    for (place, row) in rows.enumerated().reversed() {
      places[Array(row.name.utf8)[...], default: []].append(place)
    }
  }

  mutating func take(_ name: ArraySlice<UInt8>) throws(ProofFault) -> Int {
    guard let place = places[name]?.popLast() else {
      throw .name(String(decoding: name, as: UTF8.self))
    }
    return place
  }

  /// The first row that was not taken.
  var first: Int? { places.values.compactMap(\.last).min() }
}
