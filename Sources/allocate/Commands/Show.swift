import ArgumentParser

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
    try console.write(
      try Pipeline.effectiveScenario(input.scenario, origins: origins, console))
  }
}
