import ArgumentParser

/// How long and with how many threads a question may search.
struct SearchOptions: ParsableArguments {
  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp(
      "End all searching after this many seconds; what was finished is printed.",
      valueName: "seconds"))
  var timeLimit: Int?

  @Option(help: ArgumentHelp("Search with at most this many threads.", valueName: "n"))
  var threads: Int?

  func validate() throws {
    if let timeLimit, !(0...1_000_000_000).contains(timeLimit) {
      throw ValidationError("--time-limit must be from 0 to 1000000000 seconds.")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must be from 1 to 1024.")
    }
  }

  /// The limits of a question, counted from now.
  var limits: SearchLimits { SearchLimits(seconds: timeLimit, threads: threads).forWholeQuestion }
}
