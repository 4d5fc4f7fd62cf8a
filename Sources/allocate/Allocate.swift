import ArgumentParser
import Glibc

/// The command `allocate`.
@main
struct Allocate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate",
    abstract: "Divide a year's scarce quotas among a city's projects: proved best, exact, checked.",
    usage: """
      allocate SCENARIO [options]
      allocate <subcommand> ...
      """,
    discussion: """
      The first argument is a scenario if it contains '/', ends in '.json' or is '-' (standard input); \
      'allocate SCENARIO' is short for 'allocate solve SCENARIO'. Any other word must be a subcommand.

      EXAMPLES
        allocate scenarios/2018.json             solve, print a screen, write runs/2018
        allocate scenarios/2018.json -n          the same without writing
        allocate check my-plan.json              list everything wrong with a file
        allocate verify runs/2018                check a written run again
        allocate explain runs/2018 --project ID  why a project lost, and what it would take
        allocate what-if scenarios/2018.json --set land.city_quota=+300亩
                                                 change a value, and compare

      EXIT STATUS
        0   proved optimal and checked      64  wrong command line
        1   verify found a fault, compare   65  error in the scenario
            --exit-code a difference
        10  proved infeasible               66  no such file
        11  plan not proved optimal         70  own check failed, nothing published
        12  stopped with no plan            73, 74  cannot write
        130 interrupted                     75  another run writes there
      """,
    version: Version.line,
    subcommands: [
      Solve.self, Check.self, Verify.self, Export.self, Show.self, Schema.self,
      Explain.self, Compare.self, WhatIf.self, Sweep.self, Alternatives.self, Risk.self,
      Batch.self,
    ])

  static func main() {
    Interruption.listen()
    do {
      let commands =
        configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
      let arguments = try ArgumentRouting.routed(
        Array(CommandLine.arguments.dropFirst()), commands: commands)
      var command = try parseAsRoot(arguments)
      try command.run()
      Glibc.exit(ExitStatus.success.rawValue)
    } catch let error as ArgumentRouting.UnknownCommand {
      report(error)
    } catch {
      exit(withError: error)
    }
  }

  private static func report(_ error: ArgumentRouting.UnknownCommand) -> Never {
    let console = Console()
    let english = error.suggestion.map { "Did you mean '\($0)'? " } ?? ""
    let chinese = error.suggestion.map { "是否想写“\($0)”？" } ?? ""
    console.complain(
      console.language.text(
        "错误: “\(error.word)”不是子命令。\(chinese)方案文件名须含“/”或以“.json”结尾。详见 allocate --help。",
        "error: '\(error.word)' is no subcommand. \(english)"
          + "A scenario must contain '/' or end in '.json'. See 'allocate --help'."))
    Glibc.exit(ExitStatus.usage.rawValue)
  }
}
