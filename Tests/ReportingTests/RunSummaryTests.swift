import Accounts
import Reporting
import SampleScenarios
import Scenario
import Testing

@Suite struct RunSummaryTests {
  private func summary(
    _ run: SampleRun = .accounts, _ language: RunSummary.Language = .chinese,
    isColoured: Bool = false
  ) -> RunSummary {
    RunSummary(
      scenario: run.ledger.scenario, allotment: run.allotment, ledger: run.ledger,
      language: language, isColoured: isColoured)
  }

  @Test func chineseScreen() {
    let lines = summary().text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "示例市重点项目（2018年）")
    #expect(lines[1] == "已证明最优")
    #expect(lines[2] == "项目6项，参与分配5项，支持4项，未支持1项，无需要素1项")
    #expect(lines.contains { $0.contains("市重点项目用地全额保障") && $0.hasSuffix("2 项  已证明") })
    #expect(
      lines.contains {
        $0.contains("市级指标") && $0.contains("93.33 %") && $0.contains("56.00 / 60.00")
      })
    #expect(lines.contains { $0.hasPrefix("  D-1  储备厂  储备  R-2、F-1、E-2  新增建设用地缺36.00亩") })
    #expect(lines.last == "")
  }

  @Test func englishScreen() {
    let text = summary(.accounts, .english).text
    #expect(text.contains("Proved optimal"))
    #expect(text.contains("6 projects, 5 competing, 4 supported, 1 left out, 1 need nothing"))
    #expect(text.contains("short of new land 36.00 亩"))
    #expect(!text.contains("已证明"))
  }

  @Test func columnsLineUp() {
    let lines = summary().text.split(separator: "\n").filter {
      $0.contains("█") || $0.contains("░")
    }
    let starts = lines.map { line -> Int in
      let end = line.firstIndex { $0 == "█" || $0 == "░" } ?? line.startIndex
      return displayWidth(of: line[..<end])
    }
    #expect(lines.count == 8)
    #expect(Set(starts).count == 1)
  }

  @Test func noLineIsTooWide() {
    var narrow = summary()
    narrow.width = 60
    let widths = narrow.text.split(separator: "\n").map { displayWidth(of: $0) }
    #expect(widths.max() ?? 0 <= 60)
  }

  @Test func longListsAreCut() {
    var scenario = SampleScenarios.empty
    scenario.isSampleData = true
    scenario.projects = (10..<40).map {
      Project(
        id: "P-\($0)", name: "项目", level: $0 % 2 == 0 ? .other : .municipal, county: 0,
        landThisYear: 2_000)
    }
    let run = SampleRun(scenario, SampleScenarios.nothing(in: scenario))
    var short = summary(run)
    short.listLimit = 10
    let text = short.text
    #expect(text.contains("（示例数据）"))
    #expect(text.contains("未支持的项目（30项）"))
    #expect(text.contains("另有20项，见T12"))
    #expect(text.contains("P-11") && !text.contains("P-10"))
  }

  @Test func colourOnlyWhereAsked() {
    #expect(!summary().text.contains("\u{1B}"))
    #expect(summary(isColoured: true).text.contains("\u{1B}[32m已证明最优\u{1B}[0m"))
  }

  @Test func conflictInsteadOfAPlan() {
    let item = Conflict.Item(clause: "L-1", text: "需要10亩", english: "10 mu needed")
    let remedy = Conflict.Remedy(clause: "L-1", text: "增加3亩", english: "3 mu more", amount: 6_000)
    let allotment = Allotment(
      status: .infeasible, goals: [],
      conflict: Conflict(
        items: [item], isMinimal: true, remedies: [remedy], isRemedyConfirmed: true))
    let text = RunSummary(
      scenario: SampleScenarios.accounts, allotment: allotment, ledger: nil
    ).text
    #expect(text.contains("已证明无可行方案"))
    #expect(text.contains("  L-1  需要10亩\n") && text.contains("  L-1  增加3亩\n"))
    #expect(text.contains("补救（已重新求解证实）"))
  }

  @Test func unprovedGoalsShowTheirBound() {
    var run = SampleRun.accounts.allotment
    run.status = .feasible
    run.stop = .timeLimit
    run.goals[0].bound = 3
    let text = RunSummary(
      scenario: SampleScenarios.accounts, allotment: run, ledger: SampleRun.accounts.ledger
    ).text
    #expect(text.contains("可行，未证明最优，到达时间限制"))
    #expect(text.contains("界 3 项"))
  }
}
