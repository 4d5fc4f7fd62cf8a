/// The lists of columns and rows at the head of a certificate, by which it numbers what the program names.
struct NameLists {
  private var statement: Statement
  /// Column of the program for every number, from 1.
  private(set) var columns: [Int] = []
  private var rows: [Program.Row] = []
  private var unlistedColumns: Places
  private var unlistedRows: Places

  init(_ statement: Statement) {
    self.statement = statement
    unlistedColumns = Places(statement.program.columns.map(\.name))
    unlistedRows = Places(statement.program.rows.map(\.name))
  }

  /// Takes a line of the lists; false for any other.
  mutating func take(_ line: CertificateLine) throws(ProofFault) -> Bool {
    var line = line
    switch line.keyword {
    case "column" where rows.isEmpty:
      guard try line.smallInteger() == columns.count + 1 else { throw .line }
      columns.append(try unlistedColumns.take(line.name()))
    case "row":
      guard try line.smallInteger() == rows.count + 1 else { throw .line }
      rows.append(statement.program.rows[try unlistedRows.take(line.name())])
    default: return false
    }
    return true
  }

  /// The statement with its rows in the order of the list; an incomplete list is a fault.
  func numberedStatement() throws(ProofFault) -> Statement {
    if let name = unlistedColumns.firstName ?? unlistedRows.firstName { throw .name(name) }
    var numbered = statement
    numbered.program.rows = rows
    return numbered
  }
}

/// Places of names, compared byte by byte; things of the same name come in turn.
private struct Places {
  private var places: [ArraySlice<UInt8>: [Int]] = [:]

  init(_ names: [String]) {
    for (place, name) in names.enumerated().reversed() {
      places[Array(name.utf8)[...], default: []].append(place)
    }
  }

  mutating func take(_ name: ArraySlice<UInt8>) throws(ProofFault) -> Int {
    guard let place = places[name]?.popLast() else {
      throw .name(String(decoding: name, as: UTF8.self))
    }
    return place
  }

  /// The first name, in the order of the program, that was not taken.
  var firstName: String? {
    let first = places.compactMap { name, rest in rest.last.map { (place: $0, name: name) } }
      .min { $0.place < $1.place }
    return first.map { String(decoding: $0.name, as: UTF8.self) }
  }
}
