import Foundation
import Testing

@Suite struct ExportTests {
  @Test(arguments: ["mps", "lp"])
  func writesTheModelToAFileOrStandardOutput(format: String) throws {
    let workspace = try Workspace()
    try workspace.write("budget.json", Fixtures.budget)
    let arguments = ["export", "budget.json", "--goal", "value", "--format", format]
    let printed = try Tool.start(arguments, in: workspace.path).finish()
    #expect(printed.end == .exit(0), "\(printed.errors)")
    #expect(!printed.output.isEmpty)
    let written = try Tool.start(arguments + ["-o", "model"], in: workspace.path).finish()
    #expect(written.end == .exit(0))
    #expect(written.output.isEmpty)
    #expect(try workspace.read("model") == printed.output)
    // The place in the order names the same goal; a file is replaced.
    let again = try Tool.run(
      "export", "budget.json", "--goal", "1", "--format", format, "-o", "model",
      in: workspace.path)
    #expect(again.end == .exit(0))
    #expect(try workspace.read("model") == printed.output)
    #expect(try workspace.contents().keys.sorted() == ["budget.json", "model"])
  }

  @Test func refusesADeviceADirectoryAndAnUnknownGoal() throws {
    let workspace = try Workspace()
    try workspace.write("budget.json", Fixtures.budget)
    for output in ["/dev/null", "/dev/full", ".", "/"] {
      let result = try Tool.run(
        "export", "budget.json", "--goal", "1", "-o", output, in: workspace.path)
      #expect(result.end == .exit(73), "\(output)")
    }
    for goal in ["none", "0", "2", "-1"] {
      let result = try Tool.run("export", "budget.json", "--goal=\(goal)", in: workspace.path)
      #expect(result.end == .exit(64), "\(goal)")
      #expect(result.errors.contains("1 value"))
    }
  }
}
