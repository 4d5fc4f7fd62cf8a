import Foundation
import Testing

@Suite struct ShowTests {
  @Test(arguments: Fixtures.shipped)
  func whatIsShownIsAScenarioThatShowsTheSame(path: String) throws {
    let first = try Tool.run("show", path, "--quiet", in: Tool.root)
    #expect(first.end == .exit(0))
    #expect(first.errors.isEmpty)
    let second = try Tool.run("show", "-", "--quiet", input: first.output)
    #expect(second.output == first.output)
  }

  @Test func namesTheFileAndLineOfEveryValue() throws {
    let workspace = try Workspace()
    try workspace.write("base.json", Fixtures.budget)
    try workspace.write(
      "less.json", "{\n  \"format\": 1, \"base\": \"base.json\",\n  \"title\": \"少\"\n}")
    let result = try Tool.run("show", "less.json", "--origins", in: workspace.path)
    #expect(result.output.contains("title = \"少\"  (less.json:3)\n"))
    #expect(result.output.contains("year = 2018  (base.json:1)\n"))
  }

  @Test func theSchemaIsJSON() throws {
    let result = try Tool.run("schema")
    #expect(result.end == .exit(0))
    let schema = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    #expect((schema as? [String: Any])?["$schema"] is String)
  }
}
