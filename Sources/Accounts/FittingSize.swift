public import Scenario

extension Ledger {
  /// Sizes are counted in 0.01 % of the whole project.
  public static var wholeSize: Int { 10_000 }

  /// The largest size at which a project that is not supported fits, with everything else kept as it is.
  ///
  /// The size scales the land, farmland, paddy, grain capacity and demands of the whole project (all its steps) in proportion,
  /// each rounded up to its smallest unit; it fits if nothing is short (``Shortage``). 0 if no size above 0 fits.
  public func largestSize(of index: Int) -> Int {
    let finder = ShortageFinder(ledger: self)
    // Rounding may make a smaller project need more of one thing, so that no size is skipped.
    for size in stride(from: Self.wholeSize, to: 0, by: -1)
    where finder.shortages(of: index, scaledTo: size).isEmpty { return size }
    return 0
  }
}

extension Project {
  /// The project in another size, in 0.01 % of the whole; it can then only be had as a whole.
  public func scaled(to size: Int) -> Project {
    func part(_ amount: Int) -> Int {
      Int(clamping: (Int128(amount) * Int128(size) + 9_999) / 10_000)
    }
    var copy = self
    copy.landThisYear = part(landThisYear)
    copy.farmland = part(farmland)
    copy.paddy = part(paddy)
    copy.grainCapacity = part(grainCapacity)
    copy.demands = demands.map(part)
    copy.division = nil
    return copy
  }
}
