/// What to say of a unit that is not one of those expected.
enum UnitFindings {
  static func reportUnit(
    _ unit: String, of units: UnitSet?, at place: Place, in log: FindingLog
  ) {
    guard let units else { return }
    let listing = Bilingual(
      "\(units.title.chinese)的单位：\(units.listing)",
      "units of \(units.title.english): \(units.listing)")
    if let other = UnitSet.known.first(where: { $0.unit(named: unit) != nil }) {
      log.report(
        .otherKindOfUnit, "`\(unit)` 是\(other.title.chinese)的单位，这里要\(units.title.chinese)",
        "`\(unit)` is a unit of \(other.title.english), but this is \(units.title.english)",
        at: place, help: listing)
      return
    }
    let near = Suggestion.nearest(to: unit, among: units.names)
    log.report(
      .unknownUnit, "未知的单位 `\(ReadContext.short(unit))`",
      "unknown unit `\(ReadContext.short(unit))`", at: place,
      help: near.map {
        Bilingual("是否想写 `\($0)`？\(listing.chinese)", "did you mean `\($0)`? \(listing.english)")
      } ?? listing)
  }
}
