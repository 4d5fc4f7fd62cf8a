import ArgumentParser
import Scenario

/// `allocate check`: everything that is wrong with a scenario.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read a scenario and list everything that is wrong with it; solve nothing.",
    discussion: """
      EXAMPLES
        allocate check my-plan.json
        allocate check scenarios/what-if/less-quota.json --lang en
      """)

  @OptionGroup var input: ScenarioArgument
  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    let console = terminal.console
    let loaded = try Pipeline.load(input.scenario, console)
    let scenario = loaded.scenario
    try console.write(
      console.language.text(
        "\(input.scenario)：没有错误，提醒\(loaded.warnings.count)条；"
          + "\(scenario.projects.count)个项目，\(scenario.counties.count)个县区，"
          + "\(scenario.resources.count)项要素，\(scenario.goals.count)个目标\n",
        "\(input.scenario): no errors, \(loaded.warnings.count) warnings; "
          + "\(scenario.projects.count) projects, \(scenario.counties.count) counties, "
          + "\(scenario.resources.count) resources, \(scenario.goals.count) goals\n"))
  }
}
