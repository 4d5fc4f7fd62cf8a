import Accounts
import Reporting
import Scenario
import Studies

extension RiskAnswer {
  private static let projectColumns = [
    AnswerColumn("id", Phrase("项目编号", "id")),
    AnswerColumn("name", Phrase("项目名称", "name"), width: 24),
    AnswerColumn("level", Phrase("级别", "level"), isOnScreen: false),
    AnswerColumn("county", Phrase("县区", "county"), width: 12),
    AnswerColumn("landed", Phrase("落地样本", "lands in")),
    AnswerColumn("share", Phrase("比例（%）", "share (%)")),
    AnswerColumn("stated", Phrase("基准", "as stated")),
    AnswerColumn("best_holding", Phrase("最稳", "holds best")),
  ]

  private func projectRow(_ project: Int, _ landed: Int) -> [AnswerCell] {
    let facts = scenario.projects[project]
    return [
      .name(facts.id), .name(facts.name), .name(facts.level.rawValue),
      .name(scenario.counties[facts.county]), number(landed), share(landed, of: count),
      base.plan.map { .flag($0.supports(project)) } ?? .empty,
      result.holdsBest.map { .flag($0.steps[project] > 0) } ?? .empty,
    ]
  }

  /// How often each project that competes lands: first those that land sometimes, the likeliest first; the screen has only these.
  var projectSection: AnswerSection {
    let some = landed.filter { $0.count > 0 && $0.count < count }
      .sorted { ($1.count, $0.project) < ($0.count, $1.project) }
    let others = landed.filter { $0.count == count } + landed.filter { $0.count == 0 && count > 0 }
    return AnswerSection(
      "projects",
      Phrase("有时落地的项目（\(some.count)项）", "Projects that land sometimes (\(some.count))"),
      columns: Self.projectColumns, rows: (some + others).map(projectRow),
      shown: LongList.shown(some.count), notes: LongList.more(some.count, "projects"))
  }

  /// Quotas that stop projects: first those that do in some samples only, the most frequent first; the screen has only these.
  var quotaSection: AnswerSection {
    let stated = Set(ledger.map { ShortQuota.all(in: $0) } ?? [])
    let rows = result.shortCounts.map { quota, count in
      (quota: quota, count: count, words: name(of: quota))
    }.sorted { first, second in
      if first.count != second.count { return first.count > second.count }
      let (a, b) = (first, second)
      return (a.quota.clause, a.words.chinese) < (b.quota.clause, b.words.chinese)
    }
    let always = rows.prefix { $0.count == count }
    let some = rows.dropFirst(always.count)
    return AnswerSection(
      "quotas", Phrase("有时不足的指标", "Quotas that are short sometimes"),
      columns: [
        AnswerColumn("clause", Phrase("依据", "clause")),
        AnswerColumn("quota", Phrase("指标", "quota"), width: 36),
        AnswerColumn("short", Phrase("不足样本", "short in")),
        AnswerColumn("share", Phrase("比例（%）", "share (%)")),
        AnswerColumn("stated", Phrase("基准不足", "as stated")),
        AnswerColumn("department", Phrase("责任部门", "department")),
      ],
      rows: (some + always).map { row in
        [
          .name(row.quota.clause), .words(row.words), number(row.count),
          share(row.count, of: count),
          ledger == nil ? .empty : .flag(stated.contains(row.quota)),
          .name(printed(row.quota).department),
        ]
      }, shown: LongList.shown(some.count), notes: quotaNotes(some.count, always.count))
  }

  private func quotaNotes(_ some: Int, _ always: Int) -> [Phrase] {
    var notes = LongList.more(some, "quotas")
    if always > 0 {
      notes.append(
        Phrase(
          "另有\(always)项指标在每个样本中都不足（--format csv --table quotas）",
          "\(always) more are short in every sample (--format csv --table quotas)"))
    }
    if some + always > 0 {
      notes.append(
        Phrase(
          "不足：样本的最优方案中至少有一个项目仅因要素不足未获支持，且缺这项指标",
          "short: the best plan of the sample leaves out some project for nothing but quotas, and it lacks this one"
        ))
    }
    return notes
  }

  /// Name of a quota that stops projects.
  func name(of quota: ShortQuota) -> Phrase {
    let printed = printed(quota)
    return Phrase(printed.indicator, printed.english)
  }

  private func printed(_ quota: ShortQuota) -> PrintedShortage {
    shortageWords.printed(
      Shortage(indicator: quota.indicator, clause: quota.clause, need: 0, left: 0))
  }

  /// What was drawn from.
  var rangeSection: AnswerSection {
    AnswerSection(
      "ranges", Phrase("不确定的量", "What varies"),
      columns: [
        AnswerColumn("id", Phrase("名称", "id")),
        AnswerColumn("amount", Phrase("量", "amount")),
        AnswerColumn("covered", Phrase("个数", "number")),
        AnswerColumn("range", Phrase("范围", "range")),
        AnswerColumn("distribution", Phrase("分布", "distribution")),
        AnswerColumn("together", Phrase("同涨同落", "together")),
      ],
      rows: variations.map { variation in
        [
          .name(variation.id), .words(words(of: variation.amount)),
          number(variation.targets(in: scenario).count), .name(text(of: variation)),
          variation.distribution == .uniform
            ? .code("uniform", Phrase("均匀", "uniform"))
            : .code("triangular", Phrase("三角", "triangular")),
          .flag(variation.isShared),
        ]
      })
  }

  private func words(of amount: Variation.Amount) -> Phrase {
    switch amount {
    case .landThisYear: return Phrase("本年用地", "land of this year")
    case .farmland: return Phrase("占用耕地", "farmland")
    case .paddy: return Phrase("占用水田", "paddy")
    case .grain: return Phrase("占用产能", "grain capacity")
    case .investment: return Phrase("年度投资", "investment of the year")
    case .demand(let index):
      let name = scenario.resources[index].name
      return Phrase("\(name)需求", "demand of \(name)")
    case .provincialQuota: return Phrase("省级指标", "provincial quota")
    case .cityQuota: return Phrase("市级指标", "city quota")
    case .countyQuota: return Phrase("县级指标", "county quotas")
    case .cityCap(let index):
      let name = scenario.resources[index].name
      return Phrase("\(name)全市上限", "cap of \(name) in the city")
    case .countyCap(let index):
      let name = scenario.resources[index].name
      return Phrase("\(name)县区上限", "caps of \(name) in counties")
    }
  }

  /// The range as a scenario file has it.
  private func text(of variation: Variation) -> String {
    switch variation.range {
    case .relative(let range):
      func end(_ value: Int) -> String {
        (value > 0 ? "+" : "") + AmountText.decimal(value, over: 100) + "%"
      }
      return "\(end(range.lowerBound))..\(end(range.upperBound))"
    case .absolute(let range):
      let (unit, size) = unit(of: variation.amount)
      func end(_ value: Int) -> String {
        AmountText.decimal(value, over: size) + " \(unit)"
      }
      return "\(end(range.lowerBound))..\(end(range.upperBound))"
    }
  }

  /// Unit in which a range is printed, and the smallest units in one.
  private func unit(of amount: Variation.Amount) -> (name: String, size: Int) {
    switch amount {
    case .landThisYear, .farmland, .paddy, .provincialQuota, .cityQuota, .countyQuota:
      return ("亩", Area.mu)
    case .investment: return ("万元", 10_000)
    case .grain: return ("公斤", 1)
    case .demand(let index), .cityCap(let index), .countyCap(let index):
      return (scenario.resources[index].unit, scenario.resources[index].unitsPerUnit)
    }
  }
}
