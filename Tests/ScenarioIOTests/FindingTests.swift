import Scenario
import ScenarioIO
import Testing

/// One thing wrong in the fixture, and what must be said of it.
struct Fault: Sendable, CustomTestStringConvertible {
  enum File: Sendable {
    case main
    case csv
  }

  var file: File
  var old: String
  var new: String
  var code: String
  /// The text under the caret; `nil` where it does not matter.
  var marked: String?
  var help: String?

  var testDescription: String { "\(code) \(new.prefix(40))" }

  static func main(
    _ old: String, _ new: String, _ code: String, _ marked: String? = nil, help: String? = nil
  ) -> Fault {
    Fault(file: .main, old: old, new: new, code: code, marked: marked, help: help)
  }

  static func csv(
    _ old: String, _ new: String, _ code: String, _ marked: String? = nil, help: String? = nil
  ) -> Fault {
    Fault(file: .csv, old: old, new: new, code: code, marked: marked, help: help)
  }
}

@Suite struct FindingTests {
  private static let syntax: [Fault] = [
    .main("\"year\": 2018", "\"year\": 2018, \"year\": 2019", "E017", "\"year\""),
    .main("\"year\": 2018", "\"year\": 02018", "E012", "02018", help: "2018"),
    .main("\"year\": 2018", "\"year\": NaN", "E210", "NaN"),
    .main("\"year\": 2018,", "\"year\": 2018，", "E014", "，"),
    .main("\"year\": 2018,", "\"year\": 2018", "E015"),
    .main("\"year\": 2018,", "\"year\": 2018,,", "E015", ","),
    .main("\"year\": 2018,", "\"year\": True,", "E010", "True", help: "true"),
    .main("二〇一八年", "\\ud800", "E013", "\\ud800"),
    .main("二〇一八年", "\\q", "E013", "\\q"),
    .main("二〇一八年\"", "二〇一八年", "E011"),
    .main("\"title\"", "// note\n\"title\"", "E010"),
  ]

  private static let shape: [Fault] = [
    .main("\"year\"", "\"yaer\"", "E101", "\"yaer\"", help: "`year`"),
    .main("\"year\": 2018,", "", "E102", "{"),
    .main("\"year\": 2018", "\"year\": \"2018\"", "E103", "\"2018\"", help: "2018"),
    .main("\"year\": 2018", "\"year\": 1.5", "E201", "1.5"),
    .main("\"year\": 2018", "\"year\": 1800", "E106", "1800"),
    .main("\"year\": 2018", "\"year\": 99999999999999999999", "E106"),
    .main("\"title\": \"二〇一八年\"", "\"title\": null", "E103", "null"),
    .main("\"title\": \"二〇一八年\"", "\"title\": \"\"", "E107", "\"\""),
    .main("二〇一八年", "二〇\\n一八年", "E112"),
    .main("\"format\": 1", "\"format\": 2", "E104", "2"),
    .main("\"required\"", "\"requird\"", "E105", "\"requird\"", help: "`required`"),
    .main("\"sample_data\": true", "\"sample_data\": \"是\"", "E103", "\"是\"", help: "true"),
    .main(
      "{\"file\": \"projects.csv\"}", "{\"fiel\": \"projects.csv\"}", "E109", "\"fiel\"",
      help: "`file`"),
    .main("{\"file\": \"projects.csv\"}", "7", "E103", "7"),
    .main("{\"file\": \"projects.csv\"}", "[3]", "E103", "3"),
    .main("{\"file\": \"projects.csv\"}", "{\"remove\": [\"P-001\"]}", "E108"),
    .main("projects.csv", "project.csv", "E001", "\"project.csv\""),
    .main("\"land\": {", "\"land\": [], \"farmlan\": {", "E101", "\"farmlan\"", help: "`farmland`"),
    .csv("县区,阶段", "县区域,阶段", "E022", "县区域", help: "`县区`"),
    .csv("县区,阶段", "级别,阶段", "E023", "级别"),
    .csv("项目编号,项目名称,", "项目编号,所属,", "E022", "所属"),
    .csv("滨海医院,市重点", "滨海,医院,市重点", "E021"),
    .csv("滨海医院", "滨海\"医院", "E020", "\""),
    .csv("\"一期,2018\"", "\"一期,2018", "E020", "\""),
    .csv("P-003,滨海医院", "P-003,", "E107"),
    .csv("无,1,,,否", "无,1,,,不", "E105", "不"),
    .csv("市重点,海港区", "市重,海港区", "E105", "市重", help: "`市重点`"),
  ]

