import Scenario

/// Builds a scenario from the effective object; everything that is wrong goes to the log.
struct ScenarioBuilder {
  private(set) var context: ReadContext
  let root: ObjectReader
  var counties: NameIndex
  var resources: [Resource] = []
  var resourceUnits: [UnitSet] = []
  var log: FindingLog { context.log }
  var values: ValueReader { ValueReader(context: context) }

  init(_ object: EffectiveObject, _ context: ReadContext) {
    self.context = context
    root = ObjectReader(object, Format.scenario, context)
    counties = NameIndex(Scenario.defaultCounties)
  }

  /// The same, with what is found going to another context's log.
  func reporting(to context: ReadContext) -> ScenarioBuilder {
    var builder = self
    builder.context = context
    return builder
  }

  /// The scenario; of use only where the log holds no errors afterwards.
  mutating func build() -> Scenario {
    readCounties()
    let title = root.text("title") ?? ""
    let year = root.integer("year") ?? 2018
    let declarations = readResources()
    let land = readLand()
    let farmland = readFarmland()
    let merit = readMerit()
    var table = ProjectTable(self)
    let projects = table.read(root.table("projects"))
    let references = ProjectReferences(projects: projects, isWhole: table.isWhole)
    checkFreeCategories(declarations, table)
    let expected = readExpectedCounts(
      projects, isWhole: table.isWhole && table.isCountable)
    let baseline = readBaseline(references)
    let goals = readGoals(projects, hasBaseline: baseline != nil)
    var scenario = Scenario(
      title: title, year: year, isSampleData: root.flag("sample_data"), counties: counties.names,
      projects: projects, land: land, farmland: farmland, resources: resources, merit: merit,
      investmentTarget: readInvestmentTarget(), expectedCounts: expected, goals: goals,
      baseline: baseline, bulletin: readBulletin())
    scenario.uncertainty = readUncertainty(scenario, references)
    return scenario
  }

  private mutating func readCounties() {
    guard let names = root.texts("counties") else {
      context.knowsCounties = root.object["counties"] == nil
      return
    }
    if root.list("counties")?.count != names.count { context.knowsCounties = false }
    var places: [String: Place] = [:]
    for (name, place) in names {
      if let earlier = places[name] {
        log.report(
          .repeatedName, "县区 `\(name)` 写了两次", "the county `\(name)` is named twice", at: place,
          notes: [(Bilingual("第一次在这里", "first named here"), earlier)])
      }
      places[name] = places[name] ?? place
    }
    if names.isEmpty, let place = root.object["counties"]?.value.place {
      log.report(.emptyText, "`counties` 不能为空", "`counties` must not be empty", at: place)
    }
    counties = NameIndex(names.map(\.text))
  }

  /// The index of the county a cell names.
  func county(
    _ cell: Cell, _ label: @autoclosure () -> String, at place: @autoclosure () -> Place
  ) -> Int? {
    guard cell.kind == .csv || cell.kind == .string else {
      values.reportType(.county, label(), cell, at: place())
      return nil
    }
    if let number = counties.number(of: cell, in: context) { return number }
    reportCounty(CellText.string(cell, in: context), at: place())
    return nil
  }

  func reportCounty(_ name: String, at place: Place) {
    guard context.knowsCounties else { return }
    log.report(
      .unknownCounty, "未知的县区 `\(ReadContext.short(name))`",
      "unknown county `\(ReadContext.short(name))`", at: place,
      help: Suggestion.help(for: name, among: counties.names))
  }

  /// One value per county from an object whose keys are counties; empty where there is none.
  func perCounty<Value: Equatable>(
    _ members: [EffectiveObject.Member], default standard: Value,
    read: (Cell, String) -> Value?
  ) -> [Value] {
    guard !members.isEmpty else { return [] }
    var result = Array(repeating: standard, count: counties.names.count)
    for member in members {
      guard let county = counties.number(of: member.key) else {
        reportCounty(member.key, at: member.keyPlace)
        continue
      }
      guard case .scalar(let cell) = member.value else {
        log.report(
          .wrongType, "`\(member.key)` 应为一个值", "`\(member.key)` must be one value",
          at: member.value.place)
        continue
      }
      if let value = read(cell, member.key) { result[county] = value }
    }
    // Saying the default for every county is the same as saying nothing.
    return result.allSatisfy { $0 == standard } ? [] : result
  }

  private func readInvestmentTarget() -> InvestmentTarget? {
    guard let target = root.object("investment_target") else { return nil }
    let kind = target.object["kind"] == nil ? nil : target.cell("kind")
    let names = ["soft", "hard"]
    let choice = kind.flatMap { values.choice($0, names, "kind", at: $0.place()) }
    return target.amount("amount").map { InvestmentTarget(amount: $0, isHardFloor: choice == 1) }
  }
}
