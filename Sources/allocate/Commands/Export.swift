import ArgumentParser
import GLPKSolver
import LinearProgram
import Policy
import RunDirectory
import Scenario

/// `allocate export`: the exact model of one goal, for another solver.
struct Export: ParsableCommand {
  /// Format of the model.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case mps
    case lp
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the model that is solved for one goal, with the earlier goals locked.",
    discussion: """
      The optimal objective of the model is the goal's value in result.json, negated where the goal is maximised \
      and the format only minimises.

      EXAMPLES
        allocate export scenarios/2018.json --goal investment --format mps -o investment.mps
        allocate export scenarios/2018.json --goal 3 --format lp
      """)

  @OptionGroup var input: ScenarioArgument

  @Option(
    help: ArgumentHelp("Id of the goal, or its place in the order, from 1.", valueName: "goal"))
  var goal: String

  @Option(help: "Format: mps or lp.")
  var format = Format.mps

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("File to write (default: standard output).", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    let console = terminal.console
    let loaded = try LoadedInput(input.scenario, console)
    let model = try self.model(
      of: loaded.scenario, goal: console.goalIndex(goal, of: loaded.scenario), console)
    let text = format == .mps ? model.mps : model.lp
    guard let output, output != "-" else { return try console.write(text) }
    do throws(RunFailure) {
      try SingleFile(output).replace(with: Array(text.utf8))
    } catch {
      throw console.report(error)
    }
  }

  /// The program that is solved for a goal, with the values of the goals before it, which are found first.
  private func model(of scenario: Scenario, goal index: Int, _ console: Console) throws -> ModelText
  {
    let model = PolicyModel(scenario)
    guard let values = try console.lockedValues(of: model, before: index) else {
      console.complain(
        console.language.text(
          "错误: 前面的目标没有解，无法锁定", "error: the earlier goals have no proved value to lock"))
      throw (Interruption.isRequested ? ExitStatus.noPlan : ExitStatus.infeasible).code
    }
    let goal = scenario.goals[index]
    return ModelText(
      model.program(lockingGoalsAt: values), objective: model.expression(of: goal),
      sense: goal.sense == .maximize ? .maximize : .minimize, title: goal.id)
  }
}
