/// What a run directory consists of and what made it; written last, as `manifest.json`.
public struct Manifest: Sendable, Equatable {
  /// Value of `format`, by which a run is recognised.
  public static let format = "allocate-run"
  /// Version of the format that this program writes and reads.
  public static let formatVersion = 1
  /// Name of the manifest in the run directory.
  public static let fileName = "manifest.json"
  /// Name of the file with times, which the manifest does not cover.
  public static let timingName = "timing.json"

  /// What was asked, by what program, and what came out.
  public struct Facts: Sendable, Equatable {
    /// Version of this program.
    public var toolVersion: String
    /// Solver with its version, e.g. `GLPK 5.0`.
    public var solver: String
    /// Path of the scenario's copy in the run directory.
    public var scenario: String
    /// Whether the figures are made up (示例数据).
    public var isSampleData: Bool
    /// Status of the plan, e.g. `optimal`.
    public var status: String
    /// Goals in the order in which they were solved.
    public var goals: [Goal]
    /// Every option that the run depends on, by name.
    public var parameters: [String: Parameter]

    public init(
      toolVersion: String, solver: String, scenario: String, isSampleData: Bool, status: String,
      goals: [Goal], parameters: [String: Parameter]
    ) {
      self.toolVersion = toolVersion
      self.solver = solver
      self.scenario = scenario
      self.isSampleData = isSampleData
      self.status = status
      self.goals = goals
      self.parameters = parameters
    }
  }

  /// A goal and what was reached, in smallest units.
  public struct Goal: Sendable, Equatable {
    public var id: String
    /// `nil` where there is no plan.
    public var value: Int?
    /// `nil` where none was proved.
    public var bound: Int?
    public var isProved: Bool

    public init(id: String, value: Int?, bound: Int?, isProved: Bool) {
      self.id = id
      self.value = value
      self.bound = bound
      self.isProved = isProved
    }
  }

  /// Value of an option.
  public enum Parameter: Sendable, Equatable {
    case text(String)
    case number(Int)
    /// The option was not given and has no default.
    case none
  }

  /// A file of the run.
  public struct File: Sendable, Equatable {
    /// Path in the run directory.
    public var path: String
    /// Bytes.
    public var size: Int
    /// SHA-256.
    public var digest: Digest
  }

  /// The copy of a file that the run read.
  public struct Input: Sendable, Equatable {
    public var file: File
    /// Its path relative to the directory of the scenario file.
    public var original: String
  }

  public var facts: Facts
  /// Sorted by path.
  public var inputs: [Input]
  /// Sorted by path.
  public var outputs: [File]

  /// All files that the manifest covers, inputs first.
  public var files: [File] { inputs.map(\.file) + outputs }
}
