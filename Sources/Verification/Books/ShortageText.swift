import Scenario

/// A shortage as T12 and T13 print it.
struct ShortageText: Sendable {
  let indicator: String
  let unit: String
  let decimals: Int
  let clause: String
  let department: String
  /// In units of the last place, rounded up.
  let need: Int
  let missing: Int

  init(_ shortage: Shortage, _ scenario: Scenario) {
    let place: Int
    switch shortage.indicator {
    case .newLand:
      (indicator, unit, decimals, place) = ("新增建设用地", "亩", 2, Area.centimu)
      department = "市国土资源局"
    case .bank(let bank):
      indicator = ["补充耕地数量", "补充耕地水田", "补充耕地产能"][bank.rawValue]
      (unit, decimals, place) = (bank.unit, bank.decimals, bank.place)
      department = "市国土资源局"
    case .resource(let index, let county):
      let resource = scenario.resources[index]
      indicator = resource.name + "（" + (county.map { scenario.counties[$0] } ?? "全市") + "）"
      (unit, decimals, place) = (resource.unit, resource.decimals, 1)
      department = resource.department.isEmpty ? "未填" : resource.department
    }
    clause = shortage.clause
    need = Rounding.up(shortage.need, place)
    missing = Rounding.up(shortage.missing, place)
  }

  /// Amount that is missing, without and with its unit.
  var number: String { NumberText.format(missing, decimals: decimals) }
  var amount: String { number + unit }

  var remedy: String { "增加" + indicator + amount }
}

extension Bank {
  /// Word of the bank in tables.
  var word: String { ["数量", "水田", "产能"][rawValue] }

  /// Unit of the bank in tables, its decimals, and the smallest units in its last place.
  var unit: String { self == .grain ? "公斤" : "公顷" }
  var decimals: Int { self == .grain ? 0 : 4 }
  var place: Int { self == .grain ? 1 : Area.squareMetre }
}
