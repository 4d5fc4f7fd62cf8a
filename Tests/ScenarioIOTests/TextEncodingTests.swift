import ScenarioIO
import Testing

@Suite struct TextEncodingTests {
  @Test func roundTrips() throws {
    // Two-byte, four-byte and supplementary characters, more than one conversion buffer of them.
    let text = Array(String(repeating: "亩abc㐀𠀀é", count: 20_000).utf8)
    let gb = try TextEncoding.gb18030.encode(text)
    #expect(try TextEncoding.gb18030.decode(gb) == text)
    #expect(try TextEncoding.gb18030.encode(Array("亩".utf8)) == [0xC4, 0xB6])
  }

  @Test func refusesWhatIsNoText() {
    #expect(throws: TextEncoding.Fault(offset: 1)) {
      try TextEncoding.gb18030.decode([0x61, 0xFF])
    }
    #expect(throws: TextEncoding.Fault(offset: 1)) {
      try TextEncoding.gb18030.decode([0x61, 0xD6])
    }
    #expect(throws: TextEncoding.Fault(offset: 1)) {
      try TextEncoding.utf8.decode([0x61, 0xD6, 0xD0])
    }
    #expect(throws: TextEncoding.Fault(offset: 0)) { try TextEncoding.gb18030.encode([0xFF]) }
  }

  @Test func recognizes() {
    #expect(TextEncoding.detect(Array("亩".utf8)) == .utf8)
    #expect(TextEncoding.detect([0xB2, 0xFD, 0xC0, 0xE8]) == .gb18030)
    #expect(TextEncoding.detect([0xFF]) == nil)
    #expect(TextEncoding.detect([]) == .utf8)
  }
}
