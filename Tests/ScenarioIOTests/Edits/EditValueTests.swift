import Scenario
import ScenarioIO
import Testing

/// What the values of edits come to.
@Suite struct EditValueTests {
  private func variant(_ texts: String...) throws -> Scenario {
    try Fixture.load().applying(texts.map { try ScenarioEdit($0) }).scenario
  }

  @Test func setsValues() throws {
    #expect(try variant("land.city_quota=31 亩").land.cityQuota == 62_000)
    #expect(try variant("land.city_quota=1.5公顷").land.cityQuota == 45_000)
    #expect(try variant("year=2019").year == 2019)
    #expect(try variant("title=+10%").title == "+10%")
    #expect(try variant("sample_data=false").isSampleData == false)
    #expect(try variant("sample_data=否").isSampleData == false)
    #expect(try variant("land.municipal_guarantee=preferred").land.municipalGuarantee == .preferred)
    #expect(try variant("farmland.ring_fence.share=18 %").farmland.ringFence.share == 1_800)
    #expect(try variant("merit.cap=1.5").merit?.cap == Ratio(15_000, 10_000))
    #expect(try variant("resources[water].price=4 元/立方米").resources[1].price == Ratio(40_000))
    #expect(try variant("baseline=P-002；P-001").baseline == [0, 1])
    #expect(try variant("baseline=").baseline == [])
    #expect(try variant("land.city_quota_also_for=其他").land.cityQuotaAlsoFor == [.other])
    #expect(try variant("goals=investment;baseline").goals.map(\.id) == ["investment", "baseline"])
  }

