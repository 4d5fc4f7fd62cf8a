import Scenario

extension ScenarioBuilder {
  /// The declared ranges, sorted by id; the rest of the scenario is there already.
  func readUncertainty(_ scenario: Scenario, _ references: ProjectReferences) -> [Variation] {
    guard let table = root.table("uncertainty") else { return [] }
    var first: [String: Place] = [:]
    var found: [(variation: Variation, place: Place)] = []
    for object in table.objects(Format.variation, context) {
      let reader = ObjectReader(object, Format.variation, context)
      let id = reader.text("id")
      let place = object["id"]?.value.place ?? reader.start
      if let id {
        if let earlier = first[id] {
          log.report(
            .repeatedName, "不确定性 `\(id)` 写了两次", "the uncertainty `\(id)` is given twice", at: place,
            notes: [(Bilingual("第一次在这里", "first given here"), earlier)])
        }
        first[id] = first[id] ?? place
      }
      let variation = readVariation(reader, id: id ?? "", references)
      if let variation, id != nil { found.append((variation, place)) }
    }
    found.sort { $0.variation.id.utf8.lexicographicallyPrecedes($1.variation.id.utf8) }
    if !log.hasErrors { checkCover(found, scenario) }
    return found.map(\.variation)
  }

  private func readVariation(
    _ reader: ObjectReader, id: String, _ references: ProjectReferences
  ) -> Variation? {
    let amount = readAmount(reader)
    let range = readRange(reader, amount)
    let distribution = reader.choice("distribution", as: Variation.Distribution.self)
    let isShared = reader.flag("together")
    let filter = Goal.Filter(
      levels: choices(reader, "levels"), counties: filterCounties(reader),
      categories: (reader.texts("categories") ?? []).map(\.text).sortedUniqueText,
      stages: choices(reader, "stages"))
    let projects = self.projects(reader.texts("projects") ?? [], references)
    guard let amount else { return nil }
    checkFilter(reader, amount)
    guard let range else { return nil }
    return Variation(
      id: id, amount: amount, projects: projects, filter: filter, range: range,
      distribution: distribution ?? .uniform, isShared: isShared)
  }

  /// The amounts that stand by themselves.
  private static let amounts: [(name: String, amount: Variation.Amount)] = [
    ("land_this_year", .landThisYear), ("farmland", .farmland), ("paddy", .paddy),
    ("grain", .grain), ("investment_this_year", .investment),
    ("land.provincial_quota", .provincialQuota), ("land.city_quota", .cityQuota),
    ("land.county_quotas", .countyQuota),
  ]

  private func readAmount(_ reader: ObjectReader) -> Variation.Amount? {
    guard let name = reader.text("amount"), let place = reader.object["amount"]?.value.place
    else { return nil }
    if let known = Self.amounts.first(where: { $0.name == name }) { return known.amount }
    // A resource in the middle of a known form is looked up; any other text is a slip of the pen.
    let forms: [(head: String, tail: String, amount: (Int) -> Variation.Amount)] = [
      ("demands.", "", { .demand($0) }), ("resources[", "].city_cap", { .cityCap($0) }),
      ("resources[", "].county_caps", { .countyCap($0) }),
    ]
    for form in forms where name.hasPrefix(form.head) && name.hasSuffix(form.tail) {
      let id = name.dropFirst(form.head.count).dropLast(form.tail.count)
      return resource(String(id), at: place).map(form.amount)
    }
    let names =
      Self.amounts.map(\.name)
      + resources.flatMap { resource in
        forms.map { "\($0.head)\(resource.id)\($0.tail)" }
      }
    log.report(
      .unknownAmount, "未知的不确定量 `\(ReadContext.short(name))`",
      "unknown amount to vary `\(ReadContext.short(name))`", at: place,
      help: Suggestion.help(for: name, among: names))
    return nil
  }

  private func units(of amount: Variation.Amount) -> UnitSet {
    switch amount {
    case .landThisYear, .farmland, .paddy, .provincialQuota, .cityQuota, .countyQuota: .area
    case .grain: .grain
    case .investment: .money
    case .demand(let resource), .cityCap(let resource), .countyCap(let resource):
      resourceUnits[resource]
    }
  }

  private func readRange(_ reader: ObjectReader, _ amount: Variation.Amount?) -> Variation.Range? {
    guard let cell = reader.cell("range") else { return nil }
    let place = cell.place()
    guard cell.kind == .string else {
      values.reportType(.range, "range", cell, at: place)
      return nil
    }
    let parser = RangeParser(CellText.string(cell, in: context), log, place)
    return parser.range(in: amount.map { units(of: $0) })
  }

  /// An amount of a county knows no projects, and one of the city nothing at all.
  private func checkFilter(_ reader: ObjectReader, _ amount: Variation.Amount) {
    var refused: [String]
    switch amount.owner {
    case .project: return
    case .county: refused = ["projects", "levels", "categories", "stages"]
    case .city: refused = ["projects", "levels", "counties", "categories", "stages"]
    }
    refused = refused.filter { reader.object[$0] != nil }
    for key in refused {
      log.report(
        .variationFilter, "这个量不能按 `\(key)` 筛选", "this amount cannot be filtered by `\(key)`",
        at: reader.object[key]?.keyPlace,
        help: amount.owner == .county
          ? Bilingual("只能按 `counties` 筛选", "by `counties` only")
          : Bilingual("去掉这个键", "leave the key out"))
    }
  }

  /// What covers nothing is doubtful; what two ranges cover is wrong, unless one of them names its projects.
  private func checkCover(_ found: [(variation: Variation, place: Place)], _ scenario: Scenario) {
    for namesProjects in [true, false] {
      var owners: [Variation.Target: Place] = [:]
      for (variation, place) in found where variation.projects.isEmpty != namesProjects {
        let targets = variation.targets(in: scenario)
        if targets.isEmpty {
          log.report(
            .nothingVaries, "`\(variation.id)` 没有作用到任何量：没有符合条件的，或者都是 0 或未设",
            "`\(variation.id)` covers no amount: nothing matches, or all is 0 or not set", at: place
          )
        }
        guard let twice = targets.first(where: { owners[$0] != nil }) else {
          for target in targets { owners[target] = place }
          continue
        }
        let name = twice.index.map {
          twice.amount.owner == .project ? scenario.projects[$0].id : scenario.counties[$0]
        }
        let at = name.map { "（\($0)）" } ?? ""
        let english = name.map { " (\($0))" } ?? ""
        log.report(
          .variedTwice, "`\(variation.id)` 与另一项作用到同一个量\(at)",
          "`\(variation.id)` covers an amount that another entry covers\(english)", at: place,
          help: Bilingual(
            "改变筛选条件；用 `projects` 指名的优先于按类别的",
            "change the filters; an entry with `projects` goes before those of classes"),
          notes: [(Bilingual("另一项在这里", "the other is here"), owners[twice])])
      }
    }
  }
}
