import Foundation
import Testing

/// `allocate risk`, end to end.
@Suite struct RiskTests {
  private static let county = Tool.root + "/scenarios/county-projects.json"

  /// The county's scenario with ranges.
  private static func uncertain(_ entries: String) -> String {
    """
    {"format": 1, "base": "\(county)", "title": "不确定", "uncertainty": [
    \(entries)
    ]}
    """
  }

  private static let ranges = uncertain(
    """
    {"id": "land", "amount": "land_this_year", "range": "-20%..+30%"},
    {"id": "city", "amount": "land.city_quota", "range": "±25%", "distribution": "triangular"}
    """)

  private func json(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("same seed, same answer, whatever the threads; another seed, another answer")
  func seeds() throws {
    let workspace = try Workspace()
    try workspace.write("s.json", Self.ranges)
    let arguments = ["risk", "s.json", "--samples", "12", "--format", "json"]
    var outputs: [String] = []
    for (number, more) in [
      ["--threads", "1"], ["--threads", "2"], ["--seed", "1"], ["--seed", "2"],
    ].enumerated() {
      let result = try Tool.start(
        arguments + more + ["--out", "answer\(number)"], in: workspace.path
      ).finish()
      #expect(result.end == .exit(0), "\(result.errors)")
      outputs.append(result.output)
    }
    #expect(outputs[0] == outputs[1] && outputs[0] == outputs[2] && outputs[0] != outputs[3])
    for file in try workspace.contents("answer0/tables").keys {
      #expect(
        try workspace.read("answer0/tables/\(file)") == workspace.read("answer1/tables/\(file)"))
    }
    #expect(try workspace.read("answer0/answer.json") == outputs[0])
    // An answer is no plan.
    #expect(try Tool.run("risk", "answer0", in: workspace.path).end == .exit(65))
  }

