public import Scenario

/// A change of one value of a scenario, as it is written on a command line: `PATH=VALUE`.
///
/// Whether the path exists and the value fits shows when the edit is applied to a scenario.
public struct ScenarioEdit: Sendable, Equatable {
  /// What is done to the value under the path.
  public enum Operation: Sendable, Equatable {
    /// `VALUE`: sets it; `80%` of a value that is no percentage is that share of the present value.
    case set(String)
    /// `=VALUE`, a second equals sign: sets it to exactly this text, whatever it begins with.
    case setExactly(String)
    /// `+AMOUNT`: adds an amount, or a share such as `10%` of the present value.
    case increase(String)
    /// `-AMOUNT`: takes an amount away, or a share of the present value.
    case decrease(String)
  }

  /// Path of the value as written, e.g. `land.city_quota`.
  public let path: String
  public let operation: Operation
  /// The edit as written, on one line.
  public let text: String
  /// Where path and value stand in `text`, in bytes.
  let pathRange: Range<Int>
  let valueRange: Range<Int>

  /// Reads `PATH=VALUE`; throws what is wrong with its form.
  public init(_ text: String) throws(Finding) {
    let line = EditLine(text)
    guard let split = line.equalsSign else {
      throw EditFindings.noEqualsSign(line)
    }
    self.init(line, split)
    guard !path.isEmpty else { throw EditFindings.noPath(line) }
  }

  /// An edit of parts, which need not be told from each other.
  init(path: String, value: String) {
    let line = EditLine("\(path)=\(value)")
    self.init(line, path.utf8.count)
  }

  private init(_ line: EditLine, _ split: Int) {
    text = line.text
    pathRange = line.trimmed(0..<split)
    path = line[pathRange]
    valueRange = line.trimmed(split + 1..<line.count)
    let value = line[valueRange]
    operation =
      switch value.utf8.first {
      case UInt8(ascii: "="): .setExactly(String(value.dropFirst()).trimmingSpaces)
      case UInt8(ascii: "+"): .increase(String(value.dropFirst()).trimmingSpaces)
      case UInt8(ascii: "-"): .decrease(String(value.dropFirst()).trimmingSpaces)
      default: .set(value)
      }
  }

  /// Decides on a project in advance.
  public static func lock(project id: String, _ lock: Lock) -> ScenarioEdit {
    ScenarioEdit(path: "projects[\(id)].lock", value: lock.rawValue)
  }

  /// VALUE as written, with the sign before it.
  var value: String { EditLine(text)[valueRange] }
}
