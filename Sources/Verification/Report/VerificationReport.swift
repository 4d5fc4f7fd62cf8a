/// What the verification of a run looked at and what it found wrong.
public struct VerificationReport: Sendable, Equatable {
  /// Everything wrong, in the order of the tables and their rows; faults of the plan come first.
  public var faults: [VerificationFault]
  /// Number of tables read.
  public var tables: Int
  /// Number of cells compared with what they should be.
  public var cells: Int
  /// Number of sums and identities between tables that were worked out.
  public var identities: Int
  /// Number of instances of clauses that the plan was held against.
  public var clauses: Int
  /// Number of values of `result.json` compared; 0 where there is none.
  public var resultValues: Int

  /// Whether nothing is wrong.
  public var isClean: Bool { faults.isEmpty }
}
