import Scenario
import ScenarioIO

/// A small scenario that uses every part of the format, as files in memory.
enum Fixture {
  static let projectsCSV = """
    项目编号,项目名称,级别,县区,阶段,类别,行业,年度投资（亿元）,总投资（万元）,年产出(万元),年税收（万元）,用地总面积（亩）,本年用地（亩）,占用耕地（亩）,占用水田（亩）,占用产能（公斤）,能耗（吨标准煤）,用水（万立方米）,已完成替代：煤炭（吨）,煤炭（吨）,符合规划,要件齐备,可分步数,最低步数,前置项目,互斥项目,锁定,优先级,市政府批准文号,大气办备案号,扬尘治理到位,包联领导,责任部门,工作班子,工期计划,联系人
    P-003,滨海医院,市重点,海港区,续建,民生,卫生,1.5,30000,,,40,20,12.50,2.5,300,120,3.5,,,是,是,,,,,无,1,,,否,甲,发改委,专班,"一期,2018",乙
    P-001,钢铁升级,省重点,昌黎县,计划开工,工业,钢铁,2.1,50000,80000,4000,120.5 亩,0.5 公顷,,,,50000,80,100,200,是,是,,,,P-002,锁入,3,秦政〔2018〕1号,备2018-1,是,甲,发改委,专班,全年,乙
    P-002,物流园,其他,昌黎县,,物流,,5000 万元,,,,,30,,,,,,,,是,否,10,2,P-001;P-003,,,,,,,,,,,
    """

  static let mainJSON = """
    {
      "format": 1,
      "title": "二〇一八年",
      "year": 2018,
      "sample_data": true,
      "land": {
        "provincial_quota": "100 亩",
        "city_quota": "2 公顷",
        "county_quotas": {"昌黎县": "12.5 亩"},
        "stock": [
          {"county": "昌黎县", "kind": "闲置", "vintage": 2012, "area": "10 亩", "minimum_disposal": "33.33 %"},
          {"county": "海港区", "kind": "批而未供", "vintage": 2014, "area": "100 m²", "development_zone": true}
        ],
        "municipal_guarantee": "required",
        "city_quota_also_for": ["储备", "其他"],
        "development_zone_reserve": "30 m²"
      },
      "farmland": {
        "banks": [
          {"county": "昌黎县", "opening_quantity": "100 亩", "added_paddy": "1 亩", "task_grain": "1 吨"}
        ],
        "ring_fence": {"share": "20 %", "base": "task"}
      },
      "resources": [
        {"id": "energy", "name": "能耗", "kind": "energy", "unit": "吨标准煤", "city_cap": "10 万吨标准煤",
         "county_caps": {"昌黎县": "60000 吨标准煤"}, "price": "0.15 万元/吨标准煤", "free_categories": ["民生"]},
        {"id": "water", "name": "用水", "kind": "water", "unit": "万立方米", "resolution": "1 立方米", "price": "3.50 元/立方米"},
        {"id": "coal", "name": "煤炭", "kind": "coal", "unit": "吨", "coefficient": 1.5,
         "county_coefficients": {"昌黎县": "1.2"}, "sector_coefficients": {"钢铁": "1.25"},
         "retirement_thresholds": {"钢铁": "50 %", "": "30 %"}, "department": "发改委"}
      ],
      "merit": {
        "form": "benchmark",
        "terms": [
          {"indicator": "input", "weight": 30, "benchmark": "350 万元/亩"},
          {"indicator": "energy", "weight": 20, "benchmark": "5 吨标准煤/亩"}
        ],
        "cap": "2", "threshold": "40.5", "energy_resource": "energy"
      },
      "investment_target": {"amount": "210 亿元", "kind": "hard"},
      "expected_counts": {"省重点": {"total": 1, "计划开工": 1}, "市重点": {"续建": 1}},
      "baseline": ["P-003", "P-001"],
      "projects": {"file": "projects.csv"},
      "bulletin": [
        {"month": "2018-03", "county": "海港区", "indicator": "投资完成率", "value": "-3.25"}
      ]
    }
    """

  static let files = ["main.json": mainJSON, "projects.csv": projectsCSV]

  /// The scenario of a path among the fixture's files and others that replace or join them.
  static func load(
    _ path: String = "main.json", _ others: [String: String] = [:]
  ) throws -> LoadedScenario {
    try ScenarioReader.load(
      path: path, files: MemoryFiles(texts: files.merging(others) { $1 }))
  }

  /// What is found wrong where texts in the fixture are replaced.
  static func failure(
    main: [(String, String)] = [], csv: [(String, String)] = []
  ) -> ScenarioLoadFailure? {
    var texts = files
    for (old, new) in main {
      texts["main.json"] = texts["main.json"].map { replace(old, new, in: $0) }
    }
    for (old, new) in csv {
      texts["projects.csv"] = texts["projects.csv"].map { replace(old, new, in: $0) }
    }
    do throws(ScenarioLoadFailure) {
      _ = try ScenarioReader.load(path: "main.json", files: MemoryFiles(texts: texts))
      return nil
    } catch {
      return error
    }
  }

  /// The text with the first occurrence of another replaced.
  static func replace(_ old: String, _ new: String, in text: String) -> String {
    guard let range = text.firstRange(of: old) else { return text }
    return text.replacingCharacters(in: range, with: new)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
