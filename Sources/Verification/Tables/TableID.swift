/// The tables of a run.
enum TableID: String, CaseIterable, Sendable, Comparable {
  case t01 = "T01-用地安排表"
  case t02 = "T02-用地指标台账"
  case t03 = "T03-占补平衡挂钩明细"
  case t04 = "T04-补充耕地三库收支"
  case t05 = "T05-省重点统筹留存"
  case t06 = "T06-用能"
  case t07 = "T07-煤炭"
  case t08 = "T08-用水"
  case t09 = "T09-污染物排放"
  case t10 = "T10-其他资源"
  case t11 = "T11-费用与减免"
  case t12 = "T12-未支持项目及原因"
  case t13 = "T13-要素缺口协调清单"
  case t14 = "T14-亩均评价"
  case t15 = "T15-不列入管控清单"
  case t16 = "T16-条款对照"
  case t17 = "T17-目标"
  case t18 = "T18-六个一包联"
  case t19 = "T19-月度通报"
  case t20 = "T20-资源台账"
  case t21 = "T21-项目与投资"

  var file: String { rawValue + ".csv" }

  /// Title without the number.
  var title: String { String(rawValue.dropFirst(4)) }

  static func < (a: TableID, b: TableID) -> Bool { a.rawValue < b.rawValue }
}
