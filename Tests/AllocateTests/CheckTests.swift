import Foundation
import Testing

@Suite struct CheckTests {
  @Test(arguments: Fixtures.shipped)
  func everyShippedScenarioIsRight(path: String) throws {
    let result = try Tool.run("check", path, in: Tool.root)
    #expect(result.end == .exit(0))
    #expect(result.output.contains("没有错误"))
    #expect(result.errors.isEmpty)
  }

  @Test func thePlanOf2018IsShipped() {
    #expect(Fixtures.shipped.contains("scenarios/2018.json"))
  }

  @Test func listsAllErrorsAtOnceWithTheirPlaces() throws {
    let result = try Tool.run("check", "-", input: Fixtures.wrong)
    #expect(result.end == .exit(65))
    #expect(result.output.contains("是否想写 `title`"))
    #expect(result.output.contains("-:1:15"))
    #expect(result.output.matches(of: /(?m)^错误\[E\d+\]/).count >= 3)
  }

  @Test func givesFindingsToPrograms() throws {
    struct Row: Decodable {
      var severity: String
      var code: String
      var line: Int?
    }
    let result = try Tool.run("check", "-", "--format", "json", input: Fixtures.wrong)
    #expect(result.end == .exit(65))
    let rows = try JSONDecoder().decode([Row].self, from: Data(result.output.utf8))
    #expect(rows.count >= 3)
    #expect(rows.allSatisfy { $0.severity == "error" && $0.code.hasPrefix("E") && $0.line == 1 })
    let none = try Tool.run("check", "-", "--format", "json", input: Fixtures.budget)
    #expect(none.end == .exit(0))
    #expect(none.output == "[]\n")
  }

  @Test func everyCommandSaysTheSameOfAWrongFile() throws {
    let workspace = try Workspace()
    try workspace.write("wrong.json", Fixtures.wrong)
    let expected = try Tool.run("check", "wrong.json", in: workspace.path).output
    for command in ["solve", "show", "export"] {
      let more = command == "export" ? ["--goal", "1"] : []
      let result = try Tool.start([command, "wrong.json"] + more, in: workspace.path).finish()
      #expect(result.end == .exit(65))
      #expect(result.output.isEmpty)
      #expect(result.errors == expected)
    }
    #expect(try workspace.contents().keys.sorted() == ["wrong.json"])
  }

  @Test func aMissingFileIsNoInput() throws {
    let workspace = try Workspace()
    try workspace.write("a.json", "{\"format\": 1, \"base\": \"none.json\"}")
    #expect(try Tool.run("check", "none.json", in: workspace.path).end == .exit(66))
    #expect(try Tool.run("check", "a.json", in: workspace.path).end == .exit(66))
    #expect(try Tool.run("check", workspace.path).end == .exit(66))
  }

  @Test func theExampleOfTheReadmeIsRight() throws {
    for name in ["README.md", "README.zh.md"] {
      let text = try String(contentsOfFile: "\(Tool.root)/\(name)", encoding: .utf8)
      let example = try #require(text.firstMatch(of: /(?s)```json\n(.*?)```/)?.1)
      // Read from standard input, paths start from the working directory.
      let result = try Tool.run("check", "-", input: String(example), in: "\(Tool.root)/scenarios")
      #expect(result.end == .exit(0), "\(name): \(result.output)")
    }
  }
}
