import ArgumentParser
import Scenario
import ScenarioIO

/// `allocate check`: everything that is wrong with a scenario.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read a scenario and list everything that is wrong with it; solve nothing.",
    discussion: """
      EXAMPLES
        allocate check my-plan.json
        allocate check scenarios/what-if/less-quota.json --lang en
        allocate check my-plan.json --format json
      """)

  @OptionGroup var input: ScenarioArgument

  @Option(help: "Findings for people (text) or for programs (json).")
  var format = OutputFormat.text

  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    let console = terminal.console
    let input: LoadedInput
    do throws(ScenarioLoadFailure) {
      input = try LoadedInput(self.input.scenario)
    } catch {
      try console.write(text(of: error.findings, console))
      throw error.exitStatus.code
    }
    try console.write(text(of: input.loaded.warnings, console))
    if format == .text { try console.write(summary(of: input.scenario, console)) }
  }

  private func text(of findings: [Finding], _ console: Console) -> String {
    switch format {
    case .text: console.findings.text(findings)
    case .json: JSONValue.array(findings.map(\.json)).prettyText
    }
  }

  private func summary(of scenario: Scenario, _ console: Console) -> String {
    console.language.text(
      "\(input.scenario)：没有错误；\(scenario.projects.count) 个项目，\(scenario.counties.count) 个县区，"
        + "\(scenario.resources.count) 项资源，\(scenario.goals.count) 个目标\n",
      "\(input.scenario): no errors; \(scenario.projects.count) projects, "
        + "\(scenario.counties.count) counties, \(scenario.resources.count) resources, "
        + "\(scenario.goals.count) goals\n")
  }
}

extension Finding {
  /// The finding for programs.
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("severity", .string(severity.rawValue)), .init("code", .string(code)),
      .init("message", .string(message)), .init("english", .string(english)),
    ]
    if let location {
      members += [
        .init("file", .string(location.file)), .init("line", .integer(location.line)),
        .init("column", .integer(location.column)), .init("length", .integer(location.length)),
      ]
    }
    if let help { members.append(.init("help", .string(help))) }
    if let englishHelp { members.append(.init("english_help", .string(englishHelp))) }
    return .object(members)
  }
}
