import Scenario

extension Format {
  static let land = ObjectDescription(
    "land",
    [
      FieldDescription(
        "provincial_quota", .quantity(.area), .defaulted("0 亩"), "省级统筹指标 provincial quota"),
      FieldDescription("city_quota", .quantity(.area), .defaulted("0 亩"), "市级指标 city quota"),
      FieldDescription(
        "county_quotas", .map(.county, .quantity(.area)), "县级指标 quota of each county"),
      FieldDescription("stock", .table(stock), "存量土地 stock land"),
      FieldDescription(
        "municipal_guarantee", .choice(MunicipalGuarantee.allCases.map(\.rawValue)),
        .defaulted("preferred"), "L-1 全额保障 how strictly the guarantee is taken"),
      FieldDescription(
        "provincial_may_use_city_quota", .flag, .defaulted("true"),
        "L-4 whether provincial key projects may draw city quota"),
      FieldDescription(
        "key_projects_may_use_county_quota", .flag, .defaulted("false"),
        "L-3 whether key projects may draw county quota"),
      FieldDescription(
        "city_quota_also_for",
        .list(.choice([Level.other.rawValue, Level.reserve.rawValue])),
        .defaulted(Level.reserve.rawValue), "R-2 levels besides the key ones"),
      FieldDescription(
        "development_zone_reserve", .quantity(.area), .defaulted("0 亩"),
        "S-1 开发区留存 stock land to keep in development zones"),
    ])

  /// Columns of the table of stock land.
  enum StockColumn: Int, CaseIterable {
    case county
    case kind
    case vintage
    case area
    case minimumDisposal
    case developmentZone

    var field: FieldDescription {
      switch self {
      case .county:
        FieldDescription("county", .county, .required, headers: ["县区"], "县区 county")
      case .kind:
        FieldDescription(
          "kind", .choice(StockKind.allCases.map(\.rawValue)), .required, headers: ["类型"],
          "类型 kind")
      case .vintage:
        FieldDescription(
          "vintage", .integer(1949...2100), .required, headers: ["年份"], "年份 vintage year")
      case .area:
        FieldDescription("area", .quantity(.area), .required, headers: ["面积"], "面积 area")
      case .minimumDisposal:
        FieldDescription(
          "minimum_disposal", .quantity(.share), .defaulted("0 %"), headers: ["最低处置率"],
          "最低处置率 share that must be used")
      case .developmentZone:
        FieldDescription(
          "development_zone", .flag, .defaulted("false"), headers: ["省级以上开发区"],
          "省级以上开发区 whether in a development zone")
      }
    }
  }

  static let stock = ObjectDescription(
    "stock_lot", rowKey: ["county", "kind", "vintage"], StockColumn.allCases.map(\.field))

  static let farmland = ObjectDescription(
    "farmland",
    [
      FieldDescription("banks", .table(bank), "各县区储备库 account of each county"),
      FieldDescription("ring_fence", .object(ringFence), "F-3 省重点留用 ring fence"),
    ])

  static let ringFence = ObjectDescription(
    "ring_fence",
    [
      FieldDescription("share", .quantity(.share), .defaulted("15 %"), "比例 share, at least 15 %"),
      FieldDescription(
        "base", .choice(RingFence.Base.allCases.map(\.rawValue)), .defaulted("circulating"),
        "基数 what the share is taken of"),
      FieldDescription(
        "scope", .choice(RingFence.Scope.allCases.map(\.rawValue)), .defaulted("each_bank"),
        "范围 which banks"),
      FieldDescription(
        "provincial_may_use_rest", .flag, .defaulted("true"),
        "省重点可用其余部分 whether provincial projects may draw the rest"),
    ])

  /// The columns of the banks after the county: four entries for each of three banks.
  static let bankEntries = ["opening", "added", "task", "committed"]
  private static let bankEntryTitles = ["年初", "新增", "任务", "已承诺"]

  static let bank = ObjectDescription(
    "bank", rowKey: ["county"],
    [FieldDescription("county", .county, .required, headers: ["县区"], "县区 county")]
      + zip(bankEntries, bankEntryTitles).flatMap { entry, title in
        [
          FieldDescription(
            "\(entry)_quantity", .quantity(.area), .defaulted("0 亩"), headers: ["\(title)数量"],
            "\(title)数量 quantity"),
          FieldDescription(
            "\(entry)_paddy", .quantity(.area), .defaulted("0 亩"), headers: ["\(title)水田"],
            "\(title)水田 paddy"),
          FieldDescription(
            "\(entry)_grain", .quantity(.grain), .defaulted("0 公斤"), headers: ["\(title)产能"],
            "\(title)产能 grain capacity"),
        ]
      })
}
