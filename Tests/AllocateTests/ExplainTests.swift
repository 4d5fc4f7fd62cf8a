import Foundation
import Testing

/// `allocate explain`, end to end.
@Suite struct ExplainTests {
  private static let budget = "scenarios/capital-budgeting.json"

  @Test func explainsAllProjectsAndQuotas() throws {
    let result = try Tool.run("explain", Self.budget, in: Tool.root)
    #expect(result.end == .exit(0), "\(result.errors)")
    for text in ["已证明最优", "未支持6项（前置或互斥2项，要素不足4项）", "A-02", "再增多少指标", "每一条都由求解证明"] {
      #expect(result.output.contains(text), "\(text)")
    }
    let english = try Tool.run("explain", Self.budget, "--lang", "en", in: Tool.root)
    #expect(english.output.contains("every claim was proved by solving"))
  }

  @Test func answersTheSameFromARunAndFromTheScenario() throws {
    let workspace = try Workspace()
    try workspace.write("s.json", Fixtures.budget)
    #expect(try Tool.run("solve", "s.json", "--out", "run", in: workspace.path).end == .exit(0))
    let fromRun = try Tool.run("explain", "run", "--format", "json", in: workspace.path)
    let fromFile = try Tool.run("explain", "./s.json", "--format", "json", in: workspace.path)
    #expect(fromRun.end == .exit(0), "\(fromRun.errors)")
    #expect(fromRun.output == fromFile.output)
    #expect(try JSONSerialization.jsonObject(with: Data(fromRun.output.utf8)) is [String: Any])
    let one = try Tool.run(
      "explain", "run", "--threads", "1", "--format", "json", in: workspace.path)
    #expect(one.output == fromRun.output)
  }

  @Test func tellsTheStoryOfOneProject() throws {
    let workspace = try Workspace()
    try workspace.write("s.json", Fixtures.budget)
    // P-1 and one of the others fit no more than P-2 and P-3 do: the fund pays for 100.
    let out = try Tool.run("explain", "./s.json", "--project", "P-1", in: workspace.path)
    #expect(out.end == .exit(0), "\(out.errors)")
    for text in ["未支持", "缺 60 万元", "可容规模", "硬要安排", "最省补救", "重新求解"] {
      #expect(out.output.contains(text), "\(text)\n\(out.output)")
    }
    let kept = try Tool.run("explain", "./s.json", "--project", "P-2", in: workspace.path)
    #expect(kept.output.contains("在每一个最优方案里都得到支持"), "\(kept.output)")
  }

  @Test func printsATableAndWritesAllOfThem() throws {
    let workspace = try Workspace()
    try workspace.write("s.json", Fixtures.budget)
    let csv = try Tool.run(
      "explain", "./s.json", "--format", "csv", "--table", "quotas", "--out", "answer",
      in: workspace.path)
    #expect(csv.end == .exit(0), "\(csv.errors)")
    #expect(csv.output.hasPrefix("指标代码,指标,单位,总量,已用,剩余,松紧,"))
    for table in ["left_out", "remedies", "shortages", "costs", "supported", "quotas", "steps"] {
      #expect(!(try workspace.read("answer/tables/\(table).csv")).isEmpty)
    }
    // An answer is no plan.
    #expect(try Tool.run("explain", "answer", in: workspace.path).end == .exit(65))
  }

  @Test func refusesNamesThatAreNotKnownAllAtOnce() throws {
    let workspace = try Workspace()
    try workspace.write("s.json", Fixtures.budget)
    let result = try Tool.run(
      "explain", "./s.json", "--project", "P-11", "--project", "Q", "--quota", "cap:fnd",
      "--out", "answer", in: workspace.path)
    #expect(result.end == .exit(64))
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("没有项目“P-11”；是否想写 P-1"), "\(result.errors)")
    #expect(result.errors.contains("没有项目“Q”"))
    #expect(result.errors.contains("没有指标“cap:fnd”；是否想写 cap:fund"))
    #expect(!FileManager.default.fileExists(atPath: workspace["answer"]))
  }

  @Test(arguments: [
    ["explain"], ["explain", "a.json", "b.json"], ["explain", "a.json", "--project"],
    ["explain", "a.json", "--table", "none"], ["explain", "a.json", "--time-limit", "soon"],
    ["explain", "a.json", "--threads", "0"], ["explain", "a.json", "--format", "xml"],
  ])
  func refusesAWrongCommandLine(arguments: [String]) throws {
    let result = try Tool.start(arguments).finish()
    #expect(result.end == .exit(64))
    #expect(result.output.isEmpty)
  }

  @Test func explainsTheConflictOfAnInfeasibleScenario() throws {
    let workspace = try Workspace()
    try workspace.write("s.json", Fixtures.conflict)
    let result = try Tool.run("explain", "./s.json", in: workspace.path)
    #expect(result.end == .exit(10), "\(result.errors)")
    for text in ["已证明无可行方案", "不能同时满足", "已锁入", "补救"] {
      #expect(result.output.contains(text), "\(result.output)")
    }
  }

  @Test func badInputIsRefusedAsEverywhere() throws {
    let workspace = try Workspace()
    try workspace.write("wrong.json", Fixtures.wrong)
    #expect(try Tool.run("explain", "./wrong.json", in: workspace.path).end == .exit(65))
    #expect(try Tool.run("explain", "./none.json", in: workspace.path).end == .exit(66))
  }

  @Test func aTimeLimitLeavesWhatCanBeSaid() throws {
    let workspace = try Workspace()
    let result = try Tool.run(
      "explain", "-", "--time-limit", "1", "--out", "answer", input: Fixtures.hard,
      in: workspace.path)
    #expect(result.end == .exit(11), "\(result.errors)")
    #expect(result.output.contains("未证明最优"))
    #expect(try workspace.read("answer/answer.json").contains("\"feasible\""))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalLeavesAWholeAnswer(signal: Int32) throws {
    let workspace = try Workspace()
    let running = try Tool.start(
      ["explain", "-", "--out", "answer"], input: Fixtures.hard, in: workspace.path)
    while !FileManager.default.fileExists(atPath: workspace[".allocate-answer.lock"]) {
      usleep(10_000)
    }
    usleep(700_000)
    kill(running.process.processIdentifier, signal)
    let result = try running.finish()
    #expect(result.end == .signal(signal), "\(result.errors)")
    let text = try workspace.read("answer/answer.json")
    #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
  }
}
