/// One clause that a plan breaks; a legal plan has none.
public struct Violation: Sendable, Equatable {
  /// Clause or assumption, e.g. `L-1`.
  public var clause: String
  /// What it is about: 全市, a county, or the id of a project.
  public var entity: String
  /// Least or greatest amount that is allowed, in smallest units.
  public var bound: Int
  /// Amount of the plan, in smallest units.
  public var used: Int
  /// One sentence, Chinese.
  public var text: String
  /// The same sentence in English.
  public var english: String
}
