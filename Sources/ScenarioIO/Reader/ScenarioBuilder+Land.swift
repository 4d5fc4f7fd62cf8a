import Scenario

extension ScenarioBuilder {
  mutating func readLand() -> LandRules {
    guard let land = root.object("land") else { return LandRules() }
    let quotas = perCounty(land.map("county_quotas"), default: 0) { cell, name in
      values.amount(cell, .area, name, at: cell.place())
    }
    return LandRules(
      provincialQuota: land.amount("provincial_quota") ?? 0,
      cityQuota: land.amount("city_quota") ?? 0, countyQuotas: quotas,
      stock: land.table("stock").map { readStock($0) } ?? [],
      municipalGuarantee: land.choice("municipal_guarantee", as: MunicipalGuarantee.self)
        ?? .preferred,
      provincialMayUseCityQuota: land.flag("provincial_may_use_city_quota"),
      keyProjectsMayUseCountyQuota: land.flag("key_projects_may_use_county_quota"),
      cityQuotaAlsoFor: cityQuotaLevels(land),
      developmentZoneReserve: land.amount("development_zone_reserve") ?? 0)
  }

  private func cityQuotaLevels(_ land: ObjectReader) -> [Level] {
    guard let elements = land.list("city_quota_also_for") else { return [.reserve] }
    let levels = [Level.other, .reserve]
    let chosen = elements.compactMap { element -> Level? in
      guard case .scalar(let cell) = element else {
        log.report(
          .wrongType, "`city_quota_also_for` 的各项应为文本",
          "the elements of `city_quota_also_for` must be texts", at: element.place)
        return nil
      }
      return values.choice(
        cell, levels.map(\.rawValue), "city_quota_also_for", at: cell.place()
      ).map { levels[$0] }
    }
    return levels.filter { chosen.contains($0) }
  }

  private mutating func readStock(_ table: EffectiveTable) -> [StockLot] {
    var lots: [(lot: StockLot, place: Place)] = []
    let reader = TableReader(
      context: context, table: table, layout: TableLayout(Format.stock))
    reader.forEachRow { row in
      if let lot = stockLot(row) { lots.append((lot, row.place(0))) }
    }
    return sortedUnique(lots, "存量土地", "stock land", key: Self.stockKey).map(\.lot)
  }

  private mutating func stockLot(_ row: TableRow) -> StockLot? {
    typealias Column = Format.StockColumn
    func cell(_ column: Column) -> Cell { row.cells[column.rawValue] }
    func place(_ column: Column) -> Place { row.place(column.rawValue) }
    func label(_ column: Column) -> String { row.names[column.rawValue] ?? column.field.key }
    var share: Int? = 0
    if !cell(.minimumDisposal).isAbsent {
      share = values.amount(
        cell(.minimumDisposal), .share, headerUnit: row.unit(Column.minimumDisposal.rawValue),
        label(.minimumDisposal), at: place(.minimumDisposal))
    }
    if let value = share, value > 10_000 {
      log.report(
        .integerRange, "最低处置率不能超过 100 %", "the share cannot exceed 100 %",
        at: place(.minimumDisposal))
    }
    let zone =
      cell(.developmentZone).isAbsent
      ? false
      : values.flag(cell(.developmentZone), label(.developmentZone), at: place(.developmentZone))
    let kinds = StockKind.allCases
    // Absent required cells have been reported; read what there is before giving up on the row.
    let county =
      cell(.county).isAbsent ? nil : county(cell(.county), label(.county), at: place(.county))
    let kind =
      cell(.kind).isAbsent
      ? nil : values.choice(cell(.kind), kinds.map(\.rawValue), label(.kind), at: place(.kind))
    let vintage =
      cell(.vintage).isAbsent
      ? nil : values.integer(cell(.vintage), 1949...2100, label(.vintage), at: place(.vintage))
    let area =
      cell(.area).isAbsent
      ? nil
      : values.amount(
        cell(.area), .area, headerUnit: row.unit(Column.area.rawValue), label(.area),
        at: place(.area))
    guard let county, let kind, let vintage, let area, let share, share <= 10_000, let zone else {
      return nil
    }
    // At most 10¹² × 10⁴, which fits.
    return StockLot(
      county: county, kind: kinds[kind], vintage: vintage, area: area,
      minimumDisposal: (area * share + 9_999) / 10_000, inDevelopmentZone: zone)
  }

  private static func stockKey(_ row: (lot: StockLot, place: Place)) -> [Int] {
    let lot = row.lot
    let kind = StockKind.allCases.firstIndex(of: lot.kind) ?? 0
    return [lot.county, lot.vintage, kind, lot.inDevelopmentZone ? 1 : 0]
  }

  /// Rows in the order of their keys; a second row with the same key is reported.
  func sortedUnique<Row>(
    _ rows: [(lot: Row, place: Place)], _ chinese: String, _ english: String,
    key: ((lot: Row, place: Place)) -> [Int]
  ) -> [(lot: Row, place: Place)] {
    var first: [[Int]: Place] = [:]
    for row in rows {
      if let earlier = first[key(row)] {
        log.report(
          .repeatedRow, "\(chinese)表中有两行键相同", "two rows of \(english) have the same key",
          at: row.place, notes: [(Bilingual("第一行在这里", "the first row is here"), earlier)])
      } else {
        first[key(row)] = row.place
      }
    }
    return rows.sorted { key($0).lexicographicallyPrecedes(key($1)) }
  }
}
