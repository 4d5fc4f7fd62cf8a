/// Everything a run will consist of, before it is written.
public struct RunDraft: Sendable {
  /// A file that the run read.
  public struct Input: Sendable {
    /// Where its copy stands in the run directory, e.g. `inputs/2018.json`.
    public var path: String
    /// Its path relative to the directory of the scenario file, e.g. `2018/projects.csv`.
    public var original: String
    public var contents: FileContents

    public init(path: String, original: String, contents: FileContents) {
      self.path = path
      self.original = original
      self.contents = contents
    }
  }

  /// A file that the run made.
  public struct Output: Sendable {
    /// Path in the run directory, e.g. `tables/land.csv`.
    public var path: String
    public var contents: FileContents

    public init(path: String, contents: FileContents) {
      self.path = path
      self.contents = contents
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

  /// The manifest of this run, given what is known of each of its files; files sorted by path.
  func manifest(_ file: (_ path: String) -> Manifest.File) -> Manifest {
    Manifest(
      facts: facts,
      inputs: inputs.map { Manifest.Input(file: file($0.path), original: $0.original) }
        .sorted { $0.file.path < $1.file.path },
      outputs: outputs.map { file($0.path) }.sorted { $0.path < $1.path })
  }

  /// The manifest of this run, for which all files are made.
  public var manifest: Manifest {
    let all = inputs.map { ($0.path, $0.contents) } + outputs.map { ($0.path, $0.contents) }
    let contents = Dictionary(all) { first, _ in first }
    return manifest { path in
      let bytes = contents[path]?.bytes ?? []
      return Manifest.File(path: path, size: bytes.count, digest: Digest(of: bytes))
    }
  }
}
