/// Everything a run will consist of, before it is written.
public struct RunDraft: Sendable {
  /// A file that the run read.
  public struct Input: Sendable {
    /// Where its copy stands in the run directory, e.g. `inputs/2018.json`.
    public var path: String
    /// Its path relative to the directory of the scenario file, e.g. `2018/projects.csv`.
    public var original: String
    public var bytes: [UInt8]

    public init(path: String, original: String, bytes: [UInt8]) {
      self.path = path
      self.original = original
      self.bytes = bytes
    }
  }

  /// A file that the run made.
  public struct Output: Sendable {
    /// Path in the run directory, e.g. `tables/land.csv`.
    public var path: String
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// What the manifest says besides its lists of files.
  public var facts: Manifest.Facts
  /// Files read, with their bytes as they were when read.
  public var inputs: [Input]
  /// Files made; the same input gives the same bytes.
  public var outputs: [Output]
  /// Text of `timing.json`, the one file that differs from run to run.
  public var timing: String

  public init(facts: Manifest.Facts, inputs: [Input], outputs: [Output], timing: String) {
    self.facts = facts
    self.inputs = inputs
    self.outputs = outputs
    self.timing = timing
  }

  /// The manifest of this run; files sorted by path.
  public var manifest: Manifest {
    Manifest(
      facts: facts,
      inputs: inputs.map {
        Manifest.Input(
          file: Manifest.File(path: $0.path, size: $0.bytes.count, digest: Digest(of: $0.bytes)),
          original: $0.original)
      }.sorted { $0.file.path < $1.file.path },
      outputs: outputs.map {
        Manifest.File(path: $0.path, size: $0.bytes.count, digest: Digest(of: $0.bytes))
      }.sorted { $0.path < $1.path })
  }
}
