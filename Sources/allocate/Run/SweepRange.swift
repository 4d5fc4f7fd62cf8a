import Answers
import Scenario
import ScenarioIO
import Studies

/// The scenarios of a sweep: every combination of the values of its axes, read and checked.
struct SweepRange {
  let input: LoadedInput
  let axes: [SweepAxis]
  let grid: SweepGrid
  /// The scenario of every point.
  let scenarios: [Scenario]
  /// The axes as the answer speaks of them.
  let swept: [SweptAxis]

  /// Most points of one sweep; more are a slip of the pen.
  static let limit = 10_000

  /// Reads the axes and applies all their values; says everything that is wrong with them and ends the process.
  init(_ input: LoadedInput, _ texts: [String], _ console: Console) throws {
    self.input = input
    let axes = try console.axes(texts)
    let grid = SweepGrid(counts: axes.map(\.points.count))
    guard grid.count <= Self.limit else {
      console.complain(
        console.language.text(
          "错误: 共\(grid.count)个点，最多\(Self.limit)个；请加大步长",
          "error: \(grid.count) points, at most \(Self.limit); take larger steps"))
      throw ExitStatus.usage.code
    }
    let single = try console.values(of: axes, input)
    self.axes = axes
    self.grid = grid
    swept = zip(axes, single).map { axis, variants in
      SweptAxis(
        path: axis.path, labels: axis.points.map(\.label),
        values: variants.map { $0.written(axis.path) ?? "" },
        base: input.loaded.written(axis.path) ?? "")
    }
    if axes.count == 1 {
      scenarios = single[0].map(\.scenario)
    } else {
      scenarios = try (0..<grid.count).map { point in
        let edits = zip(axes, grid.places(of: point)).map { $0.points[$1].edit }
        return try console.applied(edits, to: input).scenario
      }
    }
  }

  /// The scenario with the input of the only axis at an amount; `nil` where it cannot have that.
  func scenario(at amount: WrittenAmount) -> Scenario? {
    guard let edit = try? ScenarioEdit("\(axes[0].path)==\(amount.text)") else { return nil }
    return try? input.loaded.applying([edit]).scenario
  }
}

extension Console {
  /// The axes that a command line names.
  fileprivate func axes(_ texts: [String]) throws -> [SweepAxis] {
    var axes: [SweepAxis] = []
    var found: [Finding] = []
    for text in texts {
      do throws(Finding) { axes.append(try SweepAxis(text)) } catch { found.append(error) }
    }
    guard found.isEmpty else {
      complain(findings.text(found))
      throw ExitStatus.usage.code
    }
    return axes
  }

  /// The scenario with each value of each axis alone; everything that is wrong with any of them is said at once.
  fileprivate func values(of axes: [SweepAxis], _ input: LoadedInput) throws -> [[LoadedScenario]] {
    var found: [Finding] = []
    let variants = axes.map { axis in
      axis.points.compactMap { point -> LoadedScenario? in
        do throws(ScenarioLoadFailure) {
          return try input.loaded.applying([point.edit])
        } catch {
          // The same fault at every value of an axis is one fault.
          for finding in error.findings
          where finding.severity == .error
            && !found.contains(where: { $0.code == finding.code && $0.message == finding.message })
          {
            found.append(finding)
          }
          return nil
        }
      }
    }
    guard found.isEmpty else {
      complain(findings.text(found))
      throw ExitStatus.badInput.code
    }
    return variants
  }

  /// A scenario with edits on top; says what is wrong with them and ends the process.
  func applied(_ edits: [ScenarioEdit], to input: LoadedInput) throws -> LoadedScenario {
    do throws(ScenarioLoadFailure) {
      return try input.loaded.applying(edits)
    } catch {
      complain(findings.text(error.findings))
      throw error.exitStatus.code
    }
  }
}