  private static let quantities: [Fault] = [
    .main("\"2 公顷\"", "\"2\"", "E205", "\"2\"", help: "2 亩"),
    .main("\"2 公顷\"", "2", "E205", "2"),
    .main("\"2 公顷\"", "\"2 公顶\"", "E206", "\"2 公顶\"", help: "`公顷`"),
    .main("\"2 公顷\"", "\"2 万元\"", "E207", help: "亩, 公顷"),
    .main("\"2 公顷\"", "\"0.0001 亩\"", "E208", help: "`0 亩` 和 `0.0005 亩`"),
    .main("\"2 公顷\"", "\"1.5 m²\"", "E208", help: "`1 m²` 和 `2 m²`"),
    .main("\"2 公顷\"", "\"1.00005 公顷\"", "E208", help: "`1 公顷` 和 `1.0001 公顷`"),
    .main("\"2 公顷\"", "\"1000000000 亩\"", "E209"),
    .main("\"2 公顷\"", "\"99999999999999999999999999 亩\"", "E209"),
    .main("\"2 公顷\"", "\"-2 公顷\"", "E204"),
    .main("\"2 公顷\"", "\"２ 公顷\"", "E202", help: "`2 公顷`"),
    .main("\"2 公顷\"", "\"1,200 亩\"", "E203", help: "`1200 亩`"),
    .main("\"2 公顷\"", "\"1 200 亩\"", "E203", help: "`1200 亩`"),
    .main("\"2 公顷\"", "\"NaN 亩\"", "E210"),
    .main("\"2 公顷\"", "\"2e3 亩\"", "E211"),
    .main("\"2 公顷\"", "\"2. 亩\"", "E201"),
    .main("\"2 公顷\"", "\".5 亩\"", "E201"),
    .main("\"2 公顷\"", "\"+2 亩\"", "E201"),
    .main("\"2 公顷\"", "\"\"", "E201"),
    .main("\"2 公顷\"", "true", "E103", "true"),
    .csv("用地总面积（亩）", "用地总面积（亩地）", "E206", "用地总面积（亩地）", help: "亩, 公顷"),
    .csv("用地总面积（亩）", "用地总面积（吨）", "E207"),
    .csv("用地总面积（亩）", "用地总面积", "E205", "40", help: "40 亩"),
    .csv("40,20,12.50", "40,20,1２.50", "E202", "1２.50", help: "`12.50`"),
    .csv("40,20,12.50", "40,20,-1", "E204", "-1"),
    .csv("40,20,12.50", "40,20,12.5001", "E208", "12.5001"),
    .csv("40,20,12.50", "40,20,十二", "E201", "十二"),
    .csv("无,1,,,否", "无,0,,,否", "E106", "0"),
    .csv("无,1,,,否", "无,1.5,,,否", "E201", "1.5"),
  ]

