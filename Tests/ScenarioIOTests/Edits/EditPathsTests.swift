import Scenario
import ScenarioIO
import Testing

@Suite struct EditPathsTests {
  private func offered(_ prefix: String, limit: Int = 200) throws -> [String] {
    EditPaths.completions(for: prefix, in: try Fixture.load().effective, limit: limit).map {
      $0.path + ($0.value.map { "=\($0)" } ?? "")
    }
  }

  @Test func goesOnStepByStep() throws {
    let top = try offered("")
    #expect(top.starts(with: ["title=二〇一八年", "year=2018", "sample_data=true"]))
    #expect(top.contains("land.") && top.contains("projects[") && top.contains("resources["))
    #expect(!top.contains { $0.hasPrefix("format") || $0.hasPrefix("base.") || $0 == "base" })
    #expect(try offered("ye") == ["year=2018"])
    #expect(try offered("land.ci") == ["land.city_quota=2 公顷", "land.city_quota_also_for=储备;其他"])
    #expect(
      try offered("projects[") == ["projects[P-001].", "projects[P-002].", "projects[P-003]."])
    #expect(
      try offered("projects[P-003].land_") == [
        "projects[P-003].land_total=40 亩", "projects[P-003].land_this_year=20 亩",
      ])
    #expect(
      try offered("projects[P-003].demands.") == [
        "projects[P-003].demands.energy=120 吨标准煤", "projects[P-003].demands.water=3.5 万立方米",
        "projects[P-003].demands.coal=0 吨",
      ])
    // One way only is gone at once.
    #expect(try offered("farmland.r").first == "farmland.ring_fence.share=20 %")
    #expect(try offered("merit.terms[0].w") == ["merit.terms[0].weight=30"])
    #expect(try offered("land.county_quotas.昌") == ["land.county_quotas.昌黎县=12.5 亩"])
    #expect(try offered("land.county_quotas.海") == ["land.county_quotas.海港区=0 亩"])
    #expect(try offered("resources[coal].city") == ["resources[coal].city_cap"])
    #expect(try offered("nowhere").isEmpty)
    #expect(try offered("projects[P-009].").isEmpty)
    #expect(try offered("projects[", limit: 2).count == 2)
    #expect(!(try offered("projects[P-003].")).contains { $0.hasPrefix("projects[P-003].id") })
  }

  /// Whatever is offered can be set to what it is.
  @Test func whatIsOfferedCanBeSet() throws {
    let loaded = try Fixture.load()
    var open = [""]
    var settable = 0
    while let prefix = open.popLast() {
      for way in EditPaths.completions(for: prefix, in: loaded.effective) {
        guard way.isSettable else {
          #expect(way.path.count > prefix.count)
          open.append(way.path)
          continue
        }
        settable += 1
        guard let value = way.value else { continue }
        let variant = try Edits.apply("\(way.path)==\(value)", to: loaded)
        #expect(variant.scenario == loaded.scenario, "\(way.path)")
      }
    }
    #expect(settable > 150)
  }
}
