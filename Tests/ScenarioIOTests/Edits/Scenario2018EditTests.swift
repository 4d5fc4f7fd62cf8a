import Scenario
import ScenarioIO
import Testing

/// Edits of the scenario of 2018, whose tables are CSV files.
@Suite struct Scenario2018EditTests {
  @Test func everyOriginCanBeSetToWhatItIs() throws {
    let loaded = try Edits.load2018()
    var edits: [ScenarioEdit] = []
    for origin in loaded.effective.origins {
      let text: String
      switch origin.value {
      case .string(let value): text = value
      case .number(let value): text = value
      case .bool(let value): text = value ? "true" : "false"
      case .array(let elements): text = elements.compactMap(\.text).joined(separator: ";")
      default: continue
      }
      edits.append(try ScenarioEdit("\(origin.path)==\(text)"))
    }
    #expect(edits.count > 6_000)
    // One by one would take long; what names a row cannot be set, nor an element of a resource's list.
    let keys = ["id", "county", "kind", "vintage"]
    let settable = edits.filter { edit in
      let isKey = edit.path.contains("]") && keys.contains { edit.path.hasSuffix("].\($0)") }
      return !(isKey && !edit.path.contains("projects[") && !edit.path.hasPrefix("bulletin["))
        && !edit.path.hasSuffix("].id") && edit.path != "format"
        && !edit.path.contains("free_categories[")
        // An empty list or text needs no path of its own.
        && edit.path != "projects"
    }
    let variant = try loaded.applying(settable)
    #expect(variant.scenario == loaded.scenario)
    #expect(ScenarioDifference.between(loaded.effective, variant.effective).isEmpty)
  }

  @Test func changesThatAreTakenBack() throws {
    let loaded = try Edits.load2018()
    var random = Damage(seed: 7)
    let paths = loaded.effective.origins.filter { origin in
      guard case .string(let text) = origin.value else { return false }
      return ["亩", "万元", "公斤", "吨", "吨标准煤", "立方米"].contains { text.hasSuffix(" \($0)") }
        && !origin.path.hasSuffix("resolution")
    }.map(\.path)
    #expect(paths.count > 2_000)
    for _ in 0..<40 {
      let path = paths[random.number(below: paths.count)]
      let amount = random.number(below: 50) * 100
      // More of one amount may break what holds between amounts: then it is refused, never half done.
      guard let more = try? Edits.apply("\(path)=+\(amount)", to: loaded) else { continue }
      let back = try Edits.apply("\(path)=-\(amount)", to: more)
      #expect(back.scenario == loaded.scenario, "\(path) \(amount)")
      #expect(
        ScenarioDifference.between(more.effective, back.effective).count == (amount == 0 ? 0 : 1))
    }
  }

  @Test func thousandLocksAtOnce() throws {
    let loaded = try Edits.load2018()
    let edits = loaded.scenario.projects.map { ScenarioEdit.lock(project: $0.id, .lockedOut) }
    let variant = try loaded.applying(edits)
    #expect(variant.scenario.projects.allSatisfy { $0.lock == .lockedOut })
  }

  @Test func variantsInParallel() async throws {
    let loaded = try Edits.load2018()
    let quotas = await withTaskGroup(of: (Int, Int?).self) { group in
      for percent in 80...120 {
        group.addTask {
          let edit = try? ScenarioEdit("land.city_quota=\(percent)%")
          return (percent, edit.flatMap { try? loaded.applying([$0]).scenario.land.cityQuota })
        }
      }
      var found: [Int: Int] = [:]
      for await (percent, quota) in group { found[percent] = quota }
      return found
    }
    #expect((80...120).allSatisfy { quotas[$0] == 2_520 * Area.mu * $0 / 100 })
  }
}
