import Scenario

extension ScenarioBuilder {
  mutating func readFarmland() -> FarmlandRules {
    guard let farmland = root.object("farmland") else { return FarmlandRules() }
    return FarmlandRules(
      banks: farmland.table("banks").map { readBanks($0) } ?? [],
      ringFence: farmland.object("ring_fence").map { readRingFence($0) } ?? RingFence())
  }

  private func readRingFence(_ reader: ObjectReader) -> RingFence {
    let share = reader.amount("share") ?? 1_500
    if share < 1_500 || share > 10_000, let cell = reader.cell("share") {
      let isSmall = share < 1_500
      log.report(
        isSmall ? .ringFenceTooSmall : .integerRange,
        isSmall ? "留用比例不得低于 15 %（F-3）" : "比例不能超过 100 %",
        isSmall
          ? "the ring-fenced share must be at least 15 % (F-3)" : "a share cannot exceed 100 %",
        at: cell.place())
    }
    return RingFence(
      share: share, base: reader.choice("base", as: RingFence.Base.self) ?? .circulating,
      scope: reader.choice("scope", as: RingFence.Scope.self) ?? .eachBank,
      provincialMayUseRest: reader.flag("provincial_may_use_rest"))
  }

  private mutating func readBanks(_ table: EffectiveTable) -> [CountyBank] {
    var banks: [(lot: CountyBank, place: Place)] = []
    let layout = TableLayout(Format.bank)
    let reader = TableReader(context: context, table: table, layout: layout)
    reader.forEachRow { row in
      let label = row.names[0] ?? "county"
      let amounts = readBankAmounts(row, layout)
      guard !row.cells[0].isAbsent, let county = county(row.cells[0], label, at: row.place(0))
      else { return }
      banks.append(
        (
          CountyBank(
            county: county, opening: amounts[0], added: amounts[1], task: amounts[2],
            committed: amounts[3]), row.place(0)
        ))
    }
    return sortedUnique(banks, "储备库", "banks") { [$0.lot.county] }.map(\.lot)
  }

  /// The four entries of each bank, in the order of the columns.
  private func readBankAmounts(_ row: TableRow, _ layout: TableLayout) -> [BankAmounts] {
    Format.bankEntries.indices.map { entry in
      var amounts = BankAmounts()
      for (offset, bank) in Bank.allCases.enumerated() {
        let slot = 1 + entry * Bank.allCases.count + offset
        guard !row.cells[slot].isAbsent, let units = layout.slots[slot].units else { continue }
        amounts[bank] =
          values.amount(
            row.cells[slot], units, headerUnit: row.unit(slot),
            row.names[slot] ?? layout.slots[slot].key, at: row.place(slot)) ?? 0
      }
      return amounts
    }
  }
}