  private static let names: [Fault] = [
    .main("{\"昌黎县\": \"12.5 亩\"}", "{\"昌犁县\": \"12.5 亩\"}", "E301", "\"昌犁县\"", help: "`昌黎县`"),
    .csv("市重点,海港区", "市重点,海港", "E301", "海港", help: "`海港区`"),
    .main(
      "\"energy_resource\": \"energy\"", "\"energy_resource\": \"enrgy\"", "E302", help: "`energy`"),
    .main(
      "\"baseline\": [\"P-003\"", "\"baseline\": [\"P-03\"", "E303", "\"P-03\"", help: "`P-003`"),
    .csv("P-001;P-003", "P-001;P-033", "E303", "P-033", help: "`P-003`"),
    .csv("P-001;P-003", "P-001;P-002", "E306", "P-002"),
    .csv("P-002,物流园", "P-001,物流园", "E304", "P-001"),
    .csv("P-003,滨海医院", "12E3,滨海医院", "E305", "12E3"),
    .csv("P-003,滨海医院", "0123,滨海医院", "E305", "0123"),
    .csv("P-003,滨海医院", "3-1,滨海医院", "E305", "3-1"),
    .csv("P-003,滨海医院", "SEP2,滨海医院", "E305", "SEP2"),
    .csv("P-003,滨海医院", "1234567890123456,滨海医院", "E305"),
    .csv("P-003,滨海医院", "=P3,滨海医院", "E305", "=P3"),
    .main("\"id\": \"coal\"", "\"id\": \"water\"", "E304"),
    .main("\"id\": \"coal\"", "\"id\": \"Coal\"", "E305", "\"Coal\""),
    .main("\"baseline\"", "\"goals\": [\"investmnt\"], \"baseline\"", "E307", help: "`investment`"),
    .main("\"baseline\"", "\"goals\": [\"merit\", \"merit\"], \"baseline\"", "E304"),
    .main(
      "\"baseline\"",
      "\"goals\": [{\"id\": \"x\", \"sense\": \"maximize\", \"terms\": [{\"measure\": \"padddy\"}]}], \"baseline\"",
      "E308", help: "`paddy`"),
    .main(
      "\"county\": \"海港区\", \"kind\": \"批而未供\", \"vintage\": 2014",
      "\"county\": \"昌黎县\", \"kind\": \"闲置\", \"vintage\": 2012", "ok"),
    .main(
      "{\"county\": \"海港区\", \"kind\": \"批而未供\", \"vintage\": 2014, \"area\": \"100 m²\", \"development_zone\": true}",
      "{\"county\": \"昌黎县\", \"kind\": \"闲置\", \"vintage\": 2012, \"area\": \"1 亩\"}", "E309"),
  ]

  private static let facts: [Fault] = [
    .csv("40,20,12.50,2.5", "40,20,21,2.5", "E401", "21"),
    .csv("40,20,12.50,2.5", "10,20,12.50,2.5", "E402", "10"),
    .csv("40,20,12.50,2.5", "40,20,12.50,13", "E403", "13"),
    .csv("40,20,12.50,2.5,300", "40,20,,,300", "E404", "300"),
    .csv("海港区,续建", "海港区,", "E405"),
    .csv("120,3.5,,,是,是,,,", "120,3.5,,,是,是,2,,", "E406", "2"),
    .csv("30,,,,,,,,是,否,10,2", "30.01,,,,,,,,是,否,3,2", "E407"),
    .csv("是,否,10,2", "是,否,10,11", "E408", "11"),
    .csv("是,否,10,2", "是,否,,2", "E408", "2"),
    .main("{\"续建\": 1}", "{\"续建\": 2}", "E409", "2"),
    .main("\"total\": 1", "\"total\": 0", "E410", "0"),
    .main("\"20 %\"", "\"14.99 %\"", "E411", "\"14.99 %\""),
    .main("\"20 %\"", "\"101 %\"", "E106"),
    .main("\"cap\": \"2\", ", "", "E412"),
    .main(", \"benchmark\": \"350 万元/亩\"", "", "E412"),
    .main(", \"energy_resource\": \"energy\"", "", "E412"),
    .main(
      "\"energy_resource\"", "\"emission_resources\": [\"water\", \"coal\"], \"energy_resource\"",
      "E413"),
    .main("\"kind\": \"coal\"", "\"kind\": \"coal\", \"free_categories\": [\"民生\"]", "E414"),
    .main("\"resolution\": \"1 立方米\"", "\"resolution\": \"3 立方米\"", "E415"),
    .main("\"baseline\": [\"P-003\", \"P-001\"]", "\"goals\": [\"baseline\"]", "E416"),
    .main("\"coefficient\": 1.5", "\"coefficient\": 0", "E106"),
    .main("\"coefficient\": 1.5", "\"coefficient\": \"1.5 倍\"", "E201"),
    .main("\"3.50 元/立方米\"", "\"3.50 元\"", "E201"),
    .main("\"3.50 元/立方米\"", "\"3.50 元/吨\"", "E207"),
    .main("2018-03", "2018-13", "E112"),
    .main("\"-3.25\"", "\"-3.255\"", "E208"),
  ]

