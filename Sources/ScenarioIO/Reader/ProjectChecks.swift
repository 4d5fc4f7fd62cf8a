import Scenario

/// Checks that the amounts of one project fit together; amounts that could not be read are left out.
struct ProjectChecks {
  typealias Column = Format.ProjectColumn

  let row: TableRow
  let level: Level?
  /// Slots whose values could not be read.
  var unread: Set<Int> = []

  init(row: TableRow, level: Level?) {
    self.row = row
    self.level = level
  }

  /// Reports what does not fit.
  func check(_ project: Project, _ log: FindingLog) {
    if isRead(.landThisYear, .landTotal), project.landThisYear > project.landTotal {
      log.report(
        .landExceedsTotal, "本年用地大于用地总面积", "land of this year exceeds total land",
        at: place(.landTotal))
    }
    if isRead(.farmland, .landThisYear), project.farmland > project.landThisYear {
      log.report(
        .farmlandExceedsLand, "占用耕地大于本年用地", "farmland exceeds the land of this year",
        at: place(.farmland))
    }
    if isRead(.paddy, .farmland), project.paddy > project.farmland {
      log.report(
        .paddyExceedsFarmland, "占用水田大于占用耕地", "paddy exceeds farmland", at: place(.paddy))
    }
    if isRead(.grain, .farmland), project.grainCapacity > 0, project.farmland == 0 {
      log.report(
        .grainWithoutFarmland, "不占耕地就没有占用产能", "grain capacity without farmland",
        at: place(.grain))
    }
    if let division = project.division { check(project, division, log) }
  }

  private func check(_ project: Project, _ division: Division, _ log: FindingLog) {
    if level == .municipal, project.landThisYear > 0 {
      log.report(
        .municipalDivisible, "需要用地的市重点项目全额保障，不能分步（L-1）",
        "a municipal key project that needs land is not divisible (L-1)", at: place(.steps))
    }
    let amounts = [
      (project.investmentThisYear, Column.investmentThisYear),
      (project.landThisYear, .landThisYear), (project.farmland, .farmland),
      (project.paddy, .paddy), (project.grainCapacity, .grain),
    ]
    for (amount, column) in amounts where amount % division.steps != 0 {
      reportRemainder(column.rawValue, division, log)
    }
    let first = Column.allCases.count
    for (resource, amount) in project.demands.enumerated() where amount % division.steps != 0 {
      reportRemainder(first + resource, division, log)
    }
  }

  private func reportRemainder(_ slot: Int, _ division: Division, _ log: FindingLog) {
    log.report(
      .notMultipleOfSteps, "这个数量不能等分为 \(division.steps) 步",
      "this amount cannot be divided into \(division.steps) equal steps", at: row.place(slot),
      help: Bilingual(
        "换一个步数，或改为 \(division.steps) 个最小单位的倍数",
        "take other steps, or a multiple of \(division.steps) smallest units"))
  }

  private func isRead(_ columns: Column...) -> Bool {
    unread.isEmpty || columns.allSatisfy { !unread.contains($0.rawValue) }
  }

  private func place(_ column: Column) -> Place { row.place(column.rawValue) }
}
