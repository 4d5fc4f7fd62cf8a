/// What a value of the scenario format may be; the reader and the JSON Schema both follow it.
indirect enum FieldType: Sendable {
  /// Kinds of quantities; the units of a resource come from its declaration.
  enum QuantityKind: Sendable {
    case area
    case money
    case grain
    case share
    case resource
  }

  /// What the keys of an object with free keys are.
  enum MapKey: Sendable {
    case county
    case sector
    case resource
    case level
  }

  /// The version of the format.
  case format
  /// One line of text.
  case text
  /// Text that may have several lines.
  case note
  /// A path relative to the file that names it.
  case path
  /// Id of a project.
  case projectID
  /// Id of a resource.
  case resourceID
  /// Name of a county.
  case county
  case flag
  case integer(ClosedRange<Int>)
  case choice([String])
  case quantity(QuantityKind)
  /// A positive decimal number, as a string or a number; at most four decimals and at most 100.
  case coefficient
  /// A decimal number as a string, at most four decimals.
  case decimal
  /// Money per unit of a resource.
  case price
  /// Money or a resource per area.
  case benchmark
  /// `YYYY-MM`.
  case month
  /// A signed number of per cent with at most two decimals.
  case percentage
  /// Two ends with two dots between: signed numbers of per cent, or quantities.
  case range
  case list(FieldType)
  case map(MapKey, FieldType)
  case object(ObjectDescription)
  case table(ObjectDescription)
  /// An array of objects that may not come from a CSV file.
  case records(ObjectDescription)
  /// Id of a default goal, or an object.
  case goal(ObjectDescription)

  /// What a message says is expected.
  var expectation: Bilingual {
    switch self {
    case .format: Bilingual("数 1", "the number 1")
    case .text, .note, .path, .projectID, .resourceID, .county, .month:
      Bilingual("文本", "a text")
    case .flag: Bilingual("true 或 false", "true or false")
    case .integer: Bilingual("整数", "a whole number")
    case .choice(let names):
      Bilingual(
        names.map { "`\($0)`" }.joined(separator: "、") + " 之一",
        "one of " + names.map { "`\($0)`" }.joined(separator: ", "))
    case .quantity(let kind):
      Bilingual("带单位的量，如 \(kind.example)", "a quantity with its unit, e.g. \(kind.example)")
    case .coefficient: Bilingual("正的十进制数，如 \"1.5\"", "a positive decimal, e.g. \"1.5\"")
    case .decimal: Bilingual("写成文本的十进制数，如 \"40\"", "a decimal in quotes, e.g. \"40\"")
    case .price: Bilingual("单价，如 \"3.50 元/立方米\"", "a price, e.g. \"3.50 元/立方米\"")
    case .benchmark: Bilingual("基准值，如 \"350 万元/亩\"", "a benchmark, e.g. \"350 万元/亩\"")
    case .percentage: Bilingual("文本，如 \"-3.25\"", "a text, e.g. \"-3.25\"")
    case .range:
      Bilingual(
        "范围，如 \"-10%..+20%\" 或 \"100 亩..150 亩\"",
        "a range, e.g. \"-10%..+20%\" or \"100 亩..150 亩\"")
    case .list: Bilingual("数组", "an array")
    case .map, .object: Bilingual("对象", "an object")
    case .table:
      Bilingual("对象的数组，或 {\"file\": …}", "an array of objects, or {\"file\": …}")
    case .records: Bilingual("对象的数组", "an array of objects")
    case .goal: Bilingual("目标的名称或对象", "the id of a goal or an object")
    }
  }
}

extension FieldType.QuantityKind {
  /// A quantity as a scenario file has it.
  var example: String {
    switch self {
    case .area: "\"12.50 亩\""
    case .money: "\"2.1 亿元\""
    case .grain: "\"300 公斤\""
    case .share: "\"15 %\""
    case .resource: "\"120 吨\""
    }
  }

  /// The units, where they do not depend on a resource.
  var units: UnitSet? {
    switch self {
    case .area: .area
    case .money: .money
    case .grain: .grain
    case .share: .share
    case .resource: nil
    }
  }
}
