import Scenario

/// Turns the rows of the table of projects, or of a part of it, into projects.
///
/// A class, because the many closures that put off the making of messages would each copy a value of this size.
final class ProjectRowReader {
  typealias Column = Format.ProjectColumn

  let context: ReadContext
  private let builder: ScenarioBuilder
  private let values: ValueReader
  private let layout: TableLayout
  private(set) var categories = TextPool()
  private(set) var sectors = TextPool()
  /// Where the ids of the projects stand, in the order of rows.
  private(set) var idCells: [Cell] = []
  /// The projects that rows name, by the number of the project among those read.
  private(set) var links: [ProjectLinks] = []
  private let noDemands: [Int]
  private let (levels, stages, locks) = (Level.allCases, Stage.allCases, Lock.allCases)
  /// Per slot, what the reading of each cell needs of its layout; shared with no other reader.
  private let choices: [[String]]
  private let units: [UnitSet?]
  /// Whether every row has an id.
  private(set) var isWhole = true
  /// Whether level and stage of every project are known.
  private(set) var isCountable = true

  init(_ builder: ScenarioBuilder, _ layout: TableLayout, _ context: ReadContext) {
    self.builder = builder.reporting(to: context)
    self.context = context
    self.layout = layout
    values = ValueReader(context: context)
    choices = layout.slots.map {
      if case .choice(let names) = $0.type { names.map { $0 } } else { [] }
    }
    units = layout.slots.map(\.units?.copy)
    noDemands = Array(repeating: 0, count: builder.resources.count)
  }

  /// The project of a row; `nil` where the row has no id.
  func project(_ row: TableRow) -> Project? {
    let id = projectID(row)
    let level = choice(row, .level).map { levels[$0] }
    let stage = choice(row, .stage).map { stages[$0] }
    if level == nil || (stage == nil && !row.cells[Column.stage.rawValue].isAbsent) {
      isCountable = false
    }
    let countyCell = row.cells[Column.county.rawValue]
    let county =
      countyCell.isAbsent
      ? nil
      : builder.county(countyCell, label(row, .county), at: row.place(Column.county.rawValue))
    let name = text(row, .name)
    var project = Project(
      id: id ?? "", name: name ?? "", level: level ?? .other, county: county ?? 0, stage: stage,
      category: repeatedText(row, .category, &categories),
      sector: repeatedText(row, .sector, &sectors), demands: noDemands, retired: noDemands)
    if let level, level.isKey, row.cells[Column.stage.rawValue].isAbsent {
      context.log.report(
        .keyWithoutStage, "\(level.rawValue)项目必须写阶段",
        "a key project (\(level.rawValue)) needs a stage",
        at: row.place(Column.stage.rawValue),
        help: Suggestion.help(for: "", among: Stage.allCases.map(\.rawValue)))
    }
    var checks = ProjectChecks(row: row, level: level)
    readAmounts(row, &project, &checks)
    readDemands(row, &project, &checks)
    readStatus(row, &project)
    let owner = readOwner(row)
    if let owner { project.stewardship = owner }
    project.division = readDivision(row)
    checks.check(project, context.log)
    if level?.isKey ?? false { warnOfStewardship(row, project.id, owner ?? Stewardship()) }
    guard id != nil else {
      isWhole = false
      return nil
    }
    noteLinks(row)
    idCells.append(row.cells[Column.id.rawValue])
    return project
  }

  // MARK: Cells

  func label(_ row: TableRow, _ column: Column) -> String {
    row.cells[column.rawValue].kind == .csv
      ? row.names[column.rawValue] ?? layout.slots[column.rawValue].key
      : layout.slots[column.rawValue].key
  }

  private func choice(_ row: TableRow, _ column: Column) -> Int? {
    let cell = row.cells[column.rawValue]
    guard !cell.isAbsent else { return nil }
    return values.choice(
      cell, choices[column.rawValue], label(row, column), at: row.place(column.rawValue))
  }

  private func text(_ row: TableRow, _ column: Column, isNote: Bool = false) -> String? {
    let cell = row.cells[column.rawValue]
    guard !cell.isAbsent else { return nil }
    return values.text(
      cell, label(row, column), isNote: isNote,
      mayBeEmpty: column != .name,
      at: row.place(column.rawValue))
  }

  private func repeatedText(_ row: TableRow, _ column: Column, _ texts: inout TextPool) -> String {
    let cell = row.cells[column.rawValue]
    if cell.isAbsent { return "" }
    if let known = texts.text(cell, in: context) { return known }
    return text(row, column).map { texts.keep($0) } ?? ""
  }

  private func flag(_ row: TableRow, _ column: Column, default standard: Bool) -> Bool {
    let cell = row.cells[column.rawValue]
    guard !cell.isAbsent else { return standard }
    return values.flag(cell, label(row, column), at: row.place(column.rawValue)) ?? standard
  }

  private func integer(_ row: TableRow, _ column: Column) -> Int? {
    let cell = row.cells[column.rawValue]
    guard !cell.isAbsent, case .integer(let range) = layout.slots[column.rawValue].type else {
      return nil
    }
    return values.integer(cell, range, label(row, column), at: row.place(column.rawValue))
  }

  private func amount(_ row: TableRow, _ slot: Int) -> Int? {
    guard let units = units[slot] else { return nil }
    return values.amount(
      row.cells[slot], units, headerUnit: row.unit(slot),
      row.cells[slot].kind == .csv ? row.names[slot] ?? "" : layout.slots[slot].key,
      at: row.place(slot))
  }

