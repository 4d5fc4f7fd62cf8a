import ArgumentParser
import Scenario
import ScenarioIO

/// `allocate show`: the effective scenario.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the effective scenario: bases merged, defaults filled in.",
    discussion: """
      EXAMPLES
        allocate show scenarios/what-if/less-quota.json
        allocate show scenarios/what-if/less-quota.json --origins
      """)

  @OptionGroup var input: ScenarioArgument

  @Flag(help: "Print the file and line each value came from.")
  var origins = false

  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    let console = terminal.console
    let effective = try LoadedInput(input.scenario, console).loaded.effective
    guard origins else { return try console.write(effective.json.prettyText) }
    let lines = effective.origins.map { origin in
      "\(origin.path) = \(origin.value.compactText)  "
        + "(\(origin.location.file):\(origin.location.line))\n"
    }
    try console.write(lines.joined())
  }
}
