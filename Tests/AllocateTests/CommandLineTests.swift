import Foundation
import Testing

@Suite struct CommandLineTests {
  static let commands = ["solve", "explain", "risk", "check", "verify", "export", "show", "schema"]

  @Test func theFirstArgumentIsAScenarioOnlyIfItLooksLikeOne() throws {
    for scenario in ["none.json", "./none", "/no/such/file", "dir/none.json"] {
      let short = try Tool.run(scenario, "--no-write")
      let long = try Tool.run("solve", scenario, "--no-write")
      #expect(short.end == .exit(66), "\(scenario): \(short.errors)")
      #expect(short.errors == long.errors)
      #expect(short.output.isEmpty)
    }
    for word in ["none", "2018", "json", "slove"] {
      #expect(try Tool.run(word).end == .exit(64), "\(word)")
    }
  }

  @Test func optionsMayStandBeforeTheScenario() throws {
    #expect(try Tool.run("--no-write", "none.json").end == .exit(66))
    #expect(try Tool.run("--out=/tmp/x", "none.json").end == .exit(66))
    #expect(try Tool.run("--", "none.json").end == .exit(66))
  }

  @Test func suggestsTheSubcommandThatWasPerhapsMeant() throws {
    for (typed, meant) in [("slove", "solve"), ("chek", "check"), ("exprot", "export")] {
      #expect(try Tool.run(typed).errors.contains("“\(meant)”"))
      let english = try Tool.run(typed, environment: ["ALLOCATE_LANG": "en"]).errors
      #expect(english.contains("Did you mean '\(meant)'?"))
    }
    #expect(!(try Tool.run("compare").errors.contains("是否想写")))
  }

  @Test(arguments: [
    ["solve"], ["solve", "a.json", "b.json"], ["--frob", "a.json"], ["a.json", "--style", "pdf"],
    ["a.json", "--encoding", "latin1"], ["a.json", "--format", "xml"], ["a.json", "--lang", "fr"],
    ["a.json", "--time-limit=-1"], ["a.json", "--time-limit", "soon"],
    ["a.json", "--threads", "0"],
    ["verify"], ["check"], ["export", "a.json"], ["show", "a.json", "--goal", "1"],
    ["schema", "x"],
  ])
  func refusesAWrongCommandLine(arguments: [String]) throws {
    let result = try Tool.start(arguments).finish()
    #expect(result.end == .exit(64))
    #expect(result.output.isEmpty)
    #expect(!result.errors.isEmpty)
  }

  @Test(arguments: commands)
  func everyCommandHasHelpWithExamples(command: String) throws {
    for arguments in [[command, "--help"], ["help", command], [command, "-h"]] {
      let result = try Tool.start(arguments).finish()
      #expect(result.end == .exit(0))
      #expect(result.output.contains("EXAMPLES"))
      #expect(result.output.contains("allocate \(command == "solve" ? "scenarios" : command)"))
      #expect(result.errors.isEmpty)
    }
  }

  @Test func printsHelpWithoutArgumentsAndOnDemand() throws {
    let help = try Tool.run("--help")
    #expect(help.end == .exit(0))
    #expect(try Tool.run().output == help.output)
    for command in CommandLineTests.commands { #expect(help.output.contains("\n  \(command)")) }
    for line in help.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func printsItsVersionAndTheSolvers() throws {
    let result = try Tool.run("--version")
    #expect(result.end == .exit(0))
    #expect(result.output.wholeMatch(of: /allocate \d+\.\d+\.\d+ \(GLPK \d+\.\d+\)\n/) != nil)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completesEveryCommand(shell: String) throws {
    let result = try Tool.run("--generate-completion-script", shell)
    #expect(result.end == .exit(0))
    for command in CommandLineTests.commands { #expect(result.output.contains(command)) }
  }

  @Test func theManualPageHasEveryCommandAndOption() throws {
    let page = try String(contentsOfFile: "\(Tool.root)/docs/allocate.1", encoding: .utf8)
    let dump = try Tool.run("--experimental-dump-help").output
    let help = try JSONDecoder().decode(Help.self, from: Data(dump.utf8))
    #expect(help.command.subcommands?.count == 14)
    var names = 0
    for command in help.command.subcommands ?? [] {
      #expect(page.contains("Cm \(command.commandName)"))
      for name in command.shownNames {
        let macro = name.kind == "short" ? "Fl \(name.name)" : "Fl -\(name.name)"
        let shared = page.contains(", -\(name.name)")
        #expect(page.contains(macro) || shared, "\(command.commandName) \(name.name)")
        names += 1
      }
    }
    #expect(names > 20)
  }

  @Test func theDocumentOfExitCodesHasThemAll() throws {
    let page = try String(contentsOfFile: "\(Tool.root)/docs/exit-codes.md", encoding: .utf8)
    let codes = page.matches(of: /(?m)^\| ([0-9, ]+) \|/).flatMap {
      $0.1.split(separator: ", ").compactMap { Int($0) }
    }
    #expect(codes == [0, 1, 10, 11, 12, 64, 65, 66, 70, 73, 74, 75, 130, 143])
  }

  /// The part of `--experimental-dump-help` that the tests read.
  private struct Help: Decodable {
    struct Command: Decodable {
      var commandName: String
      var arguments: [Argument]?
      var subcommands: [Command]?

      /// Names of the options that are for people.
      var shownNames: [Name] {
        (arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }
      }
    }
    struct Argument: Decodable {
      var names: [Name]?
      var shouldDisplay: Bool
    }
    struct Name: Decodable {
      var kind: String
      var name: String
    }
    var command: Command
  }
}
