import Scenario
import ScenarioIO

/// Edits of the fixture and of the scenario of 2018.
enum Edits {
  /// Folder of the scenarios that come with the program.
  static let folder =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/scenarios/"

  static func load2018() throws -> LoadedScenario {
    try ScenarioReader.load(path: folder + "2018.json")
  }

  static func apply(_ texts: String..., to loaded: LoadedScenario) throws -> LoadedScenario {
    try loaded.applying(texts.map { try ScenarioEdit($0) })
  }

  /// What is found wrong with edits of a scenario: errors, or else warnings.
  static func findings(_ texts: [String], in loaded: LoadedScenario) -> [Finding] {
    do {
      let variant = try loaded.applying(texts.map { try ScenarioEdit($0) })
      return Array(variant.warnings.filter { $0.location?.file == "--set" })
    } catch let failure as ScenarioLoadFailure {
      return failure.findings
    } catch let finding as Finding {
      return [finding]
    } catch {
      return []
    }
  }
}
