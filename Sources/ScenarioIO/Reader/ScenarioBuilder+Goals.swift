import Scenario

extension ScenarioBuilder {
  func readBaseline(_ references: ProjectReferences) -> [Int]? {
    root.texts("baseline").map { projects($0, references) }
  }

  /// The indices of projects that are named, ascending and once each; unknown ones are reported.
  func projects(
    _ ids: [(text: String, place: Place)], _ references: ProjectReferences
  ) -> [Int] {
    let linker = ProjectLinker(
      context: context, order: references.order, isWhole: references.isWhole)
    var ranks: Set<Int> = []
    for (id, place) in ids {
      if let rank = references.order.rank(of: id) {
        ranks.insert(rank)
      } else {
        linker.reportUnknown(id, at: place)
      }
    }
    return ranks.sorted()
  }

  func readGoals(_ projects: [Project], hasBaseline: Bool) -> [Goal] {
    guard let elements = root.list("goals") else {
      return Goal.defaultOrder + (hasBaseline ? [Goal.nearestToBaseline] : [])
    }
    var first: [String: Place] = [:]
    return elements.compactMap { element in
      guard let goal = readGoal(element, hasBaseline: hasBaseline) else { return nil }
      if let earlier = first[goal.id] {
        log.report(
          .repeatedName, "目标 `\(goal.id)` 写了两次", "the goal `\(goal.id)` is given twice",
          at: element.place, notes: [(Bilingual("第一次在这里", "first given here"), earlier)])
      }
      first[goal.id] = first[goal.id] ?? element.place
      return goal
    }
  }

  private func readGoal(_ element: EffectiveValue, hasBaseline: Bool) -> Goal? {
    switch element {
    case .object(let object): return readOwnGoal(object, hasBaseline: hasBaseline)
    case .scalar(let cell) where cell.kind == .string:
      let id = CellText.string(cell, in: context)
      let known = Goal.defaultOrder + [Goal.nearestToBaseline]
      guard let goal = known.first(where: { $0.id == id }) else {
        log.report(
          .unknownGoal, "未知的目标 `\(ReadContext.short(id))`",
          "unknown goal `\(ReadContext.short(id))`", at: cell.place(),
          help: Suggestion.help(for: id, among: known.map(\.id)))
        return nil
      }
      if goal.id == Goal.nearestToBaseline.id, !hasBaseline { reportNoBaseline(cell.place()) }
      return goal
    default:
      log.report(
        .wrongType, "目标应为名称或对象", "a goal must be an id or an object", at: element.place)
      return nil
    }
  }

  private func reportNoBaseline(_ place: Place) {
    log.report(
      .baselineMissing, "没有 `baseline`，不能与基准方案比较", "there is no `baseline` to be near to",
      at: place)
  }

  private func readOwnGoal(_ object: EffectiveObject, hasBaseline: Bool) -> Goal? {
    let reader = ObjectReader(object, Format.goal, context)
    let id = reader.text("id")
    if let id, !isGoalID(id), let place = object["id"]?.value.place {
      log.report(
        .unusableID, "目标名称 `\(ReadContext.short(id))` 只能用字母、数字、_ 和 -",
        "the goal id `\(ReadContext.short(id))` may hold letters, digits, _ and - only", at: place)
    }
    let title = reader.text("title")
    let sense = reader.choice("sense", as: Goal.Sense.self)
    let elements = reader.list("terms") ?? []
    if elements.isEmpty, let place = object["terms"]?.value.place {
      log.report(.emptyText, "`terms` 不能为空", "`terms` must not be empty", at: place)
    }
    let terms = elements.compactMap { readTerm($0, sense: sense, hasBaseline: hasBaseline) }
    guard let id, let sense else { return nil }
    return Goal(id: id, title: title ?? id, sense: sense, terms: terms)
  }

