import ScenarioIO
import Testing

/// An object with long arrays says what the whole value says, and is as strict.
@Suite struct LongJSONTests {
  private func compare(_ text: String, least: Int = 1) throws {
    let bytes = Array(text.utf8)
    let whole = try JSONValue(parsing: bytes)
    let long = try LongJSON(parsing: bytes, leastElements: least)
    guard case .object(let members) = whole else {
      #expect(long.value == whole)
      return
    }
    for member in members {
      guard let elements = whole[member.key]?.elements else {
        #expect(long.value[member.key] == whole[member.key])
        #expect(long.elements(of: member.key) == nil)
        continue
      }
      #expect(long.elements(of: member.key).map(Array.init) == elements, "\(member.key)")
    }
    guard case .object(let found) = long.value else {
      Issue.record("no object")
      return
    }
    #expect(found.map(\.key) == members.map(\.key))
    #expect(long.elements(of: "none") == nil)
  }

  @Test func elements() throws {
    let rows = (0..<50).map {
      "{\"id\": \"P\($0)\", \"n\": [\($0), {\"a\": \"\\u00e9\\\"\"}], \"id\": null}"
    }
    let array = "[\(rows.joined(separator: " ,\n"))]"
    for least in [1, 50, 51] {
      try compare(
        "{\"a\": 1, \"rows\": \(array), \"b\": [], \"c\": [1, {}], \"d\": [{}]}", least: least)
    }
    try compare("{\"a\": \(array), \"a\": [1]}")
    try compare("{\"a\": [1], \"a\": \(array)}")
    try compare(array)
    try compare("3")
    try compare("{}")
    try compare("{\"rows\": {\"rows\": \(array)}}")
  }

  @Test func faults() {
    for text in [
      "", "{\"a\": [{}, {]}", "{\"a\": [{\"b\" 1}]}", "{\"a\": [{\"b\": 01}]}", "{\"a\": [{}],}",
      "{\"a\": [{\"b\": \"\\x\"}, {}]}", "{\"a\": [{}]} 1", "{\"a\": [{\"b\": \"\u{1}\"}]}",
      "{\"a\": [{\"b\": " + String(repeating: "[", count: 198) + String(repeating: "]", count: 198)
        + "}]}",
    ] {
      let bytes = Array(text.utf8)
      var expected: JSONValue.SyntaxError?
      do throws(JSONValue.SyntaxError) { _ = try JSONValue(parsing: bytes) } catch {
        expected = error
      }
      do throws(JSONValue.SyntaxError) {
        _ = try LongJSON(parsing: bytes, leastElements: 1)
        #expect(expected == nil, "\(text)")
      } catch {
        #expect(error == expected, "\(text)")
      }
    }
    #expect(throws: JSONValue.SyntaxError(offset: 8)) {
      try LongJSON(parsing: Array("{\"a\": [{".utf8) + [0xFF] + Array("}]}".utf8), leastElements: 1)
    }
  }

  @Test(arguments: 0..<4)
  func damagedTexts(_ seed: Int) {
    var random = Damage(seed: UInt64(seed))
    let rows = (0..<6).map { "{\"id\": \"P\($0)\", \"n\": [\($0), true]}" }.joined(separator: ", ")
    let text = Array("{\"a\": {\"b\": 1}, \"rows\": [\(rows)], \"c\": null}".utf8)
    for _ in 0..<500 {
      let bytes = random.mutate(text)
      let whole = try? JSONValue(parsing: bytes)
      let long = try? LongJSON(parsing: bytes, leastElements: 1)
      #expect((whole == nil) == (long == nil))
      guard let whole, let long, case .object(let members) = whole else { continue }
      for member in members {
        let elements = whole[member.key]?.elements
        #expect(long.elements(of: member.key).map(Array.init) == elements)
      }
    }
  }
}
