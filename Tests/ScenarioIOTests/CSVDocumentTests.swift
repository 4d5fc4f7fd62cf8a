import ScenarioIO
import Testing

@Suite struct CSVDocumentTests {
  private func rows(_ text: String) throws -> [[String]] {
    try CSVDocument(Array(text.utf8)).rows
  }

  @Test func splitsRecordsAndCells() throws {
    #expect(try rows("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
    #expect(try rows("a,b\r\n1,2") == [["a", "b"], ["1", "2"]])
    #expect(try rows("a,,\n,") == [["a", "", ""], ["", ""]])
    #expect(try rows("") == [])
    #expect(try rows("\n") == [[""]])
  }

  @Test func readsQuotedCells() throws {
    #expect(
      try rows("\"a,b\",\"c\"\"d\",\"\"\n\"x\ny\",z\n") == [["a,b", "c\"d", ""], ["x\ny", "z"]])
    #expect(try rows("\"a\r\nb\"\r\n") == [["a\r\nb"]])
  }

  @Test func knowsTheLineOfEachRow() throws {
    #expect(try CSVDocument(Array("a\n\"b\n\nc\"\nd\n".utf8)).lines == [1, 2, 5])
  }

  @Test func readsEncodings() throws {
    let text = "县区,面积（亩）\n昌黎县,㐀1\n"
    let gb = try TextEncoding.gb18030.encode(Array(text.utf8))
    #expect(gb != Array(text.utf8))
    let fromGB = try CSVDocument(gb)
    #expect(fromGB.encoding == .gb18030)
    #expect(fromGB.rows == [["县区", "面积（亩）"], ["昌黎县", "㐀1"]])
    let marked = try CSVDocument(TextEncoding.byteOrderMark + Array(text.utf8))
    #expect(marked.encoding == .utf8)
    #expect(marked.header == ["县区", "面积（亩）"])
  }

  @Test func refusesQuotesThatDoNotPair() {
    #expect(throws: CSVDocument.Fault.badQuotes(line: 2, column: 3)) {
      try CSVDocument(Array("a,b\n文,\"x\n".utf8))
    }
    #expect(throws: CSVDocument.Fault.badQuotes(line: 1, column: 4)) {
      try CSVDocument(Array("\"a\"x,b\n".utf8))
    }
    #expect(throws: CSVDocument.Fault.badQuotes(line: 1, column: 2)) {
      try CSVDocument(Array("a\"b\n".utf8))
    }
  }

  @Test func refusesBytesThatAreNoText() {
    #expect(throws: CSVDocument.Fault.badEncoding(offset: 2)) {
      try CSVDocument([0x61, 0x2C, 0xFF, 0xFF])
    }
    #expect(throws: CSVDocument.Fault.badEncoding(offset: 0)) {
      try CSVDocument([0xD6, 0xD0], encoding: .utf8)
    }
  }
}
