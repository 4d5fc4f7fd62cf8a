import Scenario

/// The scenario format: every key, described once.
enum Format {
  static let version = 1

  static let scenario = ObjectDescription(
    "scenario",
    [
      FieldDescription("format", .format, .required, "格式版本 version of the format"),
      FieldDescription("base", .path, "基准文件 another scenario that this one changes"),
      FieldDescription("title", .text, .required, "标题 title of the tables"),
      FieldDescription("year", .integer(1949...2100), .required, "计划年度 plan year"),
      FieldDescription(
        "sample_data", .flag, .defaulted("false"), "示例数据 whether the figures are made up"),
      FieldDescription("counties", .list(.text), "县区 counties in print order"),
      FieldDescription("land", .object(land), "用地 land quotas, stock land and their rules"),
      FieldDescription("farmland", .object(farmland), "占补平衡 farmland banks and their rules"),
      FieldDescription("resources", .records(resource), "资源 declared resources"),
      FieldDescription("merit", .object(merit), "亩均评价 how merit is scored"),
      FieldDescription(
        "investment_target", .object(investmentTarget), "投资目标 target of the year's investment"),
      FieldDescription(
        "expected_counts", .map(.level, .object(stageCounts)),
        "公布项目数 announced numbers of projects"),
      FieldDescription("goals", .list(.goal(goal)), "目标次序 order of goals"),
      FieldDescription(
        "baseline", .list(.projectID), "基准方案 projects of the plan to stay near to"),
      FieldDescription("projects", .table(project), .required, "项目 projects"),
      FieldDescription("bulletin", .table(bulletin), "通报 indicator values of the bulletin"),
      FieldDescription(
        "uncertainty", .records(variation), "不确定性 amounts with the ranges they may take"),
    ])

  static let investmentTarget = ObjectDescription(
    "investment_target",
    [
      FieldDescription("amount", .quantity(.money), .required, "目标额 target"),
      FieldDescription(
        "kind", .choice(["soft", "hard"]), .defaulted("soft"), "软目标或硬下限 figure or floor"),
    ])

  static let stageCounts = ObjectDescription(
    "stage_counts",
    [FieldDescription("total", .integer(0...1_000_000_000), "合计 all stages together")]
      + Stage.allCases.map {
        FieldDescription($0.rawValue, .integer(0...1_000_000_000), "项目数 number of projects")
      })

  static let goalTerm = ObjectDescription(
    "goal_term",
    [
      FieldDescription("measure", .text, .required, "度量 what is measured"),
      FieldDescription("weight", .integer(-1_000...1_000), .defaulted("1"), "权重 weight, not 0"),
      FieldDescription("levels", .list(.choice(Level.allCases.map(\.rawValue))), "级别 levels"),
      FieldDescription("counties", .list(.county), "县区 counties"),
      FieldDescription("categories", .list(.text), "类别 classes of industry"),
      FieldDescription("stages", .list(.choice(Stage.allCases.map(\.rawValue))), "阶段 stages"),
    ])

  static let goal = ObjectDescription(
    "goal",
    [
      FieldDescription("id", .text, .required, "名称 id of the goal"),
      FieldDescription("title", .text, "标题 title in tables; the id where left out"),
      FieldDescription(
        "sense", .choice(Goal.Sense.allCases.map(\.rawValue)), .required, "方向 direction"),
      FieldDescription("terms", .records(goalTerm), .required, "各项 weighted measures"),
    ])
}
