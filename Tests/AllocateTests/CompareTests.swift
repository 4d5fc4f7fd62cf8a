import Foundation
import Testing

/// `allocate compare` and `allocate alternatives`, end to end.
@Suite struct CompareTests {
  private func workspace() throws -> Workspace {
    let files = try Workspace()
    try files.write("a.json", Fixtures.budget)
    try files.write("b.json", Fixtures.budget.replacing("100 万元", with: "60 万元"))
    try files.write("conflict.json", Fixtures.conflict)
    return files
  }

  @Test func saysWhatDiffersAndExitsAsAsked() throws {
    let files = try workspace()
    let different = try Tool.run("compare", "a.json", "b.json", in: files.path)
    #expect(different.end == .exit(0), "\(different.errors)")
    #expect(different.output.contains("B：与 A 不同，从目标“投资”起（已证明）"))
    #expect(different.output.contains("resources[fund].city_cap"))
    #expect(different.output.contains("b.json:"))
    let code = try Tool.run("compare", "a.json", "b.json", "--exit-code", in: files.path)
    #expect(code.end == .exit(1) && code.output == different.output)
    let same = try Tool.run("compare", "a.json", "a.json", "--exit-code", in: files.path)
    #expect(same.end == .exit(0) && same.output.contains("B：方案与 A 相同"))
  }

  @Test func comparesRunsAndWritesItsAnswer() throws {
    let files = try workspace()
    for name in ["a", "b"] {
      #expect(try Tool.run("\(name).json", "-o", name, in: files.path).end == .exit(0), "\(name)")
    }
    let result = try Tool.run(
      "compare", "a", "b", "a.json", "--keep", "--out", "answer", "--format", "json",
      in: files.path)
    #expect(result.end == .exit(0), "\(result.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let keys = try #require(json as? [String: Any]).keys
    #expect(Set(keys).isSuperset(of: ["goals", "projects", "limits", "inputs", "keep_goals"]))
    #expect(try files.read("answer/answer.json") == result.output)
    #expect(try files.read("answer/tables/projects.csv").contains("编号,"))
    // The answer is no plan, and stands as it is.
    let before = try files.contents("answer")
    for arguments in [["compare", "a", "answer"], ["alternatives", "answer"]] {
      let wrong = try Tool.start(arguments, in: files.path).finish()
      #expect(wrong.end == .exit(65) && wrong.errors.contains("allocate compare"))
      #expect(wrong.output.isEmpty)
    }
    #expect(try files.contents("answer") == before)
  }

  @Test func refusesRunsThatAreMissingTamperedOrOfAnotherVersion() throws {
    let files = try workspace()
    #expect(try Tool.run("a.json", "-o", "run", in: files.path).end == .exit(0))
    let missing = try Tool.run("compare", "run", "nothing/here", in: files.path)
    #expect(missing.end == .exit(66) && missing.output.isEmpty)
    try files.write("empty/x.txt", "")
    #expect(try Tool.run("compare", "empty", "run", in: files.path).end == .exit(66))
    let manifest = try files.read("run/manifest.json")
    let version = try #require(manifest.firstMatch(of: /"tool_version": "([^"]*)"/)?.1)
    try files.write(
      "run/manifest.json",
      manifest.replacing(
        "\"tool_version\": \"\(version)\"", with: "\"tool_version\": \"0.0.0\""))
    let old = try Tool.run("compare", "run", "a.json", in: files.path)
    #expect(old.end == .exit(65) && old.errors.contains("0.0.0"), "\(old.errors)")
    try files.write("run/manifest.json", manifest)
    try files.write("run/result.json", try files.read("run/result.json") + " ")
    for arguments in [
      ["compare", "a.json", "run", "--exit-code", "-o", "out"],
      ["alternatives", "run", "-o", "out"],
    ] {
      let tampered = try Tool.start(arguments, in: files.path).finish()
      #expect(tampered.end == .exit(65) && tampered.output.isEmpty)
      #expect(tampered.errors.contains("result.json"))
      #expect(!FileManager.default.fileExists(atPath: files["out"]))
    }
  }

  @Test func refusesAWrongCommandLine() throws {
    let files = try workspace()
    for arguments in [
      ["compare", "a.json"], ["compare", "-", "-"],
      ["compare", "a.json", "b.json", "--table", "x"],
      ["alternatives", "a.json", "--within", "1"], ["alternatives", "a.json", "--within", "=1%"],
      ["alternatives", "a.json", "--within", "1%", "--within", "2%"],
      ["alternatives", "a.json", "--within", "none=1%"],
      ["alternatives", "a.json", "--count", "0"],
      ["alternatives", "a.json", "--apart", "0"],
    ] {
      let result = try Tool.start(arguments, in: files.path).finish()
      #expect(result.end == .exit(64), "\(arguments) \(result.errors)")
      #expect(result.output.isEmpty)
    }
    let wrong = try Tool.run("compare", "a.json", "wrong.json", in: files.path)
    #expect(wrong.end == .exit(66))
  }

  @Test func aCaseWithoutAPlanIsSaid() throws {
    let files = try workspace()
    let result = try Tool.run("compare", "a.json", "conflict.json", "--keep", in: files.path)
    #expect(result.end == .exit(0), "\(result.errors)")
    #expect(result.output.contains("B 已证明无可行方案") && result.output.contains("不能同时满足"))
    #expect(try Tool.run("alternatives", "conflict.json", in: files.path).end == .exit(10))
  }

  @Test func findsAlternativesAndProvesTheEnd() throws {
    let files = try workspace()
    let result = try Tool.run(
      "alternatives", "a.json", "--within", "50%", "--apart", "2", "--format", "csv", "--table",
      "projects", in: files.path)
    #expect(result.end == .exit(0), "\(result.errors)")
    #expect(result.output.contains("P-1") && result.output.contains("部分"))
    let ties = try Tool.run(
      "alternatives", "a.json", "--within", "value=0%", "--apart", "1", in: files.path)
    #expect(ties.end == .exit(0) && ties.output.contains("已证明：再没有"))
  }

  @Test func aTimeLimitLeavesWhatWasFinished() throws {
    let files = try Workspace()
    try files.write("hard.json", Fixtures.hard)
    try files.write("easy.json", Fixtures.budget)
    let compared = try Tool.run(
      "compare", "easy.json", "hard.json", "--time-limit", "1", "--exit-code", in: files.path)
    #expect([.exit(1), .exit(11)].contains(compared.end), "\(compared.errors)")
    #expect(compared.output.contains("未证明最优，到达时间限制"))
    let plans = try Tool.run(
      "alternatives", "hard.json", "--time-limit", "1", "--apart", "3", in: files.path)
    #expect(plans.end == .exit(11), "\(plans.errors)")
    #expect(plans.output.contains("求解提前结束"))
  }
}
