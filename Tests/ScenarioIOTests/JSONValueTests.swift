import ScenarioIO
import Testing

@Suite struct JSONValueTests {
  private let value: JSONValue = .dictionary([
    "b": .array([.integer(1), .number("1.50"), .null, .bool(true)]), "a": .object([]),
    "文": .string("引\"号\\\n\t\u{1}/é"),
  ])

  @Test func writesCompactText() {
    #expect(
      value.compactText
        == #"{"b":[1,1.50,null,true],"a":{},"文":"引\"号\\\n\t\u0001/é"}"#)
  }

  @Test func writesPrettyText() {
    let text = JSONValue.dictionary(["a": .array([.integer(1)]), "b": .array([])]).prettyText
    #expect(text == "{\n  \"a\": [\n    1\n  ],\n  \"b\": []\n}\n")
  }

  @Test func readsWhatItWrites() throws {
    #expect(try JSONValue(parsing: Array(value.compactText.utf8)) == value)
    #expect(try JSONValue(parsing: Array(value.prettyText.utf8)) == value)
  }

  @Test func decodesEscapes() throws {
    let value = try JSONValue(parsing: Array(#""\ud834\udd1e\u4e2d\b\f\r""#.utf8))
    #expect(value.text == "\u{1D11E}中\u{8}\u{C}\r")
  }

  @Test func tellsWhereTextIsNoJSON() {
    #expect(throws: JSONValue.SyntaxError(offset: 4)) {
      try JSONValue(parsing: Array("[1, x]".utf8))
    }
  }

  @Test func findsMembers() {
    #expect(value["a"] == .object([]))
    #expect(value["b"]?.elements?.first?.integer == 1)
    #expect(value["c"] == nil)
  }
}
