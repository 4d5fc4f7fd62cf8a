import ArgumentParser
import Glibc
import RunDirectory
import Scenario
import ScenarioIO

/// A scenario read from its files, and the copies of them for the run directory.
struct LoadedInput {
  let loaded: LoadedScenario
  /// The scenario file first.
  let copies: [RunDraft.Input]

  var scenario: Scenario { loaded.scenario }

  /// Reads a scenario; says what is wrong and throws the exit code if it cannot be used.
  init(_ path: String, _ console: Console) throws {
    do throws(ScenarioLoadFailure) {
      try self.init(path)
    } catch {
      throw console.report(.input(error))
    }
    let count = loaded.warnings.count
    if count > 0 {
      console.remark(
        console.language.text(
          "提示: 方案有\(count)条警告，详见 allocate check \(path)",
          "note: \(count) warning\(count == 1 ? "" : "s"); see 'allocate check \(path)'"))
    }
  }

  /// Reads a scenario.
  init(_ path: String) throws(ScenarioLoadFailure) {
    let loaded = try ScenarioReader.load(path: path)
    // What came from standard input is kept under a name, beside the files it named.
    let paths = loaded.inputs.map { $0.path == "-" ? "stdin.json" : $0.path }
    let layout = InputLayout(paths: paths, workingDirectory: workingDirectory)
    self.loaded = loaded
    copies = loaded.inputs.indices.map { index in
      RunDraft.Input(
        path: layout.copies[index], original: layout.originals[index],
        contents: loaded.inputs[index].contents.pieces)
    }
  }

  /// A scenario that was made of files that are known.
  init(_ loaded: LoadedScenario, copies: [RunDraft.Input]) {
    self.loaded = loaded
    self.copies = copies
  }

  /// Reads the scenario of a run from the copies that the run kept.
  init(_ run: StoredRun<DiskLayer>) throws(ScenarioLoadFailure) {
    loaded = try ScenarioReader.load(
      path: run.manifest.facts.scenario, files: RunFiles(run: run))
    copies = run.manifest.inputs.map { input in
      RunDraft.Input(
        path: input.file.path, original: input.original,
        contents: FileContents((try? run.bytes(of: input.file.path)) ?? []))
    }.sorted { first, _ in first.path == run.manifest.facts.scenario }
  }
}

extension FileBytes {
  /// The bytes as contents of another file.
  fileprivate var pieces: FileContents {
    let size = 1 << 20
    return FileContents(pieces: (count + size - 1) / size) { number in
      self[number * size..<min((number + 1) * size, self.count)]
    }
  }
}

extension ScenarioLoadFailure {
  var exitStatus: ExitStatus { kind == .unreadableFile ? .noInput : .badInput }
}

extension Console {
  /// Writes findings in the language of the console.
  var findings: FindingRenderer {
    FindingRenderer(language: language == .chinese ? .chinese : .english)
  }
}

/// The directory that relative paths start from.
private var workingDirectory: String {
  guard let path = getcwd(nil, 0) else { return "/" }
  defer { free(path) }
  return String(cString: path)
}
