import Foundation
import Testing

/// `allocate sweep` and `allocate what-if`, end to end.
@Suite struct SweepCommandTests {
  private let county = Tool.root + "/scenarios/county-projects.json"
  private let budget = Tool.root + "/scenarios/capital-budgeting.json"

  private func json(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("a point of a sweep is what solving the edited scenario gives")
  func pointsEqualSolve() throws {
    let workspace = try Workspace()
    let swept = try Tool.run(
      "sweep", county, "--over", "land.city_quota=20..80/20亩", "--format", "json", "--plot",
      "p.svg",
      in: workspace.path)
    #expect(swept.end == .exit(0), "\(swept.errors)")
    let points = try #require(json(swept.output)["points"] as? [[String: Any]])
    #expect(points.count == 4)
    for (point, quota) in zip(points, [20, 40, 60, 80]) {
      let file = "v\(quota).json"
      try workspace.write(
        file,
        "{\"format\": 1, \"base\": \"\(county)\", \"land\": {\"city_quota\": \"\(quota) 亩\"}}")
      let solved = try Tool.run("solve", file, "-n", "--format", "json", in: workspace.path)
      #expect(solved.end == .exit(0), "\(solved.errors)")
      let projects = try #require(json(solved.output)["projects"] as? [[String: Any]])
      let supported = projects.count { ($0["steps"] as? Int ?? 0) > 0 }
      #expect(point["landed"] as? Int == supported)
      #expect(point["status"] as? String == "optimal")
    }
    #expect(try workspace.read("p.svg").hasSuffix("</svg>\n"))
  }

  @Test("the answer is the same whatever the number of threads, and is written whole")
  func threads() throws {
    let workspace = try Workspace()
    let arguments = ["sweep", county, "--over", "land.city_quota=50%..150%/10%", "--refine"]
    for threads in ["1", "2"] {
      let run = try Tool.start(
        arguments + ["--threads", threads, "--out", "answer\(threads)"], in: workspace.path
      ).finish()
      #expect(run.end == .exit(0), "\(run.errors)")
    }
    for file in ["answer.json", "plot.svg", "tables/points.csv", "tables/thresholds.csv"] {
      #expect(try workspace.read("answer1/\(file)") == workspace.read("answer2/\(file)"))
    }
  }

  @Test(arguments: [
    (["--over", "land.city_quta=1..2/1亩"], Int32(65), "city_quota"),
    (["--over", "land.city_quota=1..2/1吨"], 65, "亩"),
    (["--over", "land.city_quota=1..2"], 64, "步长"),
    (["--over", "land.city_quota"], 64, "="),
    (["--pareto", "nothing,1"], 64, "others_merit"),
    (["--pareto", "1,1"], 64, "相同"),
    ([], 64, "--over"),
    (
      ["--over", "land.city_quota=1亩,2亩", "--refine", "--over", "land.provincial_quota=1亩,2亩"], 64,
      "--refine"
    ),
  ])
  func badInput(arguments: [String], code: Int32, words: String) throws {
    let result = try Tool.start(["sweep", county] + arguments).finish()
    #expect(result.end == .exit(code), "\(result.errors)")
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test("Ctrl-C leaves the finished points, whole, and ends by the signal")
  func interruption() throws {
    let workspace = try Workspace()
    let running = try Tool.start(
      [
        "sweep", Tool.root + "/scenarios/2018.json", "--over", "land.city_quota=80%..120%/0.1%",
        "--out", "answer", "--format", "json",
      ], in: workspace.path)
    while !FileManager.default.fileExists(atPath: workspace[".allocate-answer.lock"]) {
      usleep(10_000)
    }
    sleep(6)
    kill(running.process.processIdentifier, SIGINT)
    let result = try running.finish()
    #expect(result.end == .signal(SIGINT), "\(result.errors)")
    let points = try #require(json(result.output)["points"] as? [[String: Any]])
    #expect(points.count == 401)
    #expect(points.contains { $0["status"] as? String == "optimal" })
    #expect(points.contains { $0["status"] as? String == "not_solved" })
    #expect(try workspace.read("answer/answer.json") == result.output)
  }

  @Test("a Pareto front from the command line is complete")
  func front() throws {
    let result = try Tool.run("sweep", budget, "--pareto", "1,2", "--format", "json")
    #expect(result.end == .exit(0), "\(result.errors)")
    let answer = try json(result.output)
    #expect(answer["status"] as? String == "complete")
    #expect((answer["front"] as? [[String: Any]])?.isEmpty == false)
  }

  @Test("what-if says what changes, and what it saves is what it solved")
  func whatIf() throws {
    let workspace = try Workspace()
    let changed = try Tool.run(
      "what-if", county, "--set", "land.city_quota=-50%", "--keep", "base", "--save", "less.json",
      "--format", "json", in: workspace.path)
    #expect(changed.end == .exit(0), "\(changed.errors)")
    let goals = try #require(json(changed.output)["goals"] as? [[String: Any]])
    let saved = try workspace.read("less.json")
    #expect(saved.contains("\"base\"") && saved.contains("city_quota"))
    let solved = try Tool.run("less.json", "-n", "--format", "json", in: workspace.path)
    #expect(solved.end == .exit(0), "\(solved.errors)")
    let values = try #require(json(solved.output)["goals"] as? [[String: Any]])
    #expect(goals.count == values.count)
  }

  @Test("locks of projects are changes, too")
  func locks() throws {
    let workspace = try Workspace()
    let result = try Tool.run(
      "what-if", Tool.root + "/scenarios/2018.json", "--lock-out", "QHD-M-001", "--save",
      "out.json",
      "--time-limit", "0", in: workspace.path)
    #expect([.exit(12), .exit(11)].contains(result.end), "\(result.errors)")
    let saved = try workspace.read("out.json")
    #expect(saved.contains("\"QHD-M-001\"") && saved.contains("锁出"))
    #expect(try Tool.run("check", "out.json", in: workspace.path).end == .exit(0))
  }

  @Test(arguments: [
    (["--set", "land.city_quota"], Int32(64), "="),
    (["--set", "land.city_quta=3亩", "--set", "land.provincial_quota=3吨"], 65, "city_quota"),
    (["--lock-in", "nobody"], 65, "nobody"), ([], 64, "--set"),
    (["--set", "land.city_quota=3亩", "--keep", "no-such-run"], 66, "no-such-run"),
  ])
  func badChanges(arguments: [String], code: Int32, words: String) throws {
    let result = try Tool.start(["what-if", county] + arguments).finish()
    #expect(result.end == .exit(code), "\(result.errors)")
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test("paths complete in the shell, and go on from what is typed")
  func completion() throws {
    let result = try Tool.run(
      "---completion", "what-if", "--", "--set", "4", "9", "allocate", "what-if", county, "--set",
      "land.city")
    #expect(result.output.contains("land.city_quota="), "\(result)")
  }
}
