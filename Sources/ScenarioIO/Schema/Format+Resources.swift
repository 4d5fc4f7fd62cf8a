import Scenario

extension Format {
  static let resource = ObjectDescription(
    "resource", rowKey: ["id"],
    [
      FieldDescription("id", .resourceID, .required, "编号 lower-case letters, digits, _"),
      FieldDescription("name", .text, "名称 name in tables; the id where left out"),
      FieldDescription(
        "kind", .choice(ResourceKind.allCases.map(\.rawValue)), .defaulted("other"),
        "种类 which table it is printed in"),
      FieldDescription("unit", .text, .required, "单位 unit in tables"),
      FieldDescription(
        "resolution", .quantity(.resource), "最小单位 a power of ten times `unit`, at most 1 `unit`"),
      FieldDescription("city_cap", .quantity(.resource), "全市上限 cap of the city"),
      FieldDescription(
        "county_caps", .map(.county, .quantity(.resource)), "县区上限 caps of counties"),
      FieldDescription("price", .price, "单价 price"),
      FieldDescription("free_categories", .list(.text), "E-1 免费类别 classes that get it free"),
      FieldDescription("department", .text, .defaulted(""), "E-2 责任部门 department"),
      FieldDescription("coefficient", .coefficient, .defaulted("1"), "系数 coefficient"),
      FieldDescription(
        "county_coefficients", .map(.county, .coefficient), "地区系数 coefficients of counties"),
      FieldDescription(
        "sector_coefficients", .map(.sector, .coefficient), "行业系数 coefficients of sectors"),
      FieldDescription(
        "retirement_thresholds", .map(.sector, .quantity(.share)),
        "批前完成替代比例 replacement completed before approval"),
    ])

  static let merit = ObjectDescription(
    "merit",
    [
      FieldDescription(
        "form", .choice(MeritRule.Form.allCases.map(\.rawValue)), .required, "形式 form"),
      FieldDescription("terms", .records(meritTerm), .required, "指标 indicators"),
      FieldDescription("cap", .coefficient, "封顶倍数 highest ratio that counts"),
      FieldDescription("threshold", .decimal, "最低分 least score, points"),
      FieldDescription("energy_resource", .resourceID, "能耗资源 resource that is energy"),
      FieldDescription(
        "emission_resources", .list(.resourceID), "排放资源 resources that are emissions"),
    ])

  static let meritTerm = ObjectDescription(
    "merit_term",
    [
      FieldDescription(
        "indicator", .choice(MeritRule.Indicator.allCases.map(\.rawValue)), .required,
        "指标 indicator"),
      FieldDescription("weight", .integer(1...1_000), .required, "权重 points"),
      FieldDescription("benchmark", .benchmark, "基准值 benchmark per area"),
    ])
}