  private func isGoalID(_ id: String) -> Bool {
    id.utf8.count <= 64
      && id.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType == .decimal || $0 == "_"
          || $0 == "-"
      }
  }

  private func readTerm(_ element: EffectiveValue, sense: Goal.Sense?, hasBaseline: Bool)
    -> Goal.Term?
  {
    guard case .object(let object) = element else {
      log.report(
        .wrongType, "`terms` 的各项应为对象", "the elements of `terms` must be objects", at: element.place)
      return nil
    }
    let reader = ObjectReader(object, Format.goalTerm, context)
    let weight = reader.integer("weight") ?? 1
    if weight == 0, let place = object["weight"]?.value.place {
      log.report(.integerRange, "`weight` 不能为 0", "`weight` must not be 0", at: place)
    }
    let filter = Goal.Filter(
      levels: choices(reader, "levels"), counties: filterCounties(reader),
      categories: (reader.texts("categories") ?? []).map(\.text).sortedUniqueText,
      stages: choices(reader, "stages"))
    guard let measure = readMeasure(reader) else { return nil }
    if measure == .baselineChanges, !hasBaseline { reportNoBaseline(reader.start) }
    let term = Goal.Term(measure, weight: weight, filter: filter)
    checkTerm(term, sense: sense, object["measure"]?.value.place ?? reader.start)
    return term
  }

  /// Compensation and transfers have lower bounds only, so a goal may not reward them; transfers belong to counties.
  private func checkTerm(_ term: Goal.Term, sense: Goal.Sense?, _ place: Place) {
    switch term.measure {
    case .farmland, .paddy, .grain: break
    case .transfer:
      let filter = term.filter
      if !(filter.levels.isEmpty && filter.categories.isEmpty && filter.stages.isEmpty) {
        log.report(
          .transferFilter, "调剂量只能按 `counties` 筛选",
          "a transfer can be filtered by `counties` only", at: place)
      }
    default: return
    }
    if let sense, (sense == .maximize) == (term.weight > 0) {
      log.report(
        .rewardedUse, "目标不能鼓励多占耕地或多调剂指标",
        "a goal may not reward the use of farmland or transfers", at: place,
        help: Bilingual(
          "改为 `minimize` 或改变 `weight` 的符号", "write `minimize`, or change the sign of `weight`"))
    }
  }

  /// The values of an array of choices, once each and in the order of the policy.
  func choices<Choice: RawRepresentable<String> & CaseIterable>(
    _ reader: ObjectReader, _ key: String
  ) -> [Choice] {
    guard case .list(.choice(let names)) = reader.field(key).type else { return [] }
    let chosen = (reader.list(key) ?? []).compactMap { element -> Int? in
      guard case .scalar(let cell) = element else {
        log.report(
          .wrongType, "`\(key)` 的各项应为文本", "the elements of `\(key)` must be texts",
          at: element.place)
        return nil
      }
      return values.choice(cell, names, key, at: cell.place())
    }
    return Set(chosen).sorted().compactMap { Choice(rawValue: names[$0]) }
  }

  func filterCounties(_ reader: ObjectReader) -> [Int] {
    let chosen = (reader.texts("counties") ?? []).compactMap { name, place -> Int? in
      guard let county = counties.number(of: name) else {
        reportCounty(name, at: place)
        return nil
      }
      return county
    }
    return Set(chosen).sorted()
  }

  private static let measures: [(name: String, measure: Goal.Measure)] = [
    ("supported", .supported), ("investment", .investment), ("merit", .merit),
    ("new_land", .newLand), ("stock_land", .stockLand), ("farmland", .farmland),
    ("paddy", .paddy), ("grain", .grain), ("transfer_quantity", .transfer(.quantity)),
    ("transfer_paddy", .transfer(.paddy)), ("transfer_grain", .transfer(.grain)),
    ("baseline_changes", .baselineChanges),
  ]

  private func readMeasure(_ reader: ObjectReader) -> Goal.Measure? {
    guard let name = reader.text("measure"), let place = reader.object["measure"]?.value.place
    else {
      return nil
    }
    if let known = Self.measures.first(where: { $0.name == name }) { return known.measure }
    let prefix = "resource:"
    if name.hasPrefix(prefix) {
      return resource(String(name.dropFirst(prefix.count)), at: place).map { .resource($0) }
    }
    let names = Self.measures.map(\.name) + resources.map { prefix + $0.id }
    log.report(
      .unknownMeasure, "未知的度量 `\(ReadContext.short(name))`",
      "unknown measure `\(ReadContext.short(name))`", at: place,
      help: Suggestion.help(for: name, among: names))
    return nil
  }
}
