import Scenario

/// Compensation for farmland that a project occupies.
enum Compensation {
  /// Farmland, paddy and grain capacity left after stock land has stood in for farmland and paddy.
  static func need(of project: Project, steps: Int, stock: Int) -> BankAmounts {
    let whole = project.steps
    let farmland = max(0, Exact.share(of: project.farmland, part: steps, whole: whole) - stock)
    let paddy = max(0, Exact.share(of: project.paddy, part: steps, whole: whole) - stock)
    guard farmland > 0, project.farmland > 0 else {
      return BankAmounts(quantity: farmland, paddy: paddy)
    }
    let grain =
      Exact.productCeiling(
        UInt128(max(project.grainCapacity, 0)), UInt128(farmland), over: UInt128(project.farmland))
      ?? Int.max
    return BankAmounts(quantity: farmland, paddy: paddy, grain: grain)
  }
}
