/// A table in the official style, taken apart: title, unit, header, body, footer.
struct OfficialFrame: Sendable {
  let title: Sheet.Row?
  let unit: Sheet.Row?
  let header: Sheet.Row?
  /// Numbered rows, subtotals and totals as they stand.
  let body: [Sheet.Row]
  /// From the line of signatures on.
  let footer: [Sheet.Row]

  static let signatures = ["填报单位：", "审核人：", "负责人：", "分管领导：", "日期："]
  static let subtotal = "小计"
  static let total = "合计"

  init(_ rows: [Sheet.Row]) {
    func row(_ place: Int) -> Sheet.Row? { place < rows.count ? rows[place] : nil }
    (title, unit, header) = (row(0), row(1), row(2))
    let rest = rows.dropFirst(3)
    let end = rest.firstIndex { $0.cells.first == Self.signatures[0] } ?? rest.endIndex
    body = Array(rest[..<end])
    footer = Array(rest[end...])
  }

  /// The rows that are no subtotal or total, in the order of their numbers.
  var numberedRows: [Sheet.Row] {
    body.filter { !Self.isSum($0) }.enumerated()
      .map { (number: $1.cells.first.flatMap { Int($0) } ?? .max, place: $0, row: $1) }
      .sorted { ($0.number, $0.place) < ($1.number, $1.place) }.map(\.row)
  }

  static func isSum(_ row: Sheet.Row) -> Bool {
    row.cells.first == subtotal || row.cells.first == total
  }
}
