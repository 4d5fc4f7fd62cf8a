import Accounts
import Reporting
import Scenario
import Studies

extension RiskAnswer {
  /// How the promises to key projects fare: in the best plan of each sample, whatever it costs the others.
  var guaranteeSection: AnswerSection {
    let made = RiskGuarantee.Promise.allCases.filter(isMade)
    return AnswerSection(
      "guarantees", Phrase("保障兑现情况（各样本最优方案）", "Guarantees, in the best plan of each sample"),
      columns: [
        AnswerColumn("clause", Phrase("依据", "clause")),
        AnswerColumn("guarantee", Phrase("保障", "guarantee")),
        AnswerColumn("entitled", Phrase("应保障", "entitled")),
        AnswerColumn("stated", Phrase("基准未兑现", "broken as stated")),
        AnswerColumn("broken", Phrase("未兑现样本", "broken in")),
        AnswerColumn("share", Phrase("比例（%）", "share (%)"), isOnScreen: false),
        AnswerColumn("worse", Phrase("多于基准", "more in")),
      ] + Self.distributionColumns(hasQuartiles: false),
      rows: made.map(guaranteeRow),
      notes: made.isEmpty
        ? []
        : [
          Phrase(
            "应保障：不含因规划、要件、门槛或锁定不予安排的项目；未兑现样本：至少一项未兑现；多于基准：未兑现项数多于基准的样本",
            "entitled: not kept out by plans, approvals, the threshold or a lock; broken in: samples, for one project at least; "
              + "more in: samples, for more projects than as stated"
          )
        ])
  }

  /// Whether some project has a promise, as stated or in the best plan of a sample.
  private func isMade(_ promise: RiskGuarantee.Promise) -> Bool {
    let stated = ledger.map { RiskGuarantee(promise, in: $0).entitled } ?? 0
    return stated > 0 || result.plans.contains { ($0.guarantees[promise]?.entitled ?? 0) > 0 }
  }

  private func guaranteeRow(_ promise: RiskGuarantee.Promise) -> [AnswerCell] {
    let stated = ledger.map { RiskGuarantee(promise, in: $0) }
    let broken = result.broken(promise)
    let some = broken.count { $0 > 0 }
    let (clause, title) = words(of: promise)
    return [
      .name(clause), .words(title), stated.map { number($0.entitled) } ?? .empty,
      stated.map { number($0.broken) } ?? .empty, number(some), share(some, of: count),
      stated.map { stated in number(broken.count { $0 > stated.broken }) } ?? .empty,
    ] + distribution(broken, number)
  }

  private func words(of promise: RiskGuarantee.Promise) -> (clause: String, title: Phrase) {
    switch promise {
    case .municipalLand:
      ("L-1", Phrase("市重点项目用地全额保障", "land of municipal key projects in full"))
    case .provincialFarmland:
      ("F-3", Phrase("省重点项目补充耕地保障", "compensation for provincial key projects"))
    }
  }

  /// What the plan as stated breaks if it is carried out unchanged, the most frequent first.
  var overrunSection: AnswerSection {
    // In the order of the accounts, and within it by how often.
    let rows = (ledger?.constraints ?? []).enumerated().compactMap { place, line in
      overrun(of: line).map { (place: place, line: line, lines: $0) }
    }.sorted { ($1.lines.count, $0.place) < ($0.lines.count, $1.place) }
    return AnswerSection(
      "overruns", Phrase("照搬基准方案会突破的约束", "What the plan as stated breaks, carried out unchanged"),
      columns: [
        AnswerColumn("clause", Phrase("依据", "clause")),
        AnswerColumn("limit", Phrase("约束", "limit"), width: 30),
        AnswerColumn("place", Phrase("对象", "place"), width: 16),
        AnswerColumn("broken", Phrase("突破样本", "broken in")),
        AnswerColumn("share", Phrase("比例（%）", "share (%)")),
        AnswerColumn("median", Phrase("中位突破量", "median excess")),
        AnswerColumn("greatest", Phrase("最大突破量", "greatest excess")),
        AnswerColumn("unit", Phrase("单位", "unit")),
      ],
      rows: rows.map { overrunRow($0.line, $0.lines) }, shown: LongList.shown(rows.count),
      notes: rows.isEmpty
        ? []
        : LongList.more(rows.count, "overruns") + [
          Phrase(
            "照搬：项目取舍和存量用地不变；突破量向上取整，中位只计突破的样本",
            "unchanged: the same projects on the same stock land; excesses are rounded up, the median is over samples that break it"
          )
        ])
  }

  /// A line of the accounts as the samples that break it have it; `nil` if none does.
  private func overrun(of line: ConstraintLine) -> [ConstraintLine]? {
    let lines = result.samples.compactMap { sample in
      sample.broken?.first { $0.clause == line.clause && $0.subject == line.subject }
    }
    return lines.isEmpty ? nil : lines
  }

  private func overrunRow(_ line: ConstraintLine, _ lines: [ConstraintLine]) -> [AnswerCell] {
    let words = LimitWords(line, scenario)
    func cell(_ amount: Int) -> AnswerCell {
      .number(FixedPoint.ceiling(amount, words.divisor), decimals: words.decimals)
    }
    // Of a limit the excess, of a rule the number of projects that break it.
    let excess = Distribution(lines.map { max(0, -$0.slack) })
    return [
      .name(line.clause), .words(words.name), .words(words.place), number(lines.count),
      share(lines.count, of: count), excess.map { cell($0.median) } ?? .empty,
      excess.map { cell($0.greatest) } ?? .empty, .name(words.unit),
    ]
  }

  /// Name of something that is broken, with the county where it has one.
  func overrunName(_ line: ConstraintLine) -> String {
    let words = LimitWords(line, scenario)
    return "\(line.clause) \(words.name.chinese)（\(words.place.chinese)）"
  }
}
