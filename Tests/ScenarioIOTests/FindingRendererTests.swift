import Glibc
import Scenario
import ScenarioIO
import Testing

@Suite struct FindingRendererTests {
  @Test func showsLineCaretAndHelp() throws {
    let failure = try #require(Fixture.failure(main: [("\"year\"", "\"yaer\": 1, \"year\"")]))
    #expect(
      FindingRenderer().text(failure.findings) == """
        错误[E101]: 未知的键 `yaer`
         --> main.json:4:3
          |
        4 |   "yaer": 1, "year": 2018,
          |   ^^^^^^
          = 提示: 是否想写 `year`？

        1 个错误，0 个警告

        """)
  }

  @Test func putsCaretsUnderWideCharacters() throws {
    let failure = try #require(Fixture.failure(csv: [("市重点,海港区", "市重点,海岗区")]))
    let lines = FindingRenderer(language: .english).text(failure.findings[0]).split(separator: "\n")
    #expect(lines[0] == "error[E301]: unknown county `海岗区`")
    #expect(lines[1] == " --> projects.csv:2:16 (column `县区`)")
    // P-003, and 滨海医院, and 市重点, take 6 + 9 + 7 cells.
    #expect(lines[4] == "  | " + String(repeating: " ", count: 22) + "^^^^^^")
    #expect(lines[5] == "  = help: did you mean `海港区`?")
  }

  @Test func showsNotes() throws {
    let failure = try #require(Fixture.failure(csv: [("P-002,物流园", "P-001,物流园")]))
    let finding = try #require(failure.findings.first { $0.code == "E304" })
    let text = FindingRenderer(language: .english).text(finding)
    #expect(text.contains("= note: the earlier one is here\n --> projects.csv:3:1"))
    #expect(!text.contains("前一个"))
  }

  @Test func cutsLongLinesAroundTheCaret() {
    let line = String(repeating: "一", count: 300) + "X" + String(repeating: "二", count: 300)
    let finding = Finding(
      code: "E101", "甲", english: "a",
      at: SourceLocation(file: "f", line: 1, column: 301, lineText: line, length: 1))
    let lines = FindingRenderer().text(finding).split(separator: "\n").map(String.init)
    #expect(DisplayWidth.of(lines[3]) < 125)
    let caret = lines[4].count - 1
    var cells = 0
    let under = lines[3].first { character in
      if cells == caret { return true }
      cells += DisplayWidth.of(String(character))
      return false
    }
    #expect(under == "X")
  }

  @Test func doesNotQuoteLinesOfMachines() throws {
    let title = String(repeating: "长", count: 30_000)
    let failure = try #require(
      Fixture.failure(main: [("\"二〇一八年\",\n  \"year\"", "\"\(title)\", \"yaer\"")]))
    let finding = try #require(failure.findings.first { $0.code == "E101" })
    #expect(finding.location?.column == 30_016)
    #expect(FindingRenderer().text(finding).contains("--> main.json:3:30016\n"))
    #expect(!FindingRenderer().text(finding).contains("长"))
  }

  @Test func hidesControlCharacters() {
    let finding = Finding(
      code: "E101", "甲", english: "a",
      at: SourceLocation(file: "f", line: 1, column: 1, lineText: "\u{1B}[31m\u{202E}", length: 1))
    #expect(
      !FindingRenderer().text(finding).unicodeScalars.contains {
        $0 == "\u{1B}" || $0 == "\u{202E}"
      })
  }

  @Test func codesSayWhatTheyAre() {
    for code in FindingCode.allCases {
      #expect(code.severity == (code.rawValue.hasPrefix("E") ? "error" : "warning"))
    }
  }

  @Test func pageOfCodesIsTrue() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let page = try DiskFiles().read("/\(root)/docs/errors.md")
    #expect(String(decoding: page.array, as: UTF8.self) == FindingCode.documentation)
    #expect(Set(FindingCode.allCases.map(\.summary.english)).count == FindingCode.allCases.count)
  }

  @Test func filesOnTheDisk() {
    func codes(_ path: String) -> ([String], ScenarioLoadFailure.Kind?) {
      do throws(ScenarioLoadFailure) {
        _ = try ScenarioReader.load(path: path)
        return ([], nil)
      } catch {
        return (error.findings.map(\.code), error.kind)
      }
    }
    #expect(codes("/nonexistent/a.json") == (["E001"], .unreadableFile))
    #expect(codes("/") == (["E002"], .unreadableFile))
    #expect(codes("/dev/null") == (["E004"], .badData))
  }
}
