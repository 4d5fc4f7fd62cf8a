import ArgumentParser

/// Options of every command that says something.
struct TerminalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Language of messages: zh or en.",
      discussion: "Default: ALLOCATE_LANG, LC_ALL, LC_MESSAGES, LANG, else zh."))
  var lang: Language?

  @Flag(name: [.customShort("q"), .long], help: "No remarks, warnings or progress; errors only.")
  var quiet = false

  @Flag(name: .customLong("no-color"), help: "No colour; NO_COLOR does the same.")
  var noColor = false

  /// Where and how to say it.
  var console: Console {
    Console(option: lang, isQuiet: quiet, allowsColor: !noColor)
  }
}

/// The scenario to read.
struct ScenarioArgument: ParsableArguments {
  @Argument(
    help: "Scenario file (JSON), or '-' for standard input.",
    completion: .file(extensions: ["json"]))
  var scenario: String
}

/// Shape of the result on standard output.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}
