import Accounts
import Answers
import Foundation
import FoundationXML
import GLPKSolver
import LinearProgram
import PlanEnumeration
import Policy
import Reporting
import Scenario
import ScenarioIO
import Studies
import Testing

@Suite("Sweeps in words and pictures")
struct SweepAnswerTests {
  private let solver = VariantSolver(solver: GLPKSolver())

  /// A sweep of the city quota of a tiny scenario, with a point that was not solved.
  private func sweep(_ seed: Int, counts: [Int], missing: Int? = nil) throws -> SweepAnswer {
    let base = TinyScenarios.random(seed: seed)
    let grid = SweepGrid(counts: counts)
    let points = try (0..<grid.count).map { point -> AccountedCase? in
      if point == missing { return nil }
      var scenario = base
      scenario.land.cityQuota = grid.places(of: point)[0] * Area.mu
      if counts.count > 1 { scenario.land.provincialQuota = grid.places(of: point)[1] * Area.mu }
      return AccountedCase(scenario, try solver.solve(scenario))
    }
    let axes = counts.enumerated().map { index, count in
      SweptAxis(
        path: index == 0 ? "land.city_quota" : "land.provincial_quota",
        labels: (0..<count).map { "\($0) 亩" }, values: (0..<count).map { "\($0) 亩" },
        base: "2.5 亩")
    }
    return SweepAnswer(
      name: "<a & b>", base: AccountedCase(base, try solver.solve(base)), axes: axes, grid: grid,
      points: points)
  }

  /// Elements of a drawing by name; fails where it is not well-formed.
  private func elements(of svg: String) throws -> [String: Int] {
    final class Counter: NSObject, XMLParserDelegate {
      var counts: [String: Int] = [:]
      func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String] = [:]
      ) {
        counts[element, default: 0] += 1
        if element == "image" || element == "script" || element == "style" {
          counts["foreign", default: 0] += 1
        }
      }
    }
    let counter = Counter()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = counter
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    return counter.counts
  }

  @Test("a curve is well-formed and has every point in every panel")
  func curve() throws {
    for seed in 0..<40 {
      let answer = try sweep(seed, counts: [9], missing: seed % 3 == 0 ? 4 : nil)
      let section = try #require(answer.answer.sections.first)
      let svg = try #require(answer.plot)
      let found = try elements(of: svg)
      let landed = try #require(section.columns.firstIndex { $0.key == "landed" })
      let solved = section.rows.count { $0[landed] != .empty }
      let changing = section.columns.indices.filter { column in
        section.columns[column].key.hasPrefix("goal_")
          && Set(section.rows.map { "\($0[column])" }.filter { $0 != "\(AnswerCell.empty)" }).count
            > 1
      }
      #expect(found["circle", default: 0] == solved * (1 + changing.count), "seed \(seed)")
      #expect(found["foreign"] == nil && !svg.contains("href") && !svg.contains("url("))
    }
  }

  @Test("a map has a cell for every point in every panel")
  func map() throws {
    for seed in 0..<20 {
      let answer = try sweep(seed, counts: [3, 4])
      let found = try elements(of: try #require(answer.plot))
      // One rectangle is the background.
      #expect((found["rect", default: 0] - 1) % 12 == 0 && found["rect", default: 0] > 12)
    }
  }

  @Test("a front has a mark for every point, and its table a row")
  func front() throws {
    var several = 0
    for seed in 0..<60 {
      let scenario = TinyScenarios.random(seed: seed)
      guard scenario.goals.count > 1 else { continue }
      let front = try ParetoSearch(scenario, 0, 1, locksEarlier: false, solver: solver).run()
      guard !front.points.isEmpty else { continue }
      if front.points.count > 1 { several += 1 }
      let answer = FrontAnswer(
        front, points: front.points.map { AccountedCase(front.scenario, $0) })
      #expect(answer.isProved)
      #expect(answer.answer.sections.first?.rows.count == front.points.count)
      #expect(try elements(of: answer.plot)["circle"] == front.points.count, "seed \(seed)")
    }
    #expect(several > 0)
  }

  @Test("on the screen every goal that changes has a column, and no line is cut", arguments: 1...2)
  func screen(axes: Int) throws {
    var changing = 0
    for seed in 0..<30 {
      let sweep = try sweep(seed, counts: axes == 1 ? [5] : [3, 3])
      let section = try #require(sweep.answer.sections.first)
      let shown = section.columns.filter { $0.key.hasPrefix("goal_") && $0.isOnScreen }
      changing += shown.count
      for (language, width) in [
        (RunSummary.Language.english, 100), (.chinese, 100), (.chinese, 300),
      ] {
        let text = sweep.answer.text(language, width: width)
        let table = text.split(separator: "\n").filter { $0.hasPrefix("  ") }
        for column in shown {
          let heading = try #require(column.heading).text(language)
          #expect(
            table.count { $0.contains(heading + " ") || $0.hasSuffix(heading) } == 1,
            "seed \(seed) \(heading)\n\(text)")
        }
        #expect(!text.contains("…"), "seed \(seed)\n\(text)")
      }
    }
    #expect(changing > 0)
  }

  @Test("the goals that a front keeps at their best have English names in English")
  func englishFront() throws {
    var scenario = TinyScenarios.random(seed: 1)
    scenario.goals = Array(Goal.defaultOrder.prefix(4))
    let front = try ParetoSearch(scenario, 2, 3, locksEarlier: true, solver: solver).run()
    let answer = FrontAnswer(front, points: front.points.map { AccountedCase(front.scenario, $0) })
      .answer
    let locked = try #require(answer.facts.first { $0.key == "locked" })
    #expect(
      locked.value.text(.english) == "municipal projects guaranteed; provincial projects supported")
    #expect(locked.value.text(.chinese) == "市重点项目用地全额保障；省重点项目落地")
    let text = answer.text(.english)
    for goal in scenario.goals { #expect(!text.contains(goal.title)) }
  }

  @Test("what was not solved is said, in the facts and in its row")
  func missing() throws {
    let answer = try sweep(1, counts: [5], missing: 2)
    #expect(!answer.isProved)
    let row = try #require(answer.answer.sections.first?.rows[2])
    #expect(row.contains { if case .code("not_solved", _) = $0 { true } else { false } })
    #expect(answer.answer.facts[0].value.text(.chinese).contains("未及求解"))
    #expect(try sweep(1, counts: [5]).isProved)
  }
}
