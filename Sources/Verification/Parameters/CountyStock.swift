import Scenario

/// Stock land of one county: what there is, and what must be used at least (L-2, S-1).
struct CountyStock: Sendable {
  /// Area of the lots outside and inside development zones, 1/3 m².
  var outside = 0
  var inside = 0
  /// Sum of the minimum disposals, and the part of it on zone lots.
  var minimum = 0
  var minimumInside = 0
  /// The county's lots (indices into ``Parameters/lots``) in drawing order.
  var lots: [Int] = []

  var area: Int { outside + inside }

  mutating func add(_ lot: StockLot, index: Int) {
    if lot.inDevelopmentZone {
      inside += lot.area
      minimumInside += lot.minimumDisposal
    } else {
      outside += lot.area
    }
    minimum += lot.minimumDisposal
    lots.append(index)
  }
}

extension StockLot {
  /// Order of drawing and of printing: vintage, 批而未供 before 闲置, outside zones before inside.
  func precedes(_ other: StockLot) -> Bool {
    if county != other.county { return county < other.county }
    if vintage != other.vintage { return vintage < other.vintage }
    if kind != other.kind { return kind == .unsupplied }
    return !inDevelopmentZone && other.inDevelopmentZone
  }
}
