import Scenario

extension ScenarioBuilder {
  /// What is checked of a resource once the projects are known.
  struct Declaration {
    var freeCategories: [(text: String, place: Place)]
    var sectors: [(text: String, place: Place)]
  }

  mutating func readResources() -> [Declaration] {
    guard let table = root.table("resources") else {
      context.knowsResources = root.object["resources"] == nil
      return []
    }
    if case .none = table.base { context.knowsResources = false }
    var first: [String: Place] = [:]
    return table.objects(Format.resource, context).map { object in
      let reader = ObjectReader(object, Format.resource, context)
      let resource = readResource(reader)
      if resource.id.isEmpty { context.knowsResources = false }
      let names = Set([resource.id, resource.name]).sorted().filter { !$0.isEmpty }
      let place = object["id"]?.value.place ?? reader.start
      for name in names {
        if let earlier = first[name] {
          log.report(
            .repeatedName, "资源 `\(name)` 重复", "the resource `\(name)` is declared twice", at: place,
            notes: [(Bilingual("第一次在这里", "first declared here"), earlier)])
        }
        first[name] = first[name] ?? place
      }
      resources.append(resource)
      return Declaration(
        freeCategories: reader.texts("free_categories") ?? [],
        sectors: (reader.map("sector_coefficients") + reader.map("retirement_thresholds"))
          .filter { !$0.key.isEmpty }.map { ($0.key, $0.keyPlace) })
    }
  }

  private mutating func readResource(_ reader: ObjectReader) -> Resource {
    let id = resourceID(reader)
    let unit = reader.text("unit") ?? ""
    let name = reader.text("name") ?? id
    let declared = UnitSet.resource(unit: unit, title: name)
    let perUnit = resolution(reader, declared)
    let smallest = reader.cell("resolution").map { CellText.string($0, in: context) }
    let units = declared.refined(by: perUnit, smallest: smallest ?? "1 \(unit)")
    resourceUnits.append(units)
    let kind = reader.choice("kind", as: ResourceKind.self) ?? .other
    if !kind.mayBeFree, let member = reader.object["free_categories"],
      case .array(let elements, let place) = member.value, !elements.isEmpty
    {
      log.report(
        .freeOfCharge, "E-1 只免除能耗、用水等指标的费用，`\(kind.rawValue)` 不能免费",
        "E-1 frees no resource of kind `\(kind.rawValue)`", at: place)
    }
    let caps: [Int?] = perCounty(reader.map("county_caps"), default: nil) { cell, key in
      .some(values.amount(cell, units, key, at: cell.place()))
    }
    let shares = reader.map("county_coefficients")
    return Resource(
      id: id, name: name, kind: kind, unit: unit, unitsPerUnit: perUnit,
      cityCap: reader.amount("city_cap", units: units), countyCaps: caps,
      price: price(reader, declared),
      freeCategories: (reader.texts("free_categories") ?? []).map(\.text).sortedUniqueText,
      department: reader.text("department", mayBeEmpty: true) ?? "",
      coefficient: reader.cell("coefficient").flatMap {
        values.coefficient($0, "coefficient", at: $0.place())
      } ?? .one,
      countyCoefficients: perCounty(shares, default: Ratio.one) { cell, key in
        values.coefficient(cell, key, at: cell.place())
      },
      sectorCoefficients: perSector(reader.map("sector_coefficients")) { cell, key in
        values.coefficient(cell, key, at: cell.place())
      },
      retirementThresholds: perSector(reader.map("retirement_thresholds")) { cell, key in
        retirement(cell, key)
      })
  }

  private func resourceID(_ reader: ObjectReader) -> String {
    guard let cell = reader.cell("id"),
      let id = values.text(cell, "id", at: cell.place())
    else { return "" }
    let isLegal = id.utf8.allSatisfy { byte in
      byte.isDigit || byte == UInt8(ascii: "_")
        || (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
    }
    if !isLegal {
      log.report(
        .unusableID, "资源编号 `\(ReadContext.short(id))` 只能用小写字母、数字和 _",
        "the resource id `\(ReadContext.short(id))` may hold lower-case letters, digits and _ only",
        at: cell.place())
    }
    return id
  }

  /// Smallest units in one unit: a power of ten.
  private func resolution(_ reader: ObjectReader, _ declared: UnitSet) -> Int {
    guard let cell = reader.cell("resolution") else { return 1 }
    // In billionths of the unit, every resolution that is any use is whole.
    let fine = declared.refined(by: 1_000_000_000, smallest: "")
    guard let amount = values.amount(cell, fine, "resolution", at: cell.place()) else { return 1 }
    var power = 1
    while power <= 1_000_000_000 {
      if amount * power == 1_000_000_000 { return power }
      power *= 10
    }
    log.report(
      .resolution, "`resolution` 应为 1、0.1、0.01 … 个 `unit`",
      "`resolution` must be 1, 0.1, 0.01 … of `unit`", at: cell.place())
    return 1
  }

  private func price(_ reader: ObjectReader, _ declared: UnitSet) -> Ratio {
    guard let cell = reader.cell("price") else { return Ratio(0) }
    return values.rate(
      cell, .price, .money, per: declared, times: 1, "price", at: cell.place()) ?? Ratio(0)
  }

  private func retirement(_ cell: Cell, _ key: String) -> Int? {
    guard let share = values.amount(cell, .share, key, at: cell.place()) else { return nil }
    if share > 10_000 {
      log.report(
        .integerRange, "比例不能超过 100 %", "a share cannot exceed 100 %", at: cell.place())
    }
    return share
  }

  private func perSector<Value>(
    _ members: [EffectiveObject.Member], read: (Cell, String) -> Value?
  ) -> [String: Value] {
    var result: [String: Value] = [:]
    for member in members {
      guard case .scalar(let cell) = member.value else {
        log.report(
          .wrongType, "`\(member.key)` 应为一个值", "`\(member.key)` must be one value",
          at: member.value.place)
        continue
      }
      if let value = read(cell, member.key) { result[member.key] = value }
    }
    return result
  }

  /// Warns of classes and branches that no project has: mostly a slip of the pen.
  func checkFreeCategories(_ declarations: [Declaration], _ projects: ProjectTable) {
    guard !log.hasErrors,
      declarations.contains(where: { !$0.freeCategories.isEmpty || !$0.sectors.isEmpty })
    else { return }
    let categories = projects.categories.subtracting([""]).sorted()
    let sectors = projects.sectors.subtracting([""]).sorted()
    for declaration in declarations {
      for (name, place) in declaration.freeCategories where !categories.contains(name) {
        log.report(
          .unusedCategory, "没有项目属于类别 `\(name)`", "no project is of the category `\(name)`",
          at: place, help: Suggestion.help(for: name, among: categories))
      }
      for (name, place) in declaration.sectors where !sectors.contains(name) {
        log.report(
          .unusedSector, "没有项目属于行业 `\(name)`", "no project is of the sector `\(name)`",
          at: place, help: Suggestion.help(for: name, among: sectors))
      }
    }
  }

  /// The columns that the table of projects has for each resource.
  var resourceColumns: [ResourceColumns] {
    zip(resources, resourceUnits).map {
      ResourceColumns(id: $0.id, name: $0.name, units: $1)
    }
  }
}

extension [String] {
  /// The texts once each, in the order of their UTF-8 bytes.
  var sortedUniqueText: [String] {
    Set(self).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
