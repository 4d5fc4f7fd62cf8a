import Scenario
import ScenarioIO
import Testing

/// Edits of any text never end the process: they give a scenario, or errors with places in the edit.
@Suite struct EditFuzzTests {
  @Test(arguments: 0..<4)
  func damagedEdits(_ seed: Int) throws {
    let loaded = try Fixture.load()
    var random = Damage(seed: UInt64(seed))
    let sources = [
      "land.city_quota=+10%", "projects[P-002].land_this_year=30 亩",
      "resources[coal].county_caps.昌黎县=5 吨",
      "goals=investment;merit", "P-001.煤炭=-50", "land.stock[昌黎县/闲置/2012].area=80%",
      "bulletin[0].value==-3.5",
      "merit.terms[energy].benchmark=+0.5 吨标准煤/亩", "expected_counts.省重点.total=1", "title=新",
    ].map { Array($0.utf8) }
    for _ in 0..<300 {
      let texts = (0..<1 + random.number(below: 3)).map { _ in
        String(decoding: random.mutate(sources[random.number(below: sources.count)]), as: UTF8.self)
      }
      let edits = texts.compactMap { try? ScenarioEdit($0) }
      do throws(ScenarioLoadFailure) {
        let variant = try loaded.applying(edits)
        _ = ScenarioDifference.between(loaded.effective, variant.effective)
        _ = variant.effective.origins
      } catch {
        let errors = error.findings.filter { $0.severity == .error }
        #expect(!errors.isEmpty)
        #expect(errors.allSatisfy { $0.location != nil && !$0.message.isEmpty }, "\(texts)")
        _ = FindingRenderer(language: .english).text(error.findings)
      }
      for text in texts { _ = EditPaths.completions(for: text, in: loaded.effective) }
    }
  }

  @Test(arguments: 0..<4)
  func damagedRanges(_ seed: Int) {
    var random = Damage(seed: UInt64(seed) + 100)
    let sources = ["a=80%..120%/5%", "a=2000..3000/100 亩", "a=-1..+1/0.1", "a=x,y,z", "a==3..-3/1"]
      .map { Array($0.utf8) }
    for _ in 0..<500 {
      let text = String(
        decoding: random.mutate(sources[random.number(below: sources.count)]), as: UTF8.self)
      do throws(Finding) {
        let axis = try SweepAxis(text)
        #expect(!axis.points.isEmpty && axis.points.count <= SweepAxis.limit)
      } catch {
        #expect(error.location?.file == "--over")
      }
    }
  }

  @Test func hostileTexts() throws {
    let loaded = try Fixture.load()
    for text in [
      String(repeating: "[", count: 20_000) + "=1", String(repeating: ".", count: 20_000) + "=1",
      "land.city_quota=" + String(repeating: "9", count: 20_000) + "%",
      "land.city_quota=+" + String(repeating: "9", count: 40) + " 亩",
      "title=\u{0}\u{1F}", "projects[\u{0}].lock=锁入", "land.city_quota=+5%\u{202E}", "[].=", "=[",
      "..=", "[=]=1",
    ] {
      let found = Edits.findings([text], in: loaded)
      #expect(!found.isEmpty, "\(text.prefix(40))")
      #expect(found.allSatisfy { $0.location != nil })
    }
  }
}
