import ArgumentParser
import ScenarioIO

/// `allocate schema`: the JSON Schema of scenario files.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of scenario files, for editors that complete and check.",
    discussion: """
      EXAMPLES
        allocate schema > scenario.schema.json
      """)

  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    try terminal.console.write(ScenarioSchema.jsonSchema())
  }
}
