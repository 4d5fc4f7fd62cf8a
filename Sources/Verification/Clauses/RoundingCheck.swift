import Scenario

/// Holds sums of printed amounts against each other and against their exact values.
struct RoundingCheck {
  private let parameters: Parameters
  private let books: Books
  private let prints: PrintedAtoms
  private(set) var faults: [VerificationFault] = []
  /// Number of sums that were worked out.
  private(set) var count = 0

  init(_ builder: TableBuilder) {
    parameters = builder.parameters
    books = builder.books
    prints = builder.prints
    checkProjects()
    checkSources(builder.lands)
    checkLots()
    checkDonors(builder.banks)
  }

  private mutating func require(
    _ table: TableID, _ row: String, _ column: String, _ printed: Int,
    within range: ClosedRange<Int>, decimals: Int, _ rule: Words
  ) {
    count += 1
    guard !range.contains(printed) else { return }
    let ends = [range.lowerBound, range.upperBound].map {
      NumberText.format($0, decimals: decimals)
    }
    faults.append(
      VerificationFault(
        .rounding, file: table.file, row: row, column: column,
        found: NumberText.format(printed, decimals: decimals),
        expected: ends[0] == ends[1] ? ends[0] : ends.joined(separator: "…"), rule))
  }

  private static let adjacent = Words(
    "合计与精确值相差不到末位一个单位", "a sum is less than one unit of its last place off")

  private mutating func near(
    _ table: TableID, _ row: String, _ column: String, _ printed: Int, _ exact: Int, mu: Bool
  ) {
    require(
      table, row, column, printed,
      within: Rounding.neighbours(exact, mu ? Area.centimu : Area.squareMetre),
      decimals: mu ? 2 : 4, Self.adjacent)
  }

  private mutating func checkProjects() {
    var (allotted, exact) = (parameters.counties.map { _ in 0 }, parameters.counties.map { _ in 0 })
    for project in parameters.landed {
      let id = parameters.scenario.projects[project].id
      let land = parameters.projects[project].land * books.plan.steps[project]
      let printed = prints.land[project]
      near(.t01, id, "合计（亩）", printed.allotted, land, mu: true)
      near(.t01, id, "其中占耕地（公顷）", printed.farmland, books.compensation[project].quantity, mu: false)
      require(
        .t01, id, "其中占耕地（公顷）", printed.farmland, within: 0...printed.hectares, decimals: 4,
        Words("其中占耕地 ≤ 合计（公顷）", "其中占耕地 is at most 合计（公顷）"))
      require(
        .t01, id, "其中水田（公顷）", printed.paddy, within: 0...printed.farmland, decimals: 4,
        Words("其中水田 ≤ 其中占耕地", "其中水田 is at most 其中占耕地"))
      allotted[parameters.county(project)] += printed.allotted
      exact[parameters.county(project)] += land
    }
    for county in parameters.counties {
      near(
        .t01, parameters.scenario.counties[county], "合计（亩）", allotted[county], exact[county],
        mu: true)
    }
    near(.t01, "全市", "合计（亩）", allotted.reduce(0, +), exact.reduce(0, +), mu: true)
  }

  private mutating func checkSources(_ lands: PrintedSources) {
    for (name, printed, exact) in [
      ("省级指标", lands.provincial, books.provincialQuota), ("市级指标", lands.city, books.cityQuota),
      ("县级指标", lands.county, books.countyQuota),
    ] {
      for county in parameters.counties {
        near(
          .t02, name + " " + parameters.scenario.counties[county], "使用合计（亩）",
          printed[county].reduce(0, +),
          parameters.stockUsers[county].reduce(0) { $0 + exact[$1] }, mu: true)
      }
      near(
        .t02, name, "使用合计（亩）", PrintedSources.whole(printed).reduce(0, +), exact.reduce(0, +),
        mu: true)
    }
  }

  /// Lots against their exact use, and per county, kind and level against T01.
  private mutating func checkLots() {
    for lot in parameters.lots.indices {
      near(
        .t02, parameters.lotKey(lot).joined(separator: " "), "使用合计（亩）",
        prints.lots[lot].reduce(0, +), books.lotUse[lot], mu: true)
    }
    for county in parameters.counties where !parameters.stock[county].lots.isEmpty {
      for kind in StockKind.allCases {
        let lots = parameters.stock[county].lots.filter { parameters.lots[$0].kind == kind }
        for level in Level.allCases {
          let inLedger = lots.reduce(0) { $0 + prints.lots[$1][level.place] }
          let inArrangement = parameters.stockUsers[county].reduce(0) { sum, project in
            guard parameters.level(project) == level else { return sum }
            let land = prints.land[project]
            return sum + (kind == .unsupplied ? land.unsupplied : land.idle)
          }
          require(
            .t02, kind.rawValue + " " + parameters.scenario.counties[county],
            level.rawValue + "（亩）", inLedger, within: inArrangement...inArrangement, decimals: 2,
            Words(identity: "Σ T02 \(kind.rawValue) = Σ T01 \(kind.rawValue)"))
        }
      }
    }
  }

  private mutating func checkDonors(_ banks: PrintedBanks) {
    guard parameters.banks.exist else { return }
    let zeros = parameters.counties.map { _ in BankAmounts() }
    var (own, out) = (zeros, zeros)
    for project in parameters.projects.indices {
      for draw in books.bankDraws[project] {
        if draw.donor == parameters.county(project) {
          own[draw.donor] += draw.amounts
        } else {
          out[draw.donor] += draw.amounts
        }
      }
    }
    for county in parameters.counties {
      let row = parameters.scenario.counties[county] + " " + Bank.quantity.word
      let account = banks.accounts[county][Bank.quantity.rawValue]
      let (home, away) = (own[county].quantity, out[county].quantity)
      near(.t04, row, "本县区项目使用 − 调入", account.home, home, mu: false)
      near(.t04, row, "调出", account.outflow, away, mu: false)
      near(.t04, row, "可流转节余 − 剩余", account.home + account.outflow, home + away, mu: false)
      near(
        .t04, row, "本县区项目使用", account.use, books.totals.compensation[county].quantity, mu: false)
      let paddy = banks.accounts[county][Bank.paddy.rawValue]
      require(
        .t04, parameters.scenario.counties[county] + " " + Bank.paddy.word, "可流转节余 − 剩余",
        paddy.home + paddy.outflow,
        within: 0...Rounding.up(own[county].paddy + out[county].paddy, Area.squareMetre),
        decimals: 4, Words("水田使用不超过精确值的上邻值", "paddy drawn is at most the upper neighbour"))
    }
  }
}