  @Test func setsRowsOfTables() throws {
    let base = try Fixture.load().scenario
    // A CSV table.
    #expect(try variant("projects[P-003].land_this_year=30 亩").projects[2].landThisYear == 60_000)
    #expect(try variant("projects[P-003].conforms=false").projects[2].conformsToPlans == false)
    #expect(try variant("projects[P-003].requires=P-001;P-002").projects[2].requires == [0, 1])
    #expect(
      try variant("projects[P-002].demands.coal=10 吨").projects[1].demands
        == [0, 0, 10])
    #expect(try variant("projects[P-002].steps=5").projects[1].division?.steps == 5)
    // Inline tables.
    #expect(
      try variant("land.stock[昌黎县/闲置/2012].area=11 亩").land.stock.map(\.area).contains(22_000))
    #expect(
      try variant("farmland.banks[昌黎县].opening_quantity=90 亩").farmland.banks[0].opening[.quantity]
        == 180_000)
    #expect(try variant("bulletin[0].value==-4").bulletin != base.bulletin)
    // Parts of resources, of which not all are written.
    let caps = try variant(
      "resources[coal].county_caps.昌黎县=7 吨", "resources[coal].county_coefficients.海港区=1.3")
    #expect(caps.resources[2].countyCaps[4] == 7)
    #expect(caps.resources[2].countyCoefficients[0] == Ratio(13_000, 10_000))
    #expect(caps.resources[2].countyCoefficients[4] == Ratio(12_000, 10_000))
  }

  @Test func changesValues() throws {
    // 2 公顷 are 60 000 smallest units.
    #expect(try variant("land.city_quota=+10%").land.cityQuota == 66_000)
    #expect(try variant("land.city_quota=-10%").land.cityQuota == 54_000)
    #expect(try variant("land.city_quota=80%").land.cityQuota == 48_000)
    #expect(try variant("land.city_quota=80 %").land.cityQuota == 48_000)
    #expect(try variant("land.city_quota=12.5%").land.cityQuota == 7_500)
    #expect(try variant("land.city_quota=+300 亩").land.cityQuota == 660_000)
    // Without a unit, in the unit of the present text.
    #expect(try variant("land.city_quota=-0.5").land.cityQuota == 45_000)
    #expect(try variant("projects[P-001].land_this_year=+0.1").projects[0].landThisYear == 18_000)
    #expect(try variant("projects[P-003].land_this_year=+1").projects[2].landThisYear == 42_000)
    #expect(
      try variant("projects[P-003].investment_this_year=+10%").projects[2].investmentThisYear
        == 165_000_000)
    #expect(try variant("resources[energy].city_cap=50%").resources[0].cityCap == 50_000)
    #expect(try variant("resources[energy].city_cap=+1000 吨标准煤").resources[0].cityCap == 101_000)
    #expect(try variant("projects[P-001].priority=+2").projects[0].priority == 5)
    #expect(try variant("merit.threshold=-0.5").merit?.threshold == 400_000)
    #expect(
      try variant("merit.terms[0].benchmark=+10%").merit?.terms[0].benchmark == Ratio(3_850_000))
    #expect(
      try variant("merit.terms[0].benchmark=-50").merit?.terms[0].benchmark == Ratio(3_000_000))
    #expect(try variant("resources[water].price=200%").resources[1].price == Ratio(70_000))
    #expect(
      try variant("resources[coal].coefficient=+0.25").resources[2].coefficient
        == Ratio(17_500, 10_000))
    #expect(
      try variant("investment_target.amount=+1 亿元").investmentTarget?.amount == 21_100_000_000)
  }

  /// `%` is the unit of a share, so that it states an amount and not a part of the present value.
  @Test func percentOfPercentages() throws {
    #expect(try variant("farmland.ring_fence.share=80%").farmland.ringFence.share == 8_000)
    #expect(try variant("farmland.ring_fence.share=+5%").farmland.ringFence.share == 2_500)
    #expect(try variant("farmland.ring_fence.share=+5").farmland.ringFence.share == 2_500)
    let bulletin = try variant("bulletin[0].value=+5%").bulletin
    #expect(try variant("bulletin[0].value=1.75").bulletin == bulletin)
  }

  @Test func changesDefaults() throws {
    let plain = """
      {"format": 1, "title": "背包", "year": 2018, "counties": ["全市"], "land": {},
       "resources": [{"id": "w1", "unit": "斤", "resolution": "0.1 斤", "city_cap": "0.5 万斤"}],
       "projects": [{"id": "i1", "name": "1", "level": "其他", "county": "全市"}]}
      """
    let loaded = try Fixture.load("k.json", ["k.json": plain])
    func variant(_ text: String) throws -> Scenario { try Edits.apply(text, to: loaded).scenario }
    #expect(try variant("land.city_quota=+3 亩").land.cityQuota == 6_000)
    #expect(try variant("land.city_quota=+3").land.cityQuota == 6_000)
    #expect(try variant("land.county_quotas.全市=+1 亩").land.countyQuotas == [2_000])
    #expect(try variant("projects[i1].demands.w1=+2").projects[0].demands == [20])
    #expect(try variant("projects[i1].priority=200%").projects[0].priority == 2)
    #expect(
      try variant("resources[w1].coefficient=+10%").resources[0].coefficient
        == Ratio(11_000, 10_000))
    #expect(try variant("resources[w1].city_cap=-0.1").resources[0].cityCap == 40_000)
    #expect(try variant("farmland.ring_fence.share=+1").farmland.ringFence.share == 1_600)
  }

  @Test func roundsToSmallestUnitsAndSaysSo() throws {
    let loaded = try Fixture.load()
    // 24 970.5 of the smallest units: half of one goes up.
    let variant = try Edits.apply("land.county_quotas.昌黎县=99.882%", to: loaded)
    #expect(variant.scenario.land.countyQuotas[4] == 24_971)
    let warning = try #require(variant.warnings.first { $0.code == "W506" })
    #expect(warning.location?.lineText == "land.county_quotas.昌黎县=99.882%")
    #expect(warning.english.contains("12.4855 亩"))
    #expect(
      try Edits.apply("projects[P-001].priority=+10%", to: loaded).scenario.projects[0].priority
        == 3)
    // 60 000 × 1/3 %: no finite number of 公顷, so 亩 say it.
    let odd = try Edits.apply("land.city_quota=33.3333%", to: loaded)
    #expect(odd.scenario.land.cityQuota == 20_000)
    #expect(Edits.findings(["land.city_quota=33.3333%"], in: loaded).map(\.code) == ["W506"])
    #expect(Edits.findings(["land.city_quota=+10%"], in: loaded).isEmpty)
  }

  @Test func refusesValues() throws {
    let loaded = try Fixture.load()
    func codes(_ text: String) -> [String] { Edits.findings([text], in: loaded).map(\.code) }
    #expect(codes("land.city_quota=31") == ["E205"])
    #expect(codes("land.city_quota=31 吨") == ["E207"])
    #expect(codes("land.city_quota=31 亩亩") == ["E206"])
    #expect(codes("land.city_quota=+31 吨") == ["E207"])
    #expect(codes("land.city_quota=+") == ["E201"])
    #expect(codes("land.city_quota=-110%") == ["E204"])
    #expect(codes("land.city_quota=-3 公顷") == ["E204"])
    #expect(codes("land.city_quota=+99999999999 亩") == ["E209"])
    #expect(codes("land.city_quota=99999999999999%") == ["E209"])
    #expect(codes("land.city_quota=+0.00001 亩") == ["E208"])
    #expect(codes("land.city_quota=1e3 亩") == ["E211"])
    #expect(codes("land.city_quota=") == ["E201"])
    #expect(codes("projects[P-001].priority=+1 亩") == ["E201"])
    #expect(codes("projects[P-001].priority=+0.5") == ["E208"])
    #expect(codes("merit.threshold=+0.00001") == ["E208"])
    #expect(codes("year=3000") == ["E106"])
    #expect(codes("year=018") == ["E103"])
    #expect(codes("sample_data=maybe") == ["E103"])
    #expect(codes("land.municipal_guarantee=none") == ["E105"])
    #expect(codes("projects[P-001].land_this_year=10 万元") == ["E207"])
    #expect(codes("baseline=+P-002") == ["E605"])
    #expect(codes("resources[coal].city_cap=+10%") == ["E605"])
    #expect(codes("projects[P-002].land_total=+10%") == ["E605"])
    #expect(codes("resources[water].resolution=+10%") == ["E605"])
    // What does not fit the rest of the scenario.
    #expect(
      codes("projects[P-003].farmland=25 亩") == ["E401"])
    #expect(codes("projects[P-001].stage=") == ["E105"])
    #expect(codes("farmland.ring_fence.share=10 %") == ["E411"])
  }

  @Test func saysWhatHasNoEffect() throws {
    let loaded = try Fixture.load()
    for text in [
      "land.city_quota=30 亩", "land.city_quota=100%", "land.city_quota=+0", "year=2018",
      "projects[P-003].land_this_year=20.0 亩", "resources[coal].coefficient=1.50",
      "resources[energy].city_cap=100000 吨标准煤", "land.provincial_may_use_city_quota=true",
    ] {
      #expect(Edits.findings([text], in: loaded).map(\.code) == ["W503"], "\(text)")
      #expect(try Edits.apply(text, to: loaded).scenario == loaded.scenario)
    }
  }
}
