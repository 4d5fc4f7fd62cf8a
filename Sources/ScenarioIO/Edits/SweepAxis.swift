public import Scenario

/// The values that one input takes in turn: `PATH=FROM..TO/STEP` or `PATH=A,B,C`.
public struct SweepAxis: Sendable, Equatable {
  /// One value of the input.
  public struct Point: Sendable, Equatable {
    /// The value as tables show it, e.g. `85%` or `2100 亩`.
    public let label: String
    public let edit: ScenarioEdit
  }

  /// More values than this on one axis are a slip of the pen.
  public static let limit = 10_000

  /// Path of the input as written.
  public let path: String
  /// The axis as written.
  public let text: String
  /// All values in their order.
  public let points: [Point]

  /// Reads `PATH=FROM..TO/STEP`, upwards or downwards, or a list `PATH=A,B,C`; throws what is wrong with its form.
  ///
  /// A unit may stand at any or all of FROM, TO and STEP. A range whose ends have signs, `-10%..+10%/5%`, is one of changes.
  public init(_ text: String) throws(Finding) {
    let line = EditLine(text)
    let option = SweepText.option
    guard let split = line.equalsSign else {
      throw EditFindings.noEqualsSign(line, option: option)
    }
    let path = line[line.trimmed(0..<split)]
    guard !path.isEmpty else { throw EditFindings.noPath(line, option: option) }
    let values = try SweepText(line, line.trimmed(split + 1..<line.count)).values()
    self.text = line.text
    self.path = path
    points = values.map {
      Point(label: $0.label, edit: ScenarioEdit(path: path, value: $0.value))
    }
  }
}
