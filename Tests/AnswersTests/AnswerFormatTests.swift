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
