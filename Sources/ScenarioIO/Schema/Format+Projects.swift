import Scenario

extension Format {
  /// Columns of the table of projects that do not depend on the declared resources.
  enum ProjectColumn: Int, CaseIterable {
    case id
    case name
    case level
    case county
    case stage
    case category
    case sector
    case investmentThisYear
    case investmentTotal
    case output
    case tax
    case landTotal
    case landThisYear
    case farmland
    case paddy
    case grain
    case conforms
    case approved
    case steps
    case minimumSteps
    case requires
    case excludes
    case lock
    case priority
    case cityApproval
    case airFiling
    case dustControl
    case leader
    case department
    case team
    case schedule
    case contact
  }

  static let project = ObjectDescription(
    "project", rowKey: ["id"],
    ProjectColumn.allCases.map(\.field) + [
      FieldDescription(
        "demands", .map(.resource, .quantity(.resource)), "需求 demand of each resource"),
      FieldDescription(
        "retired", .map(.resource, .quantity(.resource)), "已完成替代 replacement completed"),
    ])

  /// Columns of the table of the bulletin.
  enum BulletinColumn: Int, CaseIterable {
    case month
    case county
    case indicator
    case value

    var field: FieldDescription {
      switch self {
      case .month:
        FieldDescription("month", .month, .required, headers: ["月份"], "月份 month, 2018-03")
      case .county:
        FieldDescription("county", .county, .required, headers: ["县区"], "县区 county")
      case .indicator:
        FieldDescription("indicator", .text, .required, headers: ["指标"], "指标 indicator")
      case .value:
        FieldDescription("value", .percentage, .required, headers: ["数值"], "数值 per cent")
      }
    }
  }

  static let bulletin = ObjectDescription("bulletin_value", BulletinColumn.allCases.map(\.field))
}

extension Format.ProjectColumn {
  var field: FieldDescription {
    switch self {
    case .id:
      FieldDescription(
        "id", .projectID, .required, headers: ["项目编号", "编号", "项目代码"], "项目编号 id")
    case .name:
      FieldDescription("name", .text, .required, headers: ["项目名称", "名称"], "项目名称 name")
    case .level:
      FieldDescription(
        "level", .choice(Level.allCases.map(\.rawValue)), .required, headers: ["级别", "项目级别"],
        "级别 level")
    case .county:
      FieldDescription(
        "county", .county, .required, headers: ["县区", "所在县区", "行政区"], "县区 county")
    case .stage:
      FieldDescription(
        "stage", .choice(Stage.allCases.map(\.rawValue)), headers: ["阶段", "项目阶段"],
        "阶段 stage, required for key projects")
    case .category:
      FieldDescription("category", .text, headers: ["类别", "产业类别"], "类别 class of industry")
    case .sector:
      FieldDescription("sector", .text, headers: ["行业", "国民经济行业"], "行业 branch")
    default: amountField
    }
  }

  private var amountField: FieldDescription {
    switch self {
    case .investmentThisYear:
      FieldDescription(
        "investment_this_year", .quantity(.money), .defaulted("0 元"),
        headers: ["年度投资", "本年投资", "年度计划投资"], "年度投资 investment of the year")
    case .investmentTotal:
      FieldDescription(
        "investment_total", .quantity(.money), headers: ["总投资"], "总投资 total investment")
    case .output:
      FieldDescription(
        "output", .quantity(.money), headers: ["年产出", "年产值"], "年产出 output of a year")
    case .tax:
      FieldDescription(
        "tax", .quantity(.money), headers: ["年税收", "预计年税收"], "年税收 tax of a year")
    case .landTotal:
      FieldDescription(
        "land_total", .quantity(.area), headers: ["用地总面积", "总用地"],
        "用地总面积 total land; this year's where left out")
    case .landThisYear:
      FieldDescription(
        "land_this_year", .quantity(.area), .defaulted("0 亩"), headers: ["本年用地", "当年用地"],
        "本年用地 land of this year")
    case .farmland:
      FieldDescription(
        "farmland", .quantity(.area), .defaulted("0 亩"), headers: ["占用耕地", "其中耕地", "耕地"],
        "占用耕地 farmland within it")
    case .paddy:
      FieldDescription(
        "paddy", .quantity(.area), .defaulted("0 亩"), headers: ["占用水田", "其中水田", "水田"],
        "占用水田 paddy within that")
    case .grain:
      FieldDescription(
        "grain", .quantity(.grain), .defaulted("0 公斤"),
        headers: ["占用产能", "粮食产能", "占用粮食产能"], "占用产能 grain capacity of that farmland")
    default: statusField
    }
  }

  private var statusField: FieldDescription {
    switch self {
    case .conforms:
      FieldDescription(
        "conforms", .flag, .defaulted("true"), headers: ["符合规划", "多规合一"],
        "R-1 符合规划 whether it conforms to the plans")
    case .approved:
      FieldDescription(
        "approved", .flag, .defaulted("true"), headers: ["要件齐备", "前期要件"],
        "要件齐备 whether it has the approvals it needs")
    case .steps:
      FieldDescription(
        "steps", .integer(2...1_000_000), headers: ["可分步数"], "可分步数 equal steps of the whole")
    case .minimumSteps:
      FieldDescription(
        "minimum_steps", .integer(1...1_000_000), .defaulted("1"), headers: ["最低步数"],
        "最低步数 least number of steps")
    case .requires:
      FieldDescription(
        "requires", .list(.projectID), headers: ["前置项目"], "前置项目 projects it needs")
    case .excludes:
      FieldDescription(
        "excludes", .list(.projectID), headers: ["互斥项目"], "互斥项目 projects it rules out")
    case .lock:
      FieldDescription(
        "lock", .choice(Lock.allCases.map(\.rawValue)), .defaulted(Lock.none.rawValue),
        headers: ["锁定"], "锁定 decision taken in advance")
    case .priority:
      FieldDescription(
        "priority", .integer(1...1_000), .defaulted("1"), headers: ["优先级", "权重"],
        "优先级 weight in the counting goals")
    default: evidenceField
    }
  }

  private var evidenceField: FieldDescription {
    switch self {
    case .cityApproval:
      FieldDescription("city_approval", .text, headers: ["市政府批准文号"], "H-1 市政府批准文号")
    case .airFiling:
      FieldDescription("air_filing", .text, headers: ["大气办备案号"], "H-1 大气办备案号")
    case .dustControl:
      FieldDescription(
        "dust_control", .flag, .defaulted("false"), headers: ["扬尘治理到位"], "H-1 扬尘治理到位")
    case .leader: FieldDescription("leader", .note, headers: ["包联领导"], "X-1 包联领导")
    case .department:
      FieldDescription("department", .note, headers: ["责任部门", "责任单位"], "X-1 责任部门")
    case .team: FieldDescription("team", .note, headers: ["工作班子"], "X-1 工作班子")
    case .schedule: FieldDescription("schedule", .note, headers: ["工期计划"], "X-1 工期计划")
    default: FieldDescription("contact", .note, headers: ["联系人"], "X-1 联系人")
    }
  }
}