  // MARK: Parts of a row

  private func projectID(_ row: TableRow) -> String? {
    let cell = row.cells[Column.id.rawValue]
    guard !cell.isAbsent,
      let id = values.text(cell, label(row, .id), at: row.place(Column.id.rawValue))
    else { return nil }
    if let fault = ProjectID.fault(id) {
      context.log.report(
        .unusableID, "编号 `\(ReadContext.short(id))` 不可用：\(fault.chinese)",
        "the id `\(ReadContext.short(id))` cannot be used: \(fault.english)",
        at: row.place(Column.id.rawValue),
        help: Bilingual("用字母开头并带连字符的编号，如 `P2018-0137`", "use ids such as `P2018-0137`"))
    }
    return id
  }

  private func readAmounts(_ row: TableRow, _ project: inout Project, _ checks: inout ProjectChecks)
  {
    func read(_ column: Column) -> Int? {
      if row.cells[column.rawValue].isAbsent { return nil }
      let value = amount(row, column.rawValue)
      if value == nil { checks.unread.insert(column.rawValue) }
      return value
    }
    project.investmentThisYear = read(.investmentThisYear) ?? 0
    project.totalInvestment = read(.investmentTotal)
    project.annualOutput = read(.output)
    project.annualTax = read(.tax)
    project.landThisYear = read(.landThisYear) ?? 0
    project.landTotal = read(.landTotal) ?? project.landThisYear
    project.farmland = read(.farmland) ?? 0
    project.paddy = read(.paddy) ?? 0
    project.grainCapacity = read(.grain) ?? 0
  }

  private func readDemands(_ row: TableRow, _ project: inout Project, _ checks: inout ProjectChecks)
  {
    for family in layout.families {
      for resource in noDemands.indices {
        let slot = family.first + resource
        guard !row.cells[slot].isAbsent else { continue }
        guard let value = amount(row, slot) else {
          checks.unread.insert(slot)
          continue
        }
        // Writing a zero would cost each project an array of its own.
        guard value != 0 else { continue }
        if family.key == "demands" {
          project.demands[resource] = value
        } else {
          project.retired[resource] = value
        }
      }
    }
  }

  private func readStatus(_ row: TableRow, _ project: inout Project) {
    project.conformsToPlans = flag(row, .conforms, default: true)
    project.isApproved = flag(row, .approved, default: true)
    project.lock = choice(row, .lock).map { locks[$0] } ?? .none
    project.priority = integer(row, .priority) ?? 1
    project.exemption = ExemptionEvidence(
      cityApproval: text(row, .cityApproval) ?? "", airOfficeFiling: text(row, .airFiling) ?? "",
      dustControlInPlace: flag(row, .dustControl, default: false))
  }

  /// Who answers for the project; `nil` where the row says nothing of it.
  private func readOwner(_ row: TableRow) -> Stewardship? {
    let columns: [Column] = [.leader, .department, .team, .schedule, .contact]
    guard columns.contains(where: { !row.cells[$0.rawValue].isAbsent }) else { return nil }
    return Stewardship(
      leader: text(row, .leader, isNote: true) ?? "",
      department: text(row, .department, isNote: true) ?? "",
      team: text(row, .team, isNote: true) ?? "",
      schedule: text(row, .schedule, isNote: true) ?? "",
      contact: text(row, .contact, isNote: true) ?? "")
  }

  private func readDivision(_ row: TableRow) -> Division? {
    let minimum = integer(row, .minimumSteps)
    guard !row.cells[Column.steps.rawValue].isAbsent else {
      if minimum ?? 1 > 1 {
        context.log.report(
          .minimumSteps, "有最低步数却没有可分步数", "minimum steps without steps",
          at: row.place(Column.minimumSteps.rawValue))
      }
      return nil
    }
    guard let steps = integer(row, .steps) else { return nil }
    if let minimum, minimum > steps {
      context.log.report(
        .minimumSteps, "最低步数 \(minimum) 大于可分步数 \(steps)",
        "minimum steps \(minimum) exceed the \(steps) steps",
        at: row.place(Column.minimumSteps.rawValue))
    }
    return Division(steps: steps, minimumSteps: min(minimum ?? 1, steps))
  }

  private func warnOfStewardship(_ row: TableRow, _ id: String, _ owner: Stewardship) {
    guard
      owner.leader.isEmpty || owner.department.isEmpty || owner.team.isEmpty
        || owner.schedule.isEmpty || owner.contact.isEmpty
    else { return }
    // Put into words only where the log still takes them.
    func missing() -> String {
      let parts = [
        (owner.leader, "包联领导"), (owner.department, "责任部门"), (owner.team, "工作班子"),
        (owner.schedule, "工期计划"), (owner.contact, "联系人"),
      ]
      return parts.filter(\.0.isEmpty).map(\.1).joined(separator: "、")
    }
    context.log.report(
      .unstewarded, "重点项目 `\(id)` 没有\(missing())（X-1 六个一）",
      "the key project `\(id)` lacks \(missing()) (X-1)", at: row.place(Column.id.rawValue))
  }

  private func noteLinks(_ row: TableRow) {
    for column in [Column.requires, .excludes] where !row.cells[column.rawValue].isAbsent {
      links.append(
        ProjectLinks(
          project: idCells.count, isExclusion: column == .excludes,
          cell: row.cells[column.rawValue],
          place: row.place(column.rawValue), label: label(row, column)))
    }
  }
}
