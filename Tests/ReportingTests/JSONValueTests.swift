import Reporting
import Testing

@Suite struct JSONValueTests {
  @Test(arguments: [
    ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#), ("\u{1}\u{7F}", #""\u0001\u007f""#),
    ("中文 é", "\"中文 é\""), ("\u{2028}", #""\u2028""#), ("", "\"\""),
  ])
  func stringsAreEscaped(text: String, expected: String) {
    #expect(JSONValue.string(text).text == expected + "\n")
  }

  @Test func layout() {
    let value = JSONValue.members([
      "z": .array([.integer(-1), .bool(false), .null]), "a": .array([.members(["k": .integer(2)])]),
      "e": .array([]), "o": .members([:]),
    ])
    #expect(
      value.text == """
        {
          "z": [-1, false, null],
          "a": [
            {"k": 2}
          ],
          "e": [],
          "o": {}
        }

        """)
  }
}
