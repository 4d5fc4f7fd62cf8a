import ArgumentParser
import RunDirectory

/// What a run is to consist of and how long it may take: the options of every command that writes runs.
struct RunOptions: ParsableArguments {
  @Option(help: "Tables for programs (data) or for signature (official).")
  var style = TableStyle.data

  @Option(help: "Encoding of the tables: utf8 or gb18030.")
  var encoding = TableEncoding.utf8

  @Flag(
    help: """
      Also write the whole proof that the plan is best, as certificate.txt in the run; \
      'allocate verify --optimality' checks it.
      """)
  var certificate = false

  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp("End the search after this many seconds.", valueName: "seconds"))
  var timeLimit: Int?

  @Option(
    help: ArgumentHelp(
      "Be content with a goal proved to within this share of its bound, e.g. 0.01%.",
      valueName: "share"))
  var gap: RelativeGap?

  func validate() throws {
    if let timeLimit, !(0...1_000_000_000).contains(timeLimit) {
      throw ValidationError("--time-limit must be from 0 to 1000000000 seconds.")
    }
  }

  /// When to stop searching.
  func limits(threads: Int?) -> SearchLimits {
    SearchLimits(seconds: timeLimit, threads: threads, gap: gap?.millionths ?? 0)
  }

  /// Options on which the run's bytes depend, for its manifest.
  func parameters(threads: Int?) -> [String: Manifest.Parameter] {
    var parameters: [String: Manifest.Parameter] = [
      "style": .text(style.rawValue),
      "encoding": .text(encoding.rawValue),
      "time_limit": timeLimit.map { .number($0) } ?? .none,
      "threads": threads.map { .number($0) } ?? .none,
    ]
    // Only where they are asked for, so that the manifests of all other runs stay as they are.
    if certificate { parameters["certificate"] = .text("yes") }
    if let gap { parameters["gap_millionths"] = .number(gap.millionths) }
    return parameters
  }

  /// Parameters that only bound the search: the proved best plan is the same whatever they are.
  static let searchLimits: Set = ["time_limit", "threads", "gap_millionths"]

  /// The same options as words of a command line.
  var arguments: [String] {
    var words = ["--style", style.rawValue, "--encoding", encoding.rawValue]
    if certificate { words.append("--certificate") }
    if let timeLimit { words += ["--time-limit", String(timeLimit)] }
    if let gap { words += ["--gap", gap.text] }
    return words
  }
}
