import Foundation
import Testing

/// `allocate batch`: what it lists, what it writes and says, what it does not repeat.
@Suite struct BatchTests {
  /// A workspace with scenarios `plans/NAME.json`.
  private func workspace(_ scenarios: [String: String]) throws -> Workspace {
    let workspace = try Workspace()
    for (name, text) in scenarios { try workspace.write("plans/\(name).json", text) }
    return workspace
  }

  private func batch(_ workspace: Workspace, _ more: String...) throws -> Tool.Result {
    try Tool.start(["batch"] + more, in: workspace.path).finish()
  }

  /// Rows of the summary by the path of their scenario, in the order of the table.
  private func rows(_ result: Tool.Result) throws -> [(scenario: String, row: Row)] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let summary = try decoder.decode(Summary.self, from: Data(result.output.utf8))
    return summary.scenarios.map { ($0.scenario, $0) }
  }

  private struct Summary: Decodable {
    var scenarios: [Row]
  }

  struct Row: Decodable, Equatable {
    var scenario: String
    var run: String?
    var status: String
    var exitCode: Int?
    var unchanged: Bool?
    var supported: Int?
    var finding: String?
  }

  private let other = Fixtures.budget.replacing("\"fund\": \"60 万元\"", with: "\"fund\": \"50 万元\"")

  // The list

  @Test func findsTheScenariosBelowADirectoryAndNamesWhatItSkips() throws {
    let workspace = try workspace(["b": Fixtures.budget, "in/a": other])
    try workspace.write("plans/note.json", "{\"text\": 1}")
    try workspace.write("plans/map.json", "{\"format\": \"geojson\"}")
    try workspace.write("plans/table.csv", "id\n1\n")
    try workspace.write("plans/.hidden.json", Fixtures.budget)
    let solved = try Tool.run("plans/b.json", "-o", "plans/done", in: workspace.path)
    #expect(solved.end == .exit(0))
    let result = try batch(workspace, "plans", "--format", "json")
    #expect(result.end == .exit(0), "\(result.errors)")
    #expect(try rows(result).map(\.scenario) == ["plans/b.json", "plans/in/a.json"])
    #expect(try rows(result).map(\.row.run) == ["runs/b", "runs/in-a"])
    for name in ["note.json", "map.json", "done"] {
      #expect(result.errors.contains("跳过 plans/\(name)"))
    }
    #expect(!result.errors.contains("hidden"))
  }

  @Test func theRunsAreThoseThatSolveWrites() throws {
    let workspace = try workspace(["a": Fixtures.budget])
    let options = ["--style", "official", "--encoding", "gb18030", "--certificate"]
    let result = try Tool.start(["batch", "plans"] + options, in: workspace.path).finish()
    #expect(result.end == .exit(0), "\(result.errors)")
    let solve = ["plans/a.json", "--threads", "1", "-o", "one"] + options
    #expect(try Tool.start(solve, in: workspace.path).finish().end == .exit(0))
    let isTiming = { (name: String) in name == "timing.json" }
    let (one, many) = (try workspace.contents("one"), try workspace.contents("runs/a"))
    #expect(one.filter { !isTiming($0.key) } == many.filter { !isTiming($0.key) })
    #expect(one.keys.contains("certificate.txt"))
  }

  @Test func filesOfTheSameNameGetDifferentRunsInAnyOrder() throws {
    let workspace = try workspace([
      "x/plan": Fixtures.budget, "y/plan": other, "x-plan": Fixtures.budget, "plan": other,
    ])
    let files = ["plans/x/plan.json", "plans/y/plan.json", "plans/plan.json", "plans/x-plan.json"]
    var names: Set<[String?]> = []
    for order in [files, files.reversed()] {
      let result = try Tool.start(
        ["batch", "--format", "json", "-q"] + order, in: workspace.path
      ).finish()
      #expect(result.end == .exit(0), "\(result.errors)")
      names.insert(try rows(result).map(\.row.run))
    }
    #expect(
      names == [["runs/plans-plan", "runs/x-plan", "runs/plans-x-plan", "runs/plans-y-plan"]])
    // Below one directory a name that comes up twice is told apart by digests.
    let below = try rows(try batch(workspace, "plans", "--format", "json", "--out", "other"))
    let runs = below.compactMap(\.row.run)
    #expect(Set(runs).count == 4)
    #expect(runs.contains("other/plan") && runs.contains("other/y-plan"))
    #expect(runs.count { $0.hasPrefix("other/x-plan-") || $0.hasPrefix("other/plans-x-plan") } == 2)
  }

  @Test func aFileThatIsNamedTwiceIsSolvedOnce() throws {
    let workspace = try workspace(["a": Fixtures.budget])
    let result = try batch(
      workspace, "plans", "plans/a.json", "./plans//a.json", "--format", "json")
    #expect(try rows(result).map(\.scenario) == ["plans/a.json"])
    #expect(!result.errors.contains("跳过"))
  }

  @Test func noScenarioAtAllIsAnError() throws {
    let workspace = try workspace([:])
    try workspace.write("empty/table.csv", "id\n")
    let result = try batch(workspace, "empty")
    #expect(result.end == .exit(66))
    #expect(result.output.isEmpty)
    #expect(try workspace.contents().keys.sorted() == ["empty/table.csv"])
  }

  @Test(arguments: [
    ["batch"], ["batch", "-"], ["batch", "a.json", "--jobs", "0"],
    ["batch", "a.json", "--shard", "0/2"], ["batch", "a.json", "--shard", "3/2"],
    ["batch", "a.json", "--shard", "1"], ["batch", "a.json", "--shard", "+1/2"],
    ["batch", "a.json", "--table", "plans"], ["batch", "a.json", "--time-limit=-1"],
    ["batch", "a.json", "--out", ""],
  ])
  func refusesAWrongCommandLine(arguments: [String]) throws {
    let result = try Tool.start(arguments).finish()
    #expect(result.end == .exit(64))
    #expect(result.output.isEmpty)
  }

  // Failures

  @Test func whatFailsDoesNotStopTheOthersAndIsInTheTable() throws {
    let workspace = try workspace([
      "a": Fixtures.budget, "b": Fixtures.wrong, "c": Fixtures.conflict, "d": "{\"format\": 1,,",
      "e": other, "f": Fixtures.budget,
    ])
    try workspace.write("runs/f/letter.txt", "text")
    let result = try batch(
      workspace, "plans", "plans/none.json", "--jobs", "1", "--format", "json")
    #expect(result.end == .exit(73), "\(result.errors)")
    let rows = try rows(result).map(\.row)
    #expect(rows.map(\.exitCode) == [0, 65, 10, 65, 0, 73, 66])
    #expect(
      rows.map(\.status) == [
        "optimal", "bad_input", "infeasible", "bad_input", "optimal", "not_written", "no_input",
      ])
    #expect(rows.map { $0.finding == nil } == [true, false, false, false, true, false, false])
    #expect(rows.map { $0.run != nil } == [true, false, false, false, true, false, false])
    for name in ["a", "e"] {
      #expect(try Tool.run("verify", workspace["runs/\(name)"]).end == .exit(0))
    }
    #expect(try workspace.contents("runs/f").keys.sorted() == ["letter.txt"])
    let lines = result.errors.split(separator: "\n").filter { $0.hasPrefix("[") }
    #expect(lines.count == 7)
  }

  @Test func theSummaryIsForPeopleForBureausAndForPrograms() throws {
    let workspace = try workspace(["a": Fixtures.budget, "b": Fixtures.wrong])
    let text = try batch(workspace, "plans").output
    #expect(text.contains("方案 2，已证明最优 1，失败 1"))
    #expect(text.contains("plans/b.json：E"))
    let english = try batch(workspace, "plans", "--lang", "en").output
    #expect(english.contains("scenarios: 2, proved optimal: 1, failed: 1"))
    let table = try batch(workspace, "plans", "--format", "csv", "-q")
    #expect(table.errors.isEmpty)
    #expect(table.output.contains("方案,结果目录,结论,退出码,"))
    let goals = try batch(workspace, "plans", "--format", "csv", "--table", "goals").output
    #expect(goals.contains("plans/a.json,1,value,投资,1050.0000,万元,是"))
  }

  // What is not repeated

  @Test func aFinishedRunIsNotRepeatedUntilSomethingChanges() throws {
    let workspace = try workspace(["a": Fixtures.budget, "b": other])
    func unchanged(_ more: String...) throws -> [Bool?] {
      let result = try Tool.start(
        ["batch", "plans", "--format", "json", "-q"] + more, in: workspace.path
      ).finish()
      #expect(result.end == .exit(0), "\(result.errors)")
      return try rows(result).map(\.row.unchanged)
    }
    #expect(try unchanged() == [false, false])
    let first = try workspace.contents("runs")
    #expect(try unchanged() == [true, true])
    #expect(
      try workspace.contents("runs").filter { !$0.key.hasSuffix(".lock") }
        == first.filter { !$0.key.hasSuffix(".lock") })
    // A proved plan is the same whatever the time that it may take.
    #expect(try unchanged("--time-limit", "60") == [true, true])
    #expect(try unchanged("--style", "official") == [false, false])
    #expect(try unchanged("--style", "official") == [true, true])
    #expect(try unchanged("--style", "official", "--again") == [false, false])
    #expect(try unchanged() == [false, false])
    try workspace.write("plans/a.json", Fixtures.budget.replacing("预算", with: "另一个"))
    #expect(try unchanged() == [false, true])
    try workspace.write("runs/b/result.json", "{}")
    #expect(try unchanged() == [true, false])
    #expect(try Tool.run("verify", workspace["runs/b"]).end == .exit(0))
    let manifest = try workspace.read("runs/a/manifest.json")
    try workspace.write(
      "runs/a/manifest.json",
      manifest.replacingOccurrences(
        of: "\"tool_version\": \"", with: "\"tool_version\": \"0."))
    #expect(try unchanged() == [false, true])
  }

  @Test func aChangedTableOfAScenarioIsAChange() throws {
    let workspace = try Workspace()
    try FileManager.default.copyItem(
      atPath: "\(Tool.root)/scenarios", toPath: workspace["plans"])
    let files = ["plans/2018.json", "plans/2018-more-land.json", "plans/capital-budgeting.json"]
    func unchanged() throws -> [Bool?] {
      let result = try Tool.start(
        ["batch", "--format", "json", "-q"] + files, in: workspace.path
      ).finish()
      return try rows(result).map(\.row.unchanged)
    }
    #expect(try unchanged() == [false, false, false])
    let table = try workspace.read("plans/2018/stock.csv")
    try workspace.write("plans/2018/stock.csv", table + "\n")
    #expect(try unchanged() == [false, false, true])
  }

  // Shards and jobs

  @Test(arguments: [1, 2, 3, 5, 9])
  func shardsPartitionTheListExactly(count: Int) throws {
    let names = ["a", "b", "c", "d", "e", "f", "g"]
    let workspace = try workspace(
      Dictionary(uniqueKeysWithValues: names.map { ($0, Fixtures.budget) }))
    var seen: [String] = []
    for number in 1...count {
      let result = try batch(
        workspace, "plans", "--shard", "\(number)/\(count)", "--format", "json", "-q")
      #expect(result.end == .exit(0), "\(result.errors)")
      let rows = try rows(result)
      #expect(rows.allSatisfy { $0.row.unchanged == false })
      seen += rows.map(\.scenario)
    }
    #expect(seen.sorted() == names.map { "plans/\($0).json" })
    let all = try rows(try batch(workspace, "plans", "--format", "json", "-q"))
    #expect(all.map(\.scenario) == seen.sorted())
    #expect(all.allSatisfy { $0.row.unchanged == true })
  }

  @Test func theNumberOfJobsChangesNothing() throws {
    var outputs: Set<String> = []
    var runs: Set<[String: Data]> = []
    for jobs in ["1", "2", "8"] {
      let workspace = try workspace([
        "a": Fixtures.budget, "b": Fixtures.wrong, "c": Fixtures.conflict, "d": other,
      ])
      try FileManager.default.copyItem(
        atPath: "\(Tool.root)/scenarios", toPath: workspace["plans/shipped"])
      let result = try batch(workspace, "plans", "--jobs", jobs)
      outputs.insert(result.output)
      let files = try workspace.contents("runs").filter {
        !$0.key.hasSuffix("/timing.json") && !$0.key.hasSuffix(".lock")
      }
      #expect(files.count > 100)
      runs.insert(files)
    }
    #expect(outputs.count == 1)
    #expect(runs.count == 1)
  }
}