  @Test("a sample drawn as a file and solved is the sample of the answer")
  func draw() throws {
    let workspace = try Workspace()
    try workspace.write("s.json", Self.ranges)
    let answer = try Tool.run(
      "risk", "s.json", "--samples", "5", "--format", "json", in: workspace.path)
    #expect(answer.end == .exit(0), "\(answer.errors)")
    let samples = try #require(json(answer.output)["samples"] as? [[String: Any]])
    #expect(samples.count == 5)
    for (number, sample) in samples.enumerated() {
      let drawn = try Tool.run(
        "risk", "s.json", "--samples", "5", "--draw", "\(number + 1)", in: workspace.path)
      #expect(drawn.end == .exit(0), "\(drawn.errors)")
      try workspace.write("d.json", drawn.output)
      let solved = try Tool.run("solve", "d.json", "-n", "--format", "json", in: workspace.path)
      #expect(solved.end == .exit(0), "\(solved.errors)")
      let projects = try #require(json(solved.output)["projects"] as? [[String: Any]])
      #expect(
        sample["supported"] as? Int == projects.count { ($0["steps"] as? Int ?? 0) > 0 })
    }
  }

  @Test("a run is asked as its scenario is, and a spread stands in for ranges")
  func spread() throws {
    let workspace = try Workspace()
    #expect(
      try Tool.run("solve", Self.county, "--out", "run", in: workspace.path).end == .exit(0))
    let arguments = ["--samples", "6", "--spread", "15%", "--format", "csv", "--table", "projects"]
    let fromRun = try Tool.start(["risk", "run"] + arguments, in: workspace.path).finish()
    let fromFile = try Tool.start(["risk", Self.county] + arguments).finish()
    #expect(fromRun.end == .exit(0), "\(fromRun.errors)")
    #expect(fromRun.output == fromFile.output)
    #expect(fromRun.output.hasPrefix("项目编号,项目名称,级别,县区,落地样本,比例（%）,基准,最稳"))
    let draw = ["--spread", "15%", "--draw", "2"]
    let drawnFromRun = try Tool.start(["risk", "run"] + draw, in: workspace.path).finish()
    #expect(drawnFromRun.end == .exit(0), "\(drawnFromRun.errors)")
    #expect(try drawnFromRun.output == Tool.start(["risk", Self.county] + draw).finish().output)
    let english = try Tool.run(
      "risk", Self.county, "--samples", "3", "--spread", "5%", "--lang", "en")
    #expect(english.output.contains("all samples solved, each with its proof"))
  }

  @Test("what has no plan is answered, too")
  func infeasible() throws {
    let workspace = try Workspace()
    try workspace.write("s.json", Fixtures.conflict)
    let result = try Tool.run(
      "risk", "./s.json", "--samples", "20", "--spread", "20%", "--format", "json",
      in: workspace.path)
    #expect(result.end == .exit(0), "\(result.errors)")
    let answer = try json(result.output)
    #expect(answer["stated"] as? String == "infeasible")
    let without = try #require(answer["without_plan"] as? Int)
    #expect((1...19).contains(without), "\(without)")
    #expect(answer["base_holds"] == nil)
  }

  @Test func tellsEverythingThatIsWrongAtOnce() throws {
    let workspace = try Workspace()
    try workspace.write(
      "s.json",
      Self.uncertain(
        """
        {"id": "a", "amount": "land_this_yaer", "range": "±5%"},
        {"id": "b", "amount": "land.city_quota", "range": "9 吨..12 吨"},
        {"id": "c", "amount": "land_this_year", "range": "20%..-10%", "projects": ["nobody"]}
        """))
    let result = try Tool.run("risk", "s.json", "--out", "answer", in: workspace.path)
    #expect(result.end == .exit(65))
    #expect(result.output.isEmpty)
    for words in [
      "E310", "s.json:2:23", "`land_this_year`", "E207", "s.json:3:51", "亩", "E213", "s.json:4:50",
      "对调", "E303", "s.json:4:76", "nobody", "4 个错误",
    ] {
      #expect(result.errors.contains(words), "\(words)\n\(result.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: workspace["answer"]))
  }

  @Test("a scenario without ranges is told what to write")
  func nothingUncertain() throws {
    for arguments in [[], ["--draw", "1"]] {
      let result = try Tool.start(["risk", Self.county] + arguments).finish()
      #expect(result.end == .exit(65))
      #expect(result.output.isEmpty)
      #expect(result.errors.contains("--spread 10%") && result.errors.contains("\"uncertainty\""))
    }
  }

  @Test(arguments: [
    ["risk"], ["risk", "a.json", "b.json"], ["risk", "a.json", "--samples", "0"],
    ["risk", "a.json", "--samples", "many"], ["risk", "a.json", "--seed=-1"],
    ["risk", "a.json", "--spread", "10"], ["risk", "a.json", "--spread", "0.001%"],
    ["risk", "a.json", "--table", "none"], ["risk", "a.json", "--threads", "0"],
    ["risk", "a.json", "--draw", "0"],
  ])
  func refusesAWrongCommandLine(arguments: [String]) throws {
    let result = try Tool.start(arguments).finish()
    #expect(result.end == .exit(64))
    #expect(result.output.isEmpty)
    #expect(!result.errors.isEmpty)
  }

  @Test("without time for one sample nothing is said, and nothing written")
  func noTime() throws {
    let workspace = try Workspace()
    try workspace.write("s.json", Self.ranges)
    let result = try Tool.run(
      "risk", "s.json", "--time-limit", "0", "--out", "answer", in: workspace.path)
    #expect(result.end == .exit(12), "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: workspace["answer"]))
  }

  @Test("Ctrl-C leaves the finished samples, whole, and ends by the signal")
  func interruption() throws {
    let workspace = try Workspace()
    try workspace.write("s.json", Self.ranges)
    let running = try Tool.start(
      ["risk", "s.json", "--samples", "100000", "--out", "answer", "--format", "json"],
      in: workspace.path)
    while !FileManager.default.fileExists(atPath: workspace[".allocate-answer.lock"]) {
      usleep(10_000)
    }
    sleep(3)
    kill(running.process.processIdentifier, SIGINT)
    let result = try running.finish()
    #expect(result.end == .signal(SIGINT), "\(result.errors)")
    let answer = try json(result.output)
    #expect(answer["status"] as? String == "stopped")
    let samples = try #require(answer["samples"] as? [[String: Any]])
    #expect(!samples.isEmpty && samples.count < 100_000)
    #expect(samples.map { $0["number"] as? Int } == (1...samples.count).map { $0 })
    #expect(try workspace.read("answer/answer.json") == result.output)
    // What is there is what a question for as many samples would have found.
    let again = try Tool.run(
      "risk", "s.json", "--samples", "\(samples.count)", "--format", "json", in: workspace.path)
    var (early, late) = (answer, try json(again.output))
    for key in ["status", "requested"] { (early[key], late[key]) = (nil, nil) }
    #expect(early as NSDictionary == late as NSDictionary)
  }
}
