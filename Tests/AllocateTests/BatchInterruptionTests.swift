import Foundation
import Testing

/// A batch that is stopped, killed, run twice at once, or finds its disk full.
@Suite struct BatchInterruptionTests {
  /// Starts a batch of a quick scenario and two that take much longer than a test may, and waits until a plan is known.
  private func start(_ workspace: Workspace, jobs: String = "2") throws -> Tool.Running {
    try workspace.write("plans/a.json", Fixtures.budget)
    try workspace.write("plans/b.json", Fixtures.hard)
    try workspace.write("plans/c.json", Fixtures.hard)
    let running = try Tool.start(["batch", "plans", "--jobs", jobs], in: workspace.path)
    try wait { exists(workspace, "runs/a/manifest.json") }
    try wait { exists(workspace, "runs/.allocate-b.lock") }
    usleep(500_000)
    return running
  }

  private func exists(_ workspace: Workspace, _ name: String) -> Bool {
    FileManager.default.fileExists(atPath: workspace[name])
  }

  private func wait(until isTrue: () -> Bool) throws {
    for _ in 0..<2_000 where !isTrue() { usleep(10_000) }
    try #require(isTrue())
  }

  /// Processes of workers that write below a directory.
  private func workers(_ workspace: Workspace) -> [String] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.filter { entry in
      guard Int(entry) != nil,
        let words = try? Data(contentsOf: URL(filePath: "/proc/\(entry)/cmdline")),
        let place = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(entry)/cwd")
      else { return false }
      return String(decoding: words, as: UTF8.self).contains("--worker")
        && place == workspace.path
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalEndsItWithTheTableAndTheBestPlansSoFar(signal: Int32) throws {
    let workspace = try Workspace()
    let running = try start(workspace, jobs: "1")
    kill(running.process.processIdentifier, signal)
    let result = try running.finish()
    #expect(result.end == .signal(signal), "\(result.errors)")
    #expect(result.output.contains("方案 3，已证明最优 1，未证明 1，未处理 1"))
    for name in ["a", "b"] {
      #expect(try Tool.run("verify", workspace["runs/\(name)"]).end == .exit(0))
    }
    #expect(!exists(workspace, "runs/c"))
    // What was interrupted is not finished.
    let next = try Tool.run(
      "batch", "plans", "--time-limit", "1", "--format", "csv", in: workspace.path)
    #expect(next.end == .exit(11))
    #expect(next.output.matches(of: /已证明最优（未变）/).count == 1)
    #expect(next.output.matches(of: /时限已到/).count == 2)
    let last = try Tool.run(
      "batch", "plans", "--time-limit", "1", "--format", "csv", in: workspace.path)
    #expect(last.output.matches(of: /（未变）/).count == 3)
  }

  @Test func aKillLeavesFinishedRunsAndNoWorkerAndTheNextBatchGoesOn() throws {
    let workspace = try Workspace()
    let running = try start(workspace)
    let before = try workspace.contents("runs/a")
    kill(running.process.processIdentifier, SIGKILL)
    #expect(try running.finish().end == .signal(SIGKILL))
    try wait { workers(workspace).isEmpty }
    #expect(try workspace.contents("runs/a") == before)
    #expect(!exists(workspace, "runs/b/manifest.json"))
    try workspace.write("plans/b.json", Fixtures.budget)
    try workspace.write("plans/c.json", Fixtures.budget)
    let next = try Tool.run("batch", "plans", "--format", "csv", in: workspace.path)
    #expect(next.end == .exit(0), "\(next.errors)")
    #expect(next.output.matches(of: /（未变）/).count == 1)
    #expect(try workspace.contents("runs/a") == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: workspace["runs"]).sorted()
    #expect(
      names == [
        ".allocate-a.lock", ".allocate-b.lock", ".allocate-c.lock", "a", "b", "c",
      ])
  }

  @Test func aWorkerThatIsKilledIsOneFailureAmongOthers() throws {
    let workspace = try Workspace()
    let running = try start(workspace, jobs: "1")
    try workspace.write("plans/c.json", Fixtures.budget)
    for worker in workers(workspace) { kill(pid_t(worker) ?? 0, SIGKILL) }
    let result = try running.finish()
    #expect(result.end == .exit(70), "\(result.errors)")
    #expect(result.output.contains("方案 3，已证明最优 2，失败 1"))
    #expect(result.output.contains("plans/b.json：求解进程被信号 9 终止"))
    #expect(try Tool.run("verify", workspace["runs/c"]).end == .exit(0))
  }

  @Test func twoBatchesAtOnceShareTheWork() throws {
    let workspace = try Workspace()
    for number in 1...12 {
      try workspace.write("plans/\(number).json", Fixtures.budget)
    }
    let command = ["batch", "plans", "--jobs", "2", "--format", "csv"]
    let running = try (0..<3).map { _ in try Tool.start(command, in: workspace.path) }
    let results = try running.map { try $0.finish() }
    for result in results {
      #expect(result.end == .exit(0) || result.end == .exit(75), "\(result.errors)")
    }
    // Every scenario was solved by one of them: the others found it unchanged, or being written.
    let solved = results.flatMap { $0.output.matches(of: /已证明最优,0,否/) }
    #expect(solved.count == 12)
    for number in 1...12 {
      #expect(try Tool.run("verify", workspace["runs/\(number)"]).end == .exit(0))
    }
  }

  @Test func aScenarioThatAnotherIsWritingIsNamedAndNothingIsDone() throws {
    let workspace = try Workspace()
    try workspace.write("plans/a.json", Fixtures.budget)
    try workspace.write("plans/b.json", Fixtures.budget)
    try workspace.write("runs/.allocate-a.lock", "4711\n")
    let holder = open(workspace["runs/.allocate-a.lock"], O_RDWR)
    #expect(flock(holder, LOCK_EX | LOCK_NB) == 0)
    let result = try Tool.run("batch", "plans", in: workspace.path)
    #expect(result.end == .exit(75))
    #expect(result.output.contains("4711"))
    #expect(!exists(workspace, "runs/a"))
    #expect(exists(workspace, "runs/b/manifest.json"))
    close(holder)
    #expect(try Tool.run("batch", "plans", in: workspace.path).end == .exit(0))
  }

  @Test(.enabled("a small file system can be mounted") { SmallDisk.canMount })
  func aFullDiskFailsTheScenariosAndLeavesEarlierRuns() throws {
    let disk = try #require(try SmallDisk())
    let workspace = try Workspace()
    try workspace.write("plans/a.json", Fixtures.budget)
    let command = ["batch", "plans", "--out", "\(disk.path)/runs"]
    #expect(try Tool.start(command, in: workspace.path).finish().end == .exit(0))
    try disk.fill()
    try workspace.write("plans/a.json", Fixtures.budget.replacing("预算", with: "另一个"))
    try workspace.write("plans/b.json", Fixtures.wrong)
    let result = try Tool.start(command, in: workspace.path).finish()
    #expect(result.end == .exit(74) || result.end == .exit(73), "\(result.errors)")
    #expect(result.output.contains("No space left on device"))
    #expect(result.output.contains("方案 2，失败 2"))
    #expect(try Tool.run("verify", "\(disk.path)/runs/a").end == .exit(0))
  }
}
