public import LinearProgram

/// A step of the search and the proof of what it found, for a certificate.
public struct ProofStep: Sendable, Equatable {
  /// What was settled.
  public enum Subject: Sendable, Equatable {
    /// A goal, by its place in the scenario.
    case goal(Int)
    /// That the goals so far leave one selection of projects.
    case selection
    /// A choice of the tie-break, by its place.
    case choice(Int)
  }

  public var subject: Subject
  /// Value of the goal or the choice in its own sense; of a selection, that of the last goal.
  public var value: Int
  /// Names of the rows of the program it was solved over, by index; the proof refers to them.
  public var rows: [String]
  /// `nil` where the solver gave none.
  public var proof: Proof?

  public init(subject: Subject, value: Int, rows: [String], proof: Proof?) {
    self.subject = subject
    self.value = value
    self.rows = rows
    self.proof = proof
  }
}
