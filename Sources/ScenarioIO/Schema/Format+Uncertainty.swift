import Scenario

extension Format {
  static let variation = ObjectDescription(
    "variation", rowKey: ["id"],
    [
      FieldDescription("id", .text, .required, "名称 name, with random numbers of its own"),
      FieldDescription("amount", .text, .required, "不确定的量 amount that varies"),
      FieldDescription(
        "range", .range, .required, "范围 least and greatest value, or difference in per cent"),
      FieldDescription(
        "distribution", .choice(Variation.Distribution.allCases.map(\.rawValue)),
        .defaulted("uniform"), "分布 how likely the values are"),
      FieldDescription(
        "together", .flag, .defaulted("false"), "同涨同落 whether all covered move together"),
      FieldDescription("projects", .list(.projectID), "项目 projects it is confined to"),
      FieldDescription("levels", .list(.choice(Level.allCases.map(\.rawValue))), "级别 levels"),
      FieldDescription("counties", .list(.county), "县区 counties"),
      FieldDescription("categories", .list(.text), "类别 classes of industry"),
      FieldDescription("stages", .list(.choice(Stage.allCases.map(\.rawValue))), "阶段 stages"),
    ])
}
