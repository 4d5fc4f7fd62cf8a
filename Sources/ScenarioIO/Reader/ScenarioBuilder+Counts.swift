import Scenario

extension ScenarioBuilder {
  /// The announced numbers of projects, which must tie among themselves and to the table.
  func readExpectedCounts(_ projects: [Project], isWhole: Bool) -> [ExpectedCount] {
    var result: [ExpectedCount] = []
    for member in root.map("expected_counts").sortedByLevel(reportUnknown: reportLevel) {
      guard case .object(let object) = member.member.value else {
        log.report(
          .wrongType, "`\(member.member.key)` 应为对象", "`\(member.member.key)` must be an object",
          at: member.member.value.place)
        continue
      }
      let reader = ObjectReader(object, Format.stageCounts, context)
      let own = Self.counts(of: member.level, projects)
      var sum = 0
      for stage in Stage.allCases {
        guard let count = reader.integer(stage.rawValue) else { continue }
        sum += count
        result.append(ExpectedCount(level: member.level, stage: stage, count: count))
        let actual = own[stage] ?? 0
        compare(
          reader, stage.rawValue, "\(member.level.rawValue)·\(stage.rawValue)", announced: count,
          actual: actual, isWhole: isWhole)
      }
      let actual = own.values.reduce(0, +)
      checkTotal(reader, member.level, sum: sum, actual: actual, isWhole: isWhole)
    }
    return result
  }

  /// Numbers of projects of a level by stage.
  private static func counts(of level: Level, _ projects: [Project]) -> [Stage?: Int] {
    var counts: [Stage?: Int] = [:]
    for project in projects where project.level == level {
      counts[project.stage, default: 0] += 1
    }
    return counts
  }

  private func checkTotal(
    _ reader: ObjectReader, _ level: Level, sum: Int, actual: Int, isWhole: Bool
  ) {
    guard let total = reader.integer("total"), let place = reader.object["total"]?.value.place
    else {
      return
    }
    let hasAllStages = Stage.allCases.allSatisfy { reader.object[$0.rawValue] != nil }
    if sum > total || (hasAllStages && sum != total) {
      log.report(
        .totalMismatch, "\(level.rawValue)各阶段合计 \(sum)，与 total \(total) 不符",
        "the stages of \(level.rawValue) add up to \(sum), not to the total \(total)", at: place)
    }
    compare(
      reader, "total", level.rawValue, announced: total, actual: actual, isWhole: isWhole)
  }

  private func compare(
    _ reader: ObjectReader, _ key: String, _ title: String, announced: Int, actual: Int,
    isWhole: Bool
  ) {
    guard announced != actual, isWhole, let place = reader.object[key]?.value.place else { return }
    log.report(
      .countMismatch, "\(title)公布 \(announced) 个，项目表中有 \(actual) 个",
      "\(title): \(announced) announced, but the table has \(actual)", at: place)
  }

  private func reportLevel(_ member: EffectiveObject.Member) {
    log.report(
      .unknownChoice, "未知的级别 `\(ReadContext.short(member.key))`",
      "unknown level `\(ReadContext.short(member.key))`", at: member.keyPlace,
      help: Suggestion.help(for: member.key, among: Level.allCases.map(\.rawValue)))
  }

  mutating func readBulletin() -> [BulletinValue] {
    guard let table = root.table("bulletin") else { return [] }
    var rows: [(value: BulletinValue, place: Place)] = []
    let reader = TableReader(
      context: context, table: table, layout: TableLayout(Format.bulletin))
    reader.forEachRow { row in
      if let value = bulletinValue(row) { rows.append((value, row.place(0))) }
    }
    let sorted = rows.sorted { Self.precedes($0.value, $1.value) }
    for (first, again) in zip(sorted, sorted.dropFirst())
    where !Self.precedes(first.value, again.value) {
      log.report(
        .repeatedRow, "通报表中同月、同县区、同指标有两行",
        "two rows of the bulletin have the same month, county and indicator", at: again.place,
        notes: [(Bilingual("另一行在这里", "the other row is here"), first.place)])
    }
    return sorted.map(\.value)
  }

  private static func precedes(_ first: BulletinValue, _ second: BulletinValue) -> Bool {
    if first.month != second.month { return first.month < second.month }
    if first.indicator != second.indicator {
      return first.indicator.utf8.lexicographicallyPrecedes(second.indicator.utf8)
    }
    return first.county < second.county
  }

  private mutating func bulletinValue(_ row: TableRow) -> BulletinValue? {
    typealias Column = Format.BulletinColumn
    func cell(_ column: Column) -> Cell? {
      row.cells[column.rawValue].isAbsent ? nil : row.cells[column.rawValue]
    }
    func label(_ column: Column) -> String { row.names[column.rawValue] ?? column.field.key }
    func place(_ column: Column) -> Place { row.place(column.rawValue) }
    let month = cell(.month).flatMap { readMonth($0, label(.month), at: place(.month)) }
    var found: Int?
    if let cell = cell(.county) { found = county(cell, label(.county), at: place(.county)) }
    let indicator = cell(.indicator).flatMap {
      values.text($0, label(.indicator), at: place(.indicator))
    }
    let value = cell(.value).flatMap { values.percentage($0, label(.value), at: place(.value)) }
    guard let month, let found, let indicator, let value else { return nil }
    return BulletinValue(month: month, indicator: indicator, county: found, value: value)
  }

  private func readMonth(_ cell: Cell, _ label: String, at place: Place) -> String? {
    guard let text = values.text(cell, label, at: place) else { return nil }
    let bytes = Array(text.utf8)
    let isMonth =
      bytes.count == 7 && bytes[4] == UInt8(ascii: "-")
      && bytes.enumerated().allSatisfy { $0.offset == 4 || $0.element.isDigit }
      && (1...12).contains(Int(text.suffix(2)) ?? 0)
    if isMonth { return text }
    log.report(
      .textRefused, "月份应写作 2018-03，这里是 `\(ReadContext.short(text))`",
      "a month must be written 2018-03, but this is `\(ReadContext.short(text))`", at: place)
    return nil
  }
}

extension [EffectiveObject.Member] {
  /// The members whose keys are levels, in the order of the policy.
  fileprivate func sortedByLevel(
    reportUnknown: (EffectiveObject.Member) -> Void
  ) -> [(level: Level, member: EffectiveObject.Member)] {
    for member in self where Level(rawValue: member.key) == nil { reportUnknown(member) }
    return Level.allCases.compactMap { level in
      first { $0.key == level.rawValue }.map { (level, $0) }
    }
  }
}
