import Reporting
import SampleScenarios
import Scenario
import Testing

@Suite struct CSVWriterTests {
  private func table(_ texts: [String], isSampleData: Bool = false) -> Table {
    var table = SampleRun.accounts.tables[0]
    table.columns = [table.columns[1], table.columns[8]]
    table.rows = texts.map { [.text($0), .number(-5, decimals: 2)] }
    table.grouping = nil
    table.isSampleData = isSampleData
    return table
  }

  @Test func linesEndWithCRLFAndNumbersAreBare() {
    let text = CSVWriter().text(of: table(["甲"]))
    #expect(text == "项目编号,申请用地（亩）\r\n甲,-0.05\r\n")
  }

  @Test func fieldsAreQuotedOnlyWhereNeeded() {
    let text = CSVWriter().text(of: table(["a,b", "a\"b", "a\r\nb", "a b", "'", ""]))
    #expect(
      text
        == "项目编号,申请用地（亩）\r\n\"a,b\",-0.05\r\n\"a\"\"b\",-0.05\r\n\"a\r\nb\",-0.05\r\na b,-0.05\r\n',-0.05\r\n,-0.05\r\n"
    )
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x",
    "=cmd|' /C calc'!A0", "\r\n=1",
  ])
  func formulasAreDisarmed(text: String) {
    let output = CSVWriter().text(of: table([text]))
    let field = Self.parse(output)[1][0]
    #expect(field == "'" + text)
  }

  @Test(arguments: ["1=1", "道路-一期", " =1", "'=1", "甲＝乙"])
  func otherTextIsLeftAlone(text: String) {
    #expect(Self.parse(CSVWriter().text(of: table([text])))[1][0] == text)
  }

  @Test func roundTrip() {
    let texts = ["a,\"b\"", "\"\"", "x\r\ny\n\nz", ",", "“六个一”", "e\u{301}", "a\r"]
    let rows = Self.parse(CSVWriter().text(of: table(texts)))
    #expect(rows.dropFirst().map { $0[0] } == texts)
  }

  @Test func sampleDataIsSaidInEveryRow() {
    let text = CSVWriter().text(of: table(["甲", "乙"], isSampleData: true))
    #expect(text == "项目编号,申请用地（亩）,数据说明\r\n甲,-0.05,示例数据\r\n乙,-0.05,示例数据\r\n")
    let official = CSVWriter(style: .official).text(of: table(["甲"], isSampleData: true))
    #expect(official.hasPrefix("示例市重点项目：用地安排表（2018年）（示例数据）\r\n单位：亩、公顷\r\n"))
  }

  @Test(arguments: [CSVWriter.Style.data, .official])
  func piecesMakeTheWholeTable(style: CSVWriter.Style) {
    let scenario = SampleScenarios.random(seed: 3, projects: 6_000)
    let run = SampleRun(scenario, SampleScenarios.nothing(in: scenario))
    for table in run.tables {
      let pieces = CSVWriter(style: style).pieces(of: table)
      let ends = (0..<pieces.count).map { pieces.piece($0).suffix(2) }
      #expect(ends.allSatisfy { $0 == [13, 10] })
      let rows = Self.parse(pieces.text).dropFirst(style == .data ? 1 : 3)
      let numbers = rows.compactMap { Int($0[0]) }
      #expect(numbers.sorted() == Array(0..<table.rows.count).map { $0 + 1 })
    }
    #expect(CSVWriter(style: style).pieces(of: run.tables[0]).count > 1)
  }

  @Test func officialStyleGroupsAndAddsUp() {
    let table = SampleRun.accounts.tables[0]
    let rows = Self.parse(CSVWriter(style: .official).text(of: table))
    #expect(rows[0] == ["示例市重点项目：用地安排表（2018年）"])
    #expect(rows[2].prefix(3) == ["序号", "项目编号", "项目名称"])
    let labels = rows.dropFirst(3).map { [$0[0], $0.count > 4 ? $0[3] + $0[4] : ""] }
    #expect(
      labels.prefix(13) == [
        ["1", "省重点甲县"], ["2", "市重点甲县"], ["4", "其他甲县"], ["小计", "甲县"], ["3", "市重点乙县"],
        ["5", "储备乙县"], ["小计", "乙县"], ["小计", "省重点"], ["小计", "市重点"], ["小计", "其他"],
        ["小计", "储备"], ["合计", ""], ["填报单位：", "分管领导：日期："],
      ])
    let total = rows[14]
    // 25 + 20 + 30 + 12 + 40 亩 of this year; 84 allotted, 43 short.
    #expect(total[9] == "127.00" && total[15] == "84.00" && total[19] == "43.00")
    #expect(rows.contains(["填表说明："]))
    #expect(rows.last?.first?.hasPrefix("4. ") == true)
  }

  @Test func aCityRowSumsUpItsGroup() {
    let run = SampleRun.accounts
    let rows = Self.parse(CSVWriter(style: .official).text(of: run.tables[1]))
    #expect(!rows.contains { $0[0] == "小计" && $0[1] == "市级指标" })
    #expect(rows.contains { $0[0] == "小计" && $0[1] == "县级指标" })
    // 10 + 60 + 12 + 19 亩 issued; 10 + 56 + 9 + 9 used.
    let total = rows.first { $0[0] == "合计" }
    #expect(total?[5] == "101.00" && total?[11] == "84.00" && total?[12] == "17.00")
  }

  /// Injection payloads of a public collection, where the folder of cases lies beside the package.
  @Test func publicPayloadsAreDisarmed() {
    guard let payloads = SharedCases.lines("csv/injection/csv-payload.txt") else {
      print("skipped: no folder of public cases beside the package")
      return
    }
    #expect(!payloads.isEmpty)
    for payload in payloads {
      let field = Self.parse(CSVWriter().text(of: table([payload])))[1][0]
      let isArmed = "=+-@".contains(payload.first ?? "a")
      #expect(field == (isArmed ? "'" : "") + payload)
    }
  }

  /// A small CSV reader (RFC 4180) of its own.
  static func parse(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if isQuoted {
        if scalar == "\"", next == "\"" {
          field.append(scalar)
          index += 1
        } else if scalar == "\"" {
          isQuoted = false
        } else {
          field.append(scalar)
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," {
        row.append(String(field))
        field = .init()
      } else if scalar == "\r", next == "\n" {
        rows.append(row + [String(field)])
        (row, field) = ([], .init())
        index += 1
      } else {
        field.append(scalar)
      }
      index += 1
    }
    return rows
  }
}
