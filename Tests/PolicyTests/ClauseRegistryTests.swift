import GLPKSolver
import LinearProgram
import PlanEnumeration
import Policy
import SampleScenarios
import Scenario
import Testing

@Suite("All clauses of the policy")
struct ClauseRegistryTests {
  /// Test files are named after the files of the clauses.
  private static let sources = PackageFile.names(in: "Sources/Policy/Clauses")

  @Test("each clause with rows is one file, and each file one clause")
  func files() throws {
    let ids = try Self.sources.map { name in
      let text = try #require(PackageFile.text("Sources/Policy/Clauses/\(name)"))
      let tail = try #require(text.components(after: "static let id = \"").first)
      return String(tail.prefix { $0 != "\"" })
    }
    #expect(ids.sorted() == ClauseRegistry.ids.sorted())
    #expect(Set(ids).count == ids.count)
  }

  @Test("clauses with rows are those whose text gives no reason for having none")
  func reasons() {
    let withRows = ClauseText.all.filter { $0.reasonWithoutConstraint == nil }.map(\.id)
    #expect(withRows.sorted() == ClauseRegistry.ids.sorted())
  }

  @Test("each clause has its tests and its golden rows")
  func tests() {
    let tests = PackageFile.names(in: "Tests/PolicyTests/Clauses")
    #expect(tests == Self.sources.map { String($0.dropLast(6)) + "Tests.swift" })
    for name in tests {
      let text = PackageFile.text("Tests/PolicyTests/Clauses/\(name)") ?? ""
      for part in ["func exactRows()", "ByHand()", "inds", "onflict()"] {
        let hasPart = text.contains(part)
        #expect(hasPart, "\(name) lacks \(part)")
      }
    }
    let golden = PackageFile.names(in: "Tests/PolicyTests/Golden")
    #expect(golden == ClauseRegistry.ids.map { "\($0).lp" }.sorted())
    for name in golden {
      #expect(PackageFile.text("Tests/PolicyTests/Golden/\(name)")?.contains(":") == true)
    }
  }

  @Test("the order of the clauses makes no difference")
  func order() throws {
    for seed in 0..<60 {
      let scenario = TinyScenarios.random(seed: seed)
      let usual = try Desk.solve(scenario)
      var random = SeededGenerator(seed: seed)
      let ids = ClauseRegistry.ids.shuffled(using: &random)
      let model = PolicyModel(scenario, clauses: ids)
      let shuffled = try AllotmentSearch(model, solver: GLPKSolver()).run()
      #expect(shuffled.status == usual.status, "seed \(seed)")
      #expect(shuffled.goals == usual.goals, "seed \(seed)")
      #expect(shuffled.plan == usual.plan, "seed \(seed)")
    }
  }

  @Test("no clause can be left out unnoticed", arguments: ClauseRegistry.ids)
  func everyClauseMatters(id: String) throws {
    let isNoticed = try (0..<4_000).contains { seed in
      let scenario = TinyScenarios.random(seed: seed)
      guard PolicyModel(scenario).origins.contains(where: { $0.clause == id }) else { return false }
      let (with, without) = (try Desk.solve(scenario), try Desk.solve(scenario, without: id))
      return with.goals != without.goals || with.plan != without.plan
    }
    #expect(isNoticed)
  }

  @Test("ids that are none add nothing")
  func unknownIDs() {
    let model = PolicyModel(TinyScenarios.random(seed: 1), clauses: ["Z-9", "A-5"])
    #expect(model.program.rows.isEmpty)
  }
}

extension String {
  /// What follows each occurrence of a text.
  func components(after separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false).dropFirst().map { $0 }
  }
}
