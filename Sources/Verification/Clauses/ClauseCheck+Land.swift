import Scenario

extension ClauseCheck {
  /// Stock land per county, and the reserve in development zones (L-2, S-1).
  mutating func checkStock() {
    let reserve = parameters.scenario.land.developmentZoneReserve
    var (inside, zones) = (0, 0)
    for county in parameters.counties {
      let stock = parameters.stock[county]
      let use = parameters.stockUsers[county].reduce(0) { $0 + books.plan.stock[$1] }
      let name = parameters.scenario.counties[county]
      if stock.area > 0 {
        require(
          "L-2", .t02, name, use, atLeast: stock.minimum, atMost: stock.area,
          Words("存量土地使用在最低处置与面积之间", "stock land used lies between its minimum and its area"))
      }
      guard reserve > 0 else { continue }
      let least = max(stock.minimumInside, use - stock.outside)
      require(
        "S-1", .t02, name, least, atMost: stock.inside, Words("开发区内存量土地", "stock land inside zones")
      )
      inside += least
      zones += stock.inside
    }
    if reserve > 0 {
      require(
        "S-1", .t16, "全市", inside, atMost: zones - reserve,
        Words("开发区储备用地不得使用", "the reserve in zones stays unused"))
    }
  }

  /// County quota per county and level (L-3).
  mutating func checkCountyQuotas() {
    let land = parameters.scenario.land
    for county in parameters.counties {
      let name = parameters.scenario.counties[county]
      for level in Level.allCases {
        let need = newLand(level, in: county)
        let use = books.plan.countyQuota[county][level.place]
        let most = land.mayUseCountyQuota(level) ? need : 0
        // 省重点 always has the provincial quota besides.
        let isOnly =
          level != .provincial && land.mayUseCountyQuota(level) && !land.mayUseCityQuota(level)
        require(
          "L-3", .t02, name + " " + level.rawValue, use, atLeast: isOnly ? need : 0, atMost: most,
          Words("县级指标使用与新增用地相符", "county quota used matches the new land"))
        require(
          "A-5", .t02, name + " " + level.rawValue, use % parameters.landStep, atMost: 0,
          Words("县级指标为用地步长的整数倍", "county quota is a multiple of the land step"))
      }
      require(
        "L-3", .t02, name, books.countyQuotaUse(county), atMost: land.countyQuota(county),
        Words("县级指标不超过下达数", "county quota used is at most what there is"))
    }
  }

  /// City and provincial quota (L-1, L-4).
  mutating func checkCityQuotas() {
    let land = parameters.scenario.land
    var city = 0
    var provincial = 0
    for county in parameters.counties {
      for level in Level.allCases {
        let rest = newLand(level, in: county) - books.plan.countyQuota[county][level.place]
        if level == .provincial {
          provincial += rest
        } else if land.mayUseCityQuota(level) {
          city += rest
        }
      }
    }
    require(
      "L-1", .t02, "市级指标", city, atMost: land.cityQuota,
      Words("市级指标不超过下达数", "city quota used is at most what there is"))
    if land.provincialMayUseCityQuota {
      require(
        "L-4", .t02, "省级指标", city + provincial, atMost: land.provincialQuota + land.cityQuota,
        Words("省级和市级指标合计不超过下达数", "provincial and city quota together are at most what there is"))
    } else {
      require(
        "L-4", .t02, "省级指标", provincial, atMost: land.provincialQuota,
        Words("省级指标不超过下达数", "provincial quota used is at most what there is"))
    }
  }

  private func newLand(_ level: Level, in county: Int) -> Int {
    parameters.stockUsers[county].reduce(0) {
      $0 + (parameters.level($1) == level ? books.newLand[$1] : 0)
    }
  }
}