  @Test(arguments: syntax + shape + quantities + names + facts)
  func says(_ fault: Fault) throws {
    let source = fault.file == .main ? Fixture.mainJSON : Fixture.projectsCSV
    try #require(source.firstRange(of: fault.old) != nil, "the fixture has no `\(fault.old)`")
    let change = [(fault.old, fault.new)]
    let failure =
      fault.file == .main ? Fixture.failure(main: change) : Fixture.failure(csv: change)
    if fault.code == "ok" {
      #expect(failure == nil)
      return
    }
    let findings = try #require(failure?.findings)
    let finding = try #require(
      findings.first { $0.code == fault.code }, "\(FindingRenderer().text(findings))")
    if fault.code != "E001" { #expect(failure?.kind == .badData) }
    if let help = fault.help {
      #expect(finding.help?.contains(help) ?? false, "\(finding.help ?? "-")")
    }
    #expect(!finding.english.isEmpty && finding.english != finding.message)
    let location = try #require(finding.location)
    #expect(location.line >= 1 && location.column >= 1 && location.length >= 1)
    if let marked = fault.marked {
      let text = location.lineText.dropFirst(location.column - 1).prefix(location.length)
      #expect(text == marked)
    }
  }

  @Test func doesNotCascade() throws {
    // Each of these has one cause and must have one finding.
    let single: [Fault] = [
      .csv("市重点,海港区", "市重点,海港", "E301"), .csv("P-003,滨海医院", "P-003,", "E107"),
      .csv("滨海医院,市重点", "滨海,医院,市重点", "E021"), .main("\"2 公顷\"", "\"2\"", "E205"),
      .csv("40,20,12.50", "40,2o,12.50", "E206"), .main("\"year\": 2018", "\"year\": NaN", "E210"),
      .main("projects.csv", "project.csv", "E001"), .csv("海港区,续建", "海港区,续健", "E105"),
    ]
    for fault in single {
      let change = [(fault.old, fault.new)]
      let failure =
        fault.file == .main ? Fixture.failure(main: change) : Fixture.failure(csv: change)
      #expect(failure?.findings.map(\.code) == [fault.code], "\(fault.new)")
    }
  }

  @Test func listsEverythingAtOnce() throws {
    let failure = try #require(
      Fixture.failure(
        main: [("\"year\"", "\"yaer\""), ("\"2 公顷\"", "\"2 公顶\""), ("\"cap\": \"2\", ", "")],
        csv: [("市重点,海港区", "市重点,海港"), ("40,20,12.50", "40,20,99"), ("P-001;P-003", "P-009")]))
    let codes = failure.findings.filter { $0.severity == .error }.map(\.code)
    #expect(codes == ["E102", "E101", "E206", "E412", "E301", "E401", "E303"])
  }

  @Test func namesBothFigures() throws {
    let failure = try #require(Fixture.failure(main: [("{\"续建\": 1}", "{\"续建\": 25}")]))
    #expect(failure.findings[0].message.contains("25"))
    #expect(failure.findings[0].message.contains("1 个"))
  }

  @Test func pointsToTheFirstOfTwo() throws {
    let failure = try #require(Fixture.failure(csv: [("P-002,物流园", "P-001,物流园")]))
    let finding = try #require(failure.findings.first { $0.code == "E304" })
    #expect(finding.location?.line == 4)
    #expect(finding.notes.first?.location?.line == 3)
  }

  @Test func warns() throws {
    let free = try Fixture.load(
      "a.json",
      ["a.json": Fixture.replace("[\"民生\"]", "[\"民升\"]", in: Fixture.mainJSON)])
    #expect(free.warnings.map(\.code) == ["W502"])
    let csv = Fixture.replace("全年,乙", "全年,", in: Fixture.projectsCSV)
    let contact = try Fixture.load("main.json", ["projects.csv": csv])
    #expect(contact.warnings.map(\.code) == ["W501"])
    #expect(contact.warnings[0].message.contains("联系人"))
  }
}
