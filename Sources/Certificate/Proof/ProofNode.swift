/// One line of a proof. A proof is a tree of boxes, written in preorder: a box, then what it is divided into.
public enum ProofNode: Sendable, Equatable {
  /// The box has no point that counts: it is empty, or it is one point whose objective is no more than the claim.
  case empty
  /// The box in two: the column at most `value` (whose proof comes first), and at least `value + 1`.
  case branch(column: Int, value: Int)
  /// A weighted sum of rows and, where there is a scale, 2^scale times "the objective is above the claim".
  ///
  /// If no point of the box can reach it, the box is done. Else it makes the box smaller, and the proof of that follows.
  case combination(scale: Int?, [RowMultiplier])
  /// Linking rows moved into the objective with their multipliers over 2^scale, so that every block can be proved by itself.
  ///
  /// Blocks follow, then ``end``.
  case split(scale: Int, [RowMultiplier])
  /// Of a split: the priced objective of a block is at most `value`, in units of 1/2^scale; its proof follows.
  case block(Int, value: Int128)
  /// The end of a split.
  case end
}

/// A row with its weight.
public struct RowMultiplier: Sendable, Equatable {
  /// Number of the row in the certificate, from 1.
  public var row: Int
  /// Positive: of the row's upper side; negative: of its lower side.
  public var multiplier: Int

  public init(row: Int, multiplier: Int) {
    self.row = row
    self.multiplier = multiplier
  }
}
