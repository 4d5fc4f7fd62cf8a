import Reporting
import Testing

/// One declaration of an answer, printed three ways.
@Suite("Formats of an answer")
struct AnswerFormatTests {
  private let answer = Answer(
    question: "explain", title: Phrase("说明", "Explanation"), isSampleData: true,
    facts: [
      AnswerFact("status", Phrase("状态", "status"), .code("optimal", Phrase("已证明", "proved")))
    ],
    sections: [
      AnswerSection(
        "projects", Phrase("项目", "Projects"),
        columns: [
          AnswerColumn("id", Phrase("编号", "id")), AnswerColumn("loss", Phrase("损失", "loss")),
          AnswerColumn("why", Phrase("原因", "why")),
          AnswerColumn("rivals", Phrase("对手", "rivals"), isOnScreen: false),
        ],
        rows: [
          [
            .name("P1"), .change(-150, decimals: 2), .words(Phrase("缺地", "no land")),
            .names(["P2", "P3"]),
          ],
          [.name("=P22"), .empty, .words(Phrase("无", "none")), .names([])],
        ], notes: [Phrase("注。", "Note.")])
    ])

  @Test("text is aligned, in either language, without hidden columns")
  func text() {
    #expect(
      answer.text(.english) == """
        Explanation（示例数据）
        status: proved

        Projects
          id     loss  why
          P1    -1.50  no land
          =P22         none
          Note.

        """)
    #expect(answer.text(.chinese).contains("状态：已证明\n"))
    #expect(answer.text(.chinese, width: 12).split(separator: "\n").allSatisfy { $0.count <= 13 })
  }

  /// A table with a short header on the screen for its last column.
  private func wide(repeated: Int?) -> Answer {
    Answer(
      question: "sweep", title: Phrase("表", "Table"), isSampleData: false,
      sections: [
        AnswerSection(
          "rows", Phrase("行", "Rows"),
          columns: [
            AnswerColumn("n", Phrase("号", "n")), AnswerColumn("one", Phrase("一", "first")),
            AnswerColumn("two", Phrase("二", "second")),
            AnswerColumn("three", Phrase("很长的标题", "a long title"), heading: Phrase("三", "3rd")),
          ],
          rows: [[.name("1"), .name("aaaa"), .name("bbbb"), .number(125, decimals: 1)]],
          repeated: repeated)
      ])
  }

  @Test("a table wider than the line continues in blocks that begin with its first columns")
  func blocks() {
    let whole = """
      Table

      Rows
        n  first  second   3rd
        1  aaaa   bbbb    12.5

      """
    #expect(wide(repeated: 1).text(.english, width: 24) == whole)
    #expect(wide(repeated: 1).text(.english, width: 200) == whole)
    #expect(
      wide(repeated: 1).text(.english, width: 23) == """
        Table

        Rows
          n  first  second
          1  aaaa   bbbb

          n   3rd
          1  12.5

        """)
    #expect(wide(repeated: nil).text(.english, width: 20).contains("…"))
    // A line too short for two columns has them all the same, one to a block.
    #expect(wide(repeated: 1).text(.english, width: 5).split(separator: "\n").count == 2 + 3 * 2)
    let file = wide(repeated: 1)
    #expect(file.csv(file.sections[0]).text.hasPrefix("号,一,二,很长的标题\r\n"))
  }

  @Test("a long note is folded after semicolons, and loses nothing")
  func folding() {
    func notes(_ note: Phrase, _ language: RunSummary.Language) -> [Substring] {
      var answer = wide(repeated: 1)
      answer.sections[0].notes = [note]
      return answer.text(language, width: 24).split(separator: "\n").suffix(from: 4).map { $0 }
    }
    let note = Phrase("甲乙丙丁戊；己庚，辛；壬", "goal 1 new, least; goal 2; goal 3, a very long one; end")
    #expect(
      notes(note, .english) == [
        "  goal 1 new, least;", "  goal 2;", "  goal 3, a very long one;", "  end",
      ])
    #expect(notes(note, .chinese) == ["  甲乙丙丁戊；己庚，辛；", "  壬"])
  }

  @Test("titles stand between semicolons, for they may hold commas; JSON has both languages")
  func titles() {
    let cell = AnswerCell.titles([Phrase("甲，最少", "new land, least"), Phrase("乙", "merit")])
    #expect(cell.text(.english) == "new land, least; merit")
    #expect(cell.text(.chinese) == "甲，最少；乙")
    let json = Answer(
      question: "sweep", title: Phrase("表", "Table"), isSampleData: false,
      facts: [AnswerFact("locked", Phrase("在先", "earlier"), cell)]
    ).json.text
    #expect(json.contains("\"locked\": [\"甲，最少\", \"乙\"]"))
    #expect(json.contains("\"locked_english\": [\"new land, least\", \"merit\"]"))
  }

  @Test("CSV has Chinese headers, every column, and disarmed formulas")
  func csv() {
    let text = answer.csv(answer.sections[0]).text
    #expect(
      text == "编号,损失,原因,对手,数据说明\r\nP1,-1.50,缺地,P2、P3,示例数据\r\n'=P22,,无,,示例数据\r\n")
  }

  @Test("JSON has both languages, codes and exact numbers")
  func json() {
    let text = answer.json.text
    #expect(text.contains("\"status\": \"optimal\""))
    #expect(text.contains("\"loss\": -1.50"))
    #expect(text.contains("\"why\": \"缺地\"") && text.contains("\"why_english\": \"no land\""))
    #expect(text.contains("\"rivals\": [\"P2\", \"P3\"]"))
  }
}
