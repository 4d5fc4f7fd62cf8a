import Glibc
import ScenarioIO
import Testing

/// Files whose names say what a JSON reader must do: `y_` accept, `n_` refuse, `i_` either, never crash.
@Suite struct JSONSuiteTests {
  /// The folder of the public suite; `JSON_SUITE` names another place.
  private static var folder: String {
    if let path = getenv("JSON_SUITE") { return String(cString: path) }
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/../shared/cases/json"
  }

  private static var names: [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".json") { names.append(name) }
    }
    return names.sorted()
  }

  private static func accepts(_ bytes: [UInt8]) -> Bool {
    (try? JSONValue(parsing: bytes)) != nil
  }

  /// A text that is put into the rows of a long array is accepted there if it is anywhere.
  @Test func rowsOfLongArraysAreReadAsStrictly() throws {
    for name in Self.names {
      let bytes = try DiskFiles().read("\(Self.folder)/\(name)").array
      let text = Array("{\"rows\": [{}, {\"a\": ".utf8) + bytes + Array("}, {\"b\": 1}]}".utf8)
      let whole = try? JSONValue(parsing: text)
      let long = try? LongJSON(parsing: text, leastElements: 1)
      #expect((whole == nil) == (long == nil), "\(name)")
      let elements = long?.elements(of: "rows").map(Array.init)
      #expect(elements == whole?["rows"]?.elements, "\(name)")
    }
  }

  @Test func publicSuite() throws {
    let names = Self.names
    if names.isEmpty {
      print("skipped: no JSON suite in \(Self.folder)")
      return
    }
    var judged = 0
    for name in names {
      let accepted = Self.accepts(try DiskFiles().read("\(Self.folder)/\(name)").array)
      if name.hasPrefix("y_") { #expect(accepted, "\(name) must be accepted") }
      if name.hasPrefix("n_") { #expect(!accepted, "\(name) must be refused") }
      judged += 1
    }
    print("JSON suite: \(judged) files")
    #expect(judged == names.count)
  }

  @Test(arguments: [
    "null", "true", " false ", "0", "-0", "-0.0", "1e5", "1E-5", "1.25e+10",
    "123456789012345678901234567890",
    "\"\"", "\"a\\u0041\\n\\\"\\/\"", "\"\\ud834\\udd1e\"", "\"项目\"", "[]", "{}", "[1,2]",
    "[[],{}]",
    "{\"a\":1,\"a\":2}", "{\"\":0}", "\t[\n1\r\n]", "\"\\u0000\"", "\"\u{7F}\"",
  ])
  func accepted(_ text: String) { #expect(Self.accepts(Array(text.utf8))) }

  @Test(arguments: [
    "", " ", "nul", "True", "NaN", "Infinity", "-Infinity", "+1", "01", "-01", "1.", ".5", "1e",
    "1e+", "-",
    "0x10", "1_000", "'a'", "\"a", "\"\\x\"", "\"\\u12\"", "\"a\nb\"", "\"a\tb\"", "[1,]", "[,1]",
    "[1 2]",
    "[1", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{1:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}",
    "[1]]",
    "1 2", "// c\n1", "/* c */1", "[1}", "{\"a\":1]", "“a”", "[1，2]", "{\"a\"：1}", "\u{A0}1",
    "\u{FEFF}",
  ])
  func refused(_ text: String) { #expect(!Self.accepts(Array(text.utf8))) }

  @Test(
    arguments: [
      [0xFF], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE4, 0xB8, 0x22],
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0xEF, 0xBB, 0xBF],
    ] as [[UInt8]])
  func refusesBytesThatAreNoText(_ bytes: [UInt8]) { #expect(!Self.accepts(bytes)) }

  @Test func refusesDeepNestingWithoutOverflow() {
    #expect(!Self.accepts(Array(repeating: UInt8(ascii: "["), count: 100_000)))
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(!Self.accepts(Array(deep.utf8)))
    let objects = String(repeating: "{\"a\":", count: 100_000)
    #expect(!Self.accepts(Array(objects.utf8)))
    let legal = String(repeating: "[", count: 150) + String(repeating: "]", count: 150)
    #expect(Self.accepts(Array(legal.utf8)))
  }

  @Test func numbersStayText() throws {
    let value = try JSONValue(parsing: Array("[9007199254740993, 1.50, 1e400]".utf8))
    #expect(value == .array([.number("9007199254740993"), .number("1.50"), .number("1e400")]))
  }
}
