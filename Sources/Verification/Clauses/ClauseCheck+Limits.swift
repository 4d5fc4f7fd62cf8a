import Scenario

extension ClauseCheck {
  /// The pool of each bank and its ring-fence (F-1, F-3).
  mutating func checkBanks() {
    let fence = parameters.scenario.farmland.ringFence
    for bank in Bank.allCases {
      let (pool, kept) = (parameters.banks.pool[bank], parameters.banks.ringFence[bank])
      let (key, others) = (books.totals.byProvincial[bank], books.totals.byOthers[bank])
      require(
        "F-1", .t05, bank.word, key + others, atMost: pool,
        Words("补充耕地不超过可流转节余", "compensation is at most what circulates"))
      require(
        "F-3", .t05, bank.word, others, atMost: pool - kept,
        Words("其他项目不得使用统筹留存", "nobody else draws the ring-fence"))
      if !fence.provincialMayUseRest && fence.covers(bank) {
        require(
          "F-3", .t05, bank.word, key, atMost: kept,
          Words("省重点项目限用统筹留存", "provincial projects draw the ring-fence only"))
      }
    }
  }

  /// Caps of the resources, in the city and in the counties (E-2).
  mutating func checkCaps() {
    for (index, resource) in parameters.scenario.resources.enumerated() {
      let words = Words("计入控制量不超过控制量", "charged use is at most the cap")
      if let cap = resource.cityCap {
        require("E-2", .t20, resource.id + " 全市", books.charged(index), atMost: cap, words)
      }
      for county in parameters.counties {
        guard let cap = resource.countyCap(county) else { continue }
        require(
          "E-2", .t20, resource.id + " " + parameters.scenario.counties[county],
          books.charged[index][county], atMost: cap, words)
      }
    }
  }

  /// The floor of the year's investment, where it is hard (G-1).
  mutating func checkTarget() {
    guard let target = parameters.scenario.investmentTarget, target.isHardFloor else { return }
    let use = parameters.competing.reduce(0) {
      $0 + parameters.projects[$1].investment * books.plan.steps[$1]
    }
    require(
      "G-1", .t21, "全市", use, atLeast: target.amount,
      Words("年度投资达到目标", "the year's investment reaches the target"))
  }
}
