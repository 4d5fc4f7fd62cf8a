import Scenario
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("用地安排表", 10), ("亩（m²）", 8), ("e\u{301}", 1), ("ｱ", 1), ("Ａ", 2),
    ("“六个一”", 8), ("😀", 2), ("한국", 4), ("\u{200B}", 0), ("\t", 0), ("█░", 2), ("𠀀", 2),
  ])
  func width(text: String, cells: Int) {
    #expect(displayWidth(of: text) == cells)
  }
}
