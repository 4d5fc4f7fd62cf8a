import Scenario
import ScenarioIO
import Testing

@Suite struct ScenarioEditTests {
  @Test func takesTextsApart() throws {
    let cases: [(String, String, ScenarioEdit.Operation)] = [
      ("land.city_quota=2220 亩", "land.city_quota", .set("2220 亩")),
      (" land.city_quota = +10% ", "land.city_quota", .increase("10%")),
      ("a=-50", "a", .decrease("50")),
      ("a=80%", "a", .set("80%")),
      ("a==-3", "a", .setExactly("-3")),
      ("a=", "a", .set("")),
      ("projects[P=1].name=x=y", "projects[P=1].name", .set("x=y")),
      ("projects[P=1", "projects[P", .set("1")),
    ]
    for (text, path, operation) in cases {
      let edit = try ScenarioEdit(text)
      #expect(edit.path == path)
      #expect(edit.operation == operation)
    }
  }

  @Test func refusesWhatHasNoForm() {
    for text in ["", "land.city_quota", "=3", " = 3", "land.city_quota＝3"] {
      #expect(throws: Finding.self) { try ScenarioEdit(text) }
      do throws(Finding) {
        _ = try ScenarioEdit(text)
      } catch {
        #expect(error.code == "E601")
        #expect(error.location?.file == "--set")
        #expect(error.englishHelp != nil)
      }
    }
  }

  @Test func locks() throws {
    let loaded = try Fixture.load()
    let variant = try loaded.applying([
      .lock(project: "P-002", .lockedOut), .lock(project: "P-001", .none),
    ])
    #expect(variant.scenario.projects.map(\.lock) == [.none, .lockedOut, .none])
    #expect(ScenarioEdit.lock(project: "P-002", .lockedIn).text == "projects[P-002].lock=锁入")
  }

  @Test func staysOnOneLine() throws {
    let edit = try ScenarioEdit("\u{FEFF}title=一\n二\r三")
    #expect(edit.text == "title=一 二 三")
    let variant = try Fixture.load().applying([edit])
    #expect(variant.scenario.title == "一 二 三")
  }
}
