import Foundation
import Testing

@Suite struct CertificateCommandTests {
  /// Solves a scenario into `run`, with a certificate.
  private func solved(_ scenario: String, _ arguments: String...) throws -> Workspace {
    let workspace = try Workspace()
    let command = ["-", "--out", "run", "--certificate"] + arguments
    let run = try Tool.start(command, input: scenario, in: workspace.path).finish()
    #expect([.exit(0), .exit(11)].contains(run.end), "\(run.errors)")
    return workspace
  }

  private func verify(_ workspace: Workspace) throws -> Tool.Result {
    try Tool.run("verify", "--optimality", "--lang", "en", "run", in: workspace.path)
  }

  @Test func theCertificateIsOneMoreFileOfTheRun() throws {
    let workspace = try solved(Fixtures.budget)
    let plain = try Tool.run("-", "--out", "plain", input: Fixtures.budget, in: workspace.path)
    #expect(plain.end == .exit(0))
    var with = try workspace.contents("run")
    var without = try workspace.contents("plain")
    for name in ["timing.json", "manifest.json"] {
      with[name] = nil
      without[name] = nil
    }
    #expect(with.removeValue(forKey: "certificate.txt") != nil)
    #expect(with == without)
    let manifest = try workspace.read("run/manifest.json")
    #expect(manifest.contains("\"path\": \"certificate.txt\""))
    #expect(manifest.contains("\"certificate\": \"yes\""))
    #expect(try !workspace.read("plain/manifest.json").contains("certificate"))
    #expect(try Tool.run("verify", "run", in: workspace.path).end == .exit(0))
  }

  @Test func verifyingSaysWhatIsProvedAndWhatIsNot() throws {
    let workspace = try solved(Fixtures.budget)
    let isComplete = try !workspace.read("run/certificate.txt").contains("\nunproved\n")
    let result = try verify(workspace)
    #expect(result.end == .exit(isComplete ? 0 : 11))
    #expect(result.output.contains("goal 1 value = "))
    #expect(result.output.contains("tie-break (3 choices): "))
    let last = result.output.split(separator: "\n").last ?? ""
    let lacking = "run: the proof of optimality is not complete, it lacks: "
    #expect(isComplete ? last == "run: the plan is proved best" : last.hasPrefix(lacking))
  }

  @Test func aRunWithoutACertificateSaysWhichCommandWritesOne() throws {
    let workspace = try Workspace()
    let solved = try Tool.run("-", "--out", "run", input: Fixtures.budget, in: workspace.path)
    #expect(solved.end == .exit(0))
    let result = try verify(workspace)
    #expect(result.end == .exit(11))
    #expect(result.output.contains("'allocate SCENARIO --certificate' writes one"))
    let chinese = try Tool.run("verify", "run", "--optimality", in: workspace.path)
    #expect(chinese.output.contains("allocate 方案 --certificate"))
  }

  @Test func aChangedCertificateIsFound() throws {
    let workspace = try solved(Fixtures.budget)
    let certificate = try workspace.read("run/certificate.txt")
    for (old, new) in [("goal 1", "goal 2"), ("tie 0", "tie 1"), ("checksum ", "checksum f")] {
      try workspace.write("run/certificate.txt", certificate.replacing(old, with: new))
      #expect(try verify(workspace).end == .exit(1), "\(old)")
    }
    try FileManager.default.removeItem(atPath: workspace["run/certificate.txt"])
    let missing = try verify(workspace)
    #expect(missing.end == .exit(1))
    #expect(missing.output.contains("certificate.txt: missing"))
  }

  @Test func whatTheSearchDidNotComeToIsMissing() throws {
    let workspace = try Workspace()
    let command = ["-", "--out", "run", "--certificate", "--time-limit", "1", "--lang", "en"]
    let solved = try Tool.start(command, input: Fixtures.hard, in: workspace.path).finish()
    // A slow machine may not even find a plan in that time.
    guard solved.end == .exit(11) else { return #expect(solved.end == .exit(12)) }
    #expect(solved.errors.contains("the proof is not complete, it lacks: goal 1 value, tie-break"))
    let result = try verify(workspace)
    #expect(result.end == .exit(11))
    #expect(result.output.hasSuffix("it lacks: goal 1 value, tie-break\n"))
  }

  @Test func aCertificateNeedsARunToStandIn() throws {
    let result = try Tool.run("-", "--certificate", "--no-write", input: Fixtures.budget)
    #expect(result.end == .exit(64))
  }
}
