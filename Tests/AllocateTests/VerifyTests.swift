import Foundation
import Testing

@Suite struct VerifyTests {
  /// A workspace with one run in it.
  private func published() throws -> Workspace {
    let workspace = try Workspace()
    let solved = try Tool.run("-", "--out", "run", input: Fixtures.budget, in: workspace.path)
    #expect(solved.end == .exit(0), "\(solved.errors)")
    return workspace
  }

  @Test func passesARunAsItWasWritten() throws {
    let workspace = try published()
    let result = try Tool.run("verify", "run", in: workspace.path)
    #expect(result.end == .exit(0))
    #expect(result.output.hasPrefix("run：核验通过：21 张表"))
  }

  @Test func namesEveryFileThatWasChangedOrTakenAway() throws {
    let workspace = try published()
    let files = try workspace.contents("run").keys.sorted()
    #expect(files.count > 20)
    for file in files where file != "timing.json" && file != "manifest.json" {
      let bytes = try workspace.read("run/\(file)")
      try workspace.write("run/\(file)", bytes + " ")
      let altered = try Tool.run("verify", "run", in: workspace.path)
      #expect(altered.end == .exit(1), "\(file)")
      #expect(altered.output.contains(file))
      try FileManager.default.removeItem(atPath: workspace["run/\(file)"])
      let missing = try Tool.run("verify", "run", in: workspace.path)
      #expect(missing.end == .exit(1), "\(file)")
      #expect(missing.output.contains("\(file)：缺失"))
      try workspace.write("run/\(file)", bytes)
    }
    #expect(try Tool.run("verify", "run", in: workspace.path).end == .exit(0))
  }

  @Test func tellsAFaultFromARunThatCannotBeRead() throws {
    let workspace = try published()
    #expect(try Tool.run("verify", workspace["none"]).end == .exit(66))
    #expect(try Tool.run("verify", workspace.path).end == .exit(66))
    let manifest = try workspace.read("run/manifest.json")
    try workspace.write("run/manifest.json", manifest.replacing("  ", with: " "))
    #expect(try Tool.run("verify", workspace["run"]).end == .exit(1))
    try workspace.write("run/manifest.json", "{}")
    #expect(try Tool.run("verify", workspace["run"]).end == .exit(65))
  }

  @Test("an answer is no plan: nothing is found to be wrong with it, and no question takes it")
  func refusesAnAnswer() throws {
    let workspace = try published()
    let asked = try Tool.run("explain", "run", "--out", "answer", in: workspace.path)
    #expect(asked.end == .exit(0), "\(asked.errors)")
    for command in ["verify", "explain"] {
      let refused = try Tool.run(command, "answer", in: workspace.path)
      #expect(refused.end == .exit(65))
      #expect(refused.output.isEmpty)
      #expect(refused.errors.contains("answer 是 allocate explain 的答复"))
    }
  }
}
