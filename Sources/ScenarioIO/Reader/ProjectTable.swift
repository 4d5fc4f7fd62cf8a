import Parallel
import Scenario

/// Reads the table of projects.
struct ProjectTable {
  let context: ReadContext
  private let builder: ScenarioBuilder
  private let layout: TableLayout
  private var projects: [Project] = []
  private var idCells: [Cell] = []
  private var links: [ProjectLinks] = []
  /// Whether every row could be taken apart and has an id, so that an unknown id is no echo of another error.
  private(set) var isWhole = true
  /// Whether level and stage of every project are known, so that the counts mean something.
  private(set) var isCountable = true
  /// Classes and branches of the projects.
  private(set) var categories: Set<String> = []
  private(set) var sectors: Set<String> = []

  init(_ builder: ScenarioBuilder) {
    self.builder = builder
    context = builder.context
    layout = TableLayout(Format.project, resources: builder.resourceColumns)
  }

  /// The projects in the order of their ids, with their links resolved.
  mutating func read(_ table: EffectiveTable?) -> [Project] {
    guard let table else {
      isWhole = false
      isCountable = false
      return []
    }
    if case .json(let array) = table.base, let rows = array.rows, let division = context.division {
      readParts(of: rows, in: array.document, table, division)
    } else {
      readRows(table)
    }
    let order = ProjectOrder(ids: projects.map(\.id))
    order.reportRepeated(context) { idCells[$0].place() }
    let linker = ProjectLinker(context: context, order: order, isWhole: isWhole)
    linker.resolve(links, in: &projects)
    return order.isSorted ? projects : order.numbers.map { projects[$0] }
  }

  private mutating func readRows(_ table: EffectiveTable) {
    let rows = ProjectRowReader(builder, layout, context)
    let isComplete = TableReader(context: context, table: table, layout: layout).forEachRow {
      if let project = rows.project($0) { projects.append(project) }
    }
    take(rows, isComplete: isComplete)
  }

  /// Takes over what is known of rows besides the projects.
  private mutating func take(_ rows: ProjectRowReader, isComplete: Bool) {
    let first = idCells.count
    idCells += rows.idCells
    for var link in rows.links {
      link.project += first
      links.append(link)
    }
    categories.formUnion(rows.categories.texts)
    sectors.formUnion(rows.sectors.texts)
    if !isComplete || !rows.isWhole { isWhole = false }
    if !isComplete || !rows.isCountable { isCountable = false }
  }

  // MARK: Parts

  /// What a thread made of some rows.
  private struct Part {
    var rows: ProjectRowReader
    var isComplete: Bool
    var count: Int
  }

  /// Reads rows that were set aside, several parts at a time; what is found keeps the order of rows.
  private mutating func readParts(
    of rows: JSONRows, in document: JSONDocument, _ table: EffectiveTable, _ division: RowDivision
  ) {
    let size = division.rowsInPart
    let ranges = stride(from: 0, to: rows.count, by: size).map {
      $0..<min($0 + size, rows.count)
    }
    var parts = [Part?](repeating: nil, count: ranges.count)
    let room = FindingRoom()
    // Each part writes its projects where they will stay: a table of a million is not moved again.
    projects = Array(unsafeUninitializedCapacity: rows.count) { places, count in
      parts.withUnsafeMutableBufferPointer { parts in
        Parallel.forEach(below: ranges.count) { number in
          parts[number] = readPart(
            ranges[number], of: rows, in: document, table, context.branch(part: number, room),
            places)
        }
      }
      count = rows.count
    }
    // Rows that were read before may be read by several tasks at a time.
    if !rows.areChecked { rows.areChecked = true }
    removeGaps(ranges, parts.map { $0?.count ?? 0 })
    for part in parts {
      guard let part else { continue }
      context.merge(part.rows.context)
      take(part.rows, isComplete: part.isComplete)
    }
    readAddedRows(table)
  }

  private func readPart(
    _ range: Range<Int>, of rows: JSONRows, in document: JSONDocument, _ table: EffectiveTable,
    _ branch: ReadContext, _ places: UnsafeMutableBufferPointer<Project>
  ) -> Part {
    let reader = ProjectRowReader(builder, layout, branch)
    var next = range.lowerBound
    let isComplete = TableReader(context: branch, table: table, layout: layout)
      .forEachRow(range, of: rows, in: document) { row in
        guard let project = reader.project(row) else { return }
        places.initializeElement(at: next, to: project)
        next += 1
      }
    let count = next - range.lowerBound
    while next < range.upperBound {
      places.initializeElement(at: next, to: Self.gap)
      next += 1
    }
    return Part(rows: reader, isComplete: isComplete, count: count)
  }

  /// Stands where a row gave no project, until it is removed.
  private static let gap = Project(id: "", name: "", level: .other, county: 0)

  private mutating func removeGaps(_ ranges: [Range<Int>], _ counts: [Int]) {
    guard zip(ranges, counts).contains(where: { $0.count != $1 }) else { return }
    projects = zip(ranges, counts).flatMap { projects[$0.prefix($1)] }
  }

  private mutating func readAddedRows(_ table: EffectiveTable) {
    guard !table.added.isEmpty else { return }
    let rows = ProjectRowReader(builder, layout, context)
    projects.reserveCapacity(projects.count + table.added.count)
    TableReader(context: context, table: table, layout: layout).forEachAddedRow {
      if let project = rows.project($0) { projects.append(project) }
    }
    take(rows, isComplete: true)
  }
}
