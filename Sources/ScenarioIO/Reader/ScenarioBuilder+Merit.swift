import Scenario

extension ScenarioBuilder {
  func readMerit() -> MeritRule? {
    guard let merit = root.object("merit") else { return nil }
    let form = merit.choice("form", as: MeritRule.Form.self)
    let emissions = (merit.texts("emission_resources") ?? []).compactMap {
      resource($0.text, at: $0.place).map { [$0] } ?? nil
    }.flatMap { $0 }
    let energyCell = merit.cell("energy_resource")
    let energy = energyCell.flatMap { cell in
      values.text(cell, "energy_resource", at: cell.place()).flatMap {
        resource($0, at: cell.place())
      }
    }
    checkEmissions(merit, emissions)
    let terms = readMeritTerms(merit, form, energy: energy, emission: emissions.first)
    let cap = merit.cell("cap").flatMap { values.coefficient($0, "cap", at: $0.place()) }
    let scoresDemand = terms.contains { !$0.indicator.isLargerBetter }
    if form == .benchmark, scoresDemand, merit.object["cap"] == nil {
      log.report(
        .incompleteMerit, "评价能耗或排放时必须写 `cap`",
        "`cap` is required where energy or emission is scored",
        at: merit.start)
    }
    let threshold = merit.cell("threshold").flatMap {
      values.points($0, "threshold", at: $0.place())
    }
    return form.map {
      MeritRule(
        form: $0, terms: terms, cap: cap, threshold: threshold, energyResource: energy,
        emissionResources: Set(emissions).sorted())
    }
  }

  /// The index of a resource id.
  func resource(_ id: String, at place: Place) -> Int? {
    if let index = resources.firstIndex(where: { $0.id == id }) { return index }
    guard context.knowsResources else { return nil }
    log.report(
      .unknownResource, "未知的资源 `\(ReadContext.short(id))`",
      "unknown resource `\(ReadContext.short(id))`", at: place,
      help: Suggestion.help(for: id, among: resources.map(\.id)))
    return nil
  }

  private func checkEmissions(_ merit: ObjectReader, _ emissions: [Int]) {
    guard let first = emissions.first, let place = merit.object["emission_resources"]?.value.place
    else { return }
    for index in Set(emissions).sorted() where index != first {
      let (a, b) = (resources[first], resources[index])
      guard a.unit != b.unit || a.unitsPerUnit != b.unitsPerUnit else { continue }
      log.report(
        .emissionResolution, "`\(a.id)` 和 `\(b.id)` 的单位或最小单位不同，不能相加",
        "`\(a.id)` and `\(b.id)` have different units or resolutions and cannot be added", at: place
      )
    }
  }

  private func readMeritTerms(
    _ merit: ObjectReader, _ form: MeritRule.Form?, energy: Int?, emission: Int?
  ) -> [MeritRule.Term] {
    guard let elements = merit.list("terms") else { return [] }
    if elements.isEmpty {
      log.report(
        .emptyText, "`terms` 不能为空", "`terms` must not be empty",
        at: merit.object["terms"]?.value.place)
    }
    var seen: Set<MeritRule.Indicator> = []
    return elements.compactMap { element in
      guard case .object(let object) = element else {
        log.report(
          .wrongType, "`terms` 的各项应为对象", "the elements of `terms` must be objects",
          at: element.place)
        return nil
      }
      let reader = ObjectReader(object, Format.meritTerm, context)
      let weight = reader.integer("weight")
      guard let indicator = reader.choice("indicator", as: MeritRule.Indicator.self) else {
        return nil
      }
      if !seen.insert(indicator).inserted {
        log.report(
          .repeatedName, "指标 `\(indicator.rawValue)` 写了两次",
          "the indicator `\(indicator.rawValue)` is given twice", at: reader.start)
      }
      let resource = indicator == .energy ? energy : indicator == .emission ? emission : nil
      checkResource(merit, indicator, reader.start)
      let benchmark = benchmark(reader, indicator, resource, form)
      return weight.map {
        MeritRule.Term(indicator: indicator, weight: $0, benchmark: benchmark ?? .one)
      }
    }
  }

  private func checkResource(
    _ merit: ObjectReader, _ indicator: MeritRule.Indicator, _ place: Place
  ) {
    let key =
      indicator == .energy ? "energy_resource" : indicator == .emission ? "emission_resources" : nil
    guard let key, merit.object[key] == nil else { return }
    log.report(
      .incompleteMerit, "评价 `\(indicator.rawValue)` 时必须写 `\(key)`",
      "`\(key)` is required where `\(indicator.rawValue)` is scored", at: place)
  }

  /// The benchmark in smallest units per 亩.
  private func benchmark(
    _ reader: ObjectReader, _ indicator: MeritRule.Indicator, _ resource: Int?,
    _ form: MeritRule.Form?
  ) -> Ratio? {
    guard let cell = reader.cell("benchmark") else {
      if form == .benchmark, reader.object["benchmark"] == nil {
        log.report(
          .incompleteMerit, "基准值形式下必须写 `benchmark`",
          "`benchmark` is required in the benchmark form", at: reader.start)
      }
      return nil
    }
    let isMoney = indicator.isLargerBetter
    guard isMoney || resource != nil else { return nil }
    let units = isMoney ? UnitSet.money : resourceUnits[resource ?? 0]
    let ratio = values.rate(
      cell, .benchmark, units, per: .area, times: Area.mu, "benchmark", at: cell.place())
    if let ratio, ratio.numerator == 0 {
      log.report(
        .integerRange, "`benchmark` 必须大于 0", "`benchmark` must be above 0", at: cell.place())
    }
    // Min-max scores need no benchmark: equal rules must be equal values.
    return form == .minMax ? .one : ratio
  }
}
