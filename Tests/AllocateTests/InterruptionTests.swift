import Foundation
import Testing

/// Ctrl-C, SIGTERM and the time limit, on a problem that would take much longer.
@Suite struct InterruptionTests {
  /// Starts the hard problem and waits until the search is under way.
  private func start(_ workspace: Workspace, _ more: String...) throws -> Tool.Running {
    let running = try Tool.start(
      ["-", "--out", "run"] + more, input: Fixtures.hard, in: workspace.path)
    // The lock is taken right before the search; half a second later there is a plan.
    while !FileManager.default.fileExists(atPath: workspace[".allocate-run.lock"]) {
      usleep(10_000)
    }
    usleep(500_000)
    return running
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalWritesTheBestPlanSoFar(signal: Int32) throws {
    let workspace = try Workspace()
    let running = try start(workspace)
    kill(running.process.processIdentifier, signal)
    let result = try running.finish()
    #expect(result.end == .signal(signal), "\(result.errors)")
    #expect(try workspace.read("run/result.json").contains("\"feasible\""))
    #expect(try Tool.run("verify", workspace["run"]).end == .exit(0))
  }

  @Test func aTimeLimitWritesAPlanThatIsNotProved() throws {
    let workspace = try Workspace()
    let result = try Tool.run(
      "-", "--out", "run", "--time-limit", "1", input: Fixtures.hard, in: workspace.path)
    #expect(result.end == .exit(11), "\(result.errors)")
    #expect(try workspace.read("run/manifest.json").contains("\"time_limit\": 1\n"))
    #expect(try Tool.run("verify", workspace["run"]).end == .exit(0))
  }

  @Test func aKillLeavesTheEarlierRunAndNoLock() throws {
    let workspace = try Workspace()
    let solve = ["-", "--out", "run"]
    let first = try Tool.start(solve, input: Fixtures.budget, in: workspace.path).finish()
    #expect(first.end == .exit(0))
    let before = try workspace.contents()
    let running = try start(workspace)
    kill(running.process.processIdentifier, SIGKILL)
    #expect(try running.finish().end == .signal(SIGKILL))
    let lock = ".allocate-run.lock"
    #expect(try workspace.contents().filter { $0.key != lock } == before.filter { $0.key != lock })
    let next = try Tool.start(solve, input: Fixtures.budget, in: workspace.path).finish()
    #expect(next.end == .exit(0))
  }
}
