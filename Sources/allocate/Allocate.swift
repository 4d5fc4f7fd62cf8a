import ArgumentParser

@main
struct Allocate: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "allocate")
}
