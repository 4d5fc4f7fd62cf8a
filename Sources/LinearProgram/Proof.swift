/// Why no integer point of a program is better than a claimed value, or why there is none at all.
///
/// A tree of elementary arguments, each of which can be checked in integers without a solver. Rows and columns are the
/// program's own, by index. `docs/certificate.md` defines every case.
public indirect enum Proof: Sendable, Equatable {
  /// The box has no point after bound propagation, or it is one point that does not count.
  case empty
  /// A weighted sum of rows, and of the objective where `withObjective`; closes the box, or tightens it for `then`.
  case combination(Multipliers, withObjective: Bool, then: Proof?)
  /// Two boxes: the column at most `value`, and at least `value + 1`.
  case branch(column: Int, value: Int, below: Proof, above: Proof)
  /// Linking rows priced out, every block proved by itself (Lagrangian relaxation).
  case split(Multipliers, [BlockProof])

  /// Integer multipliers of rows over a power of two; positive for the upper side of a row, negative for the lower.
  public struct Multipliers: Sendable, Equatable {
    /// Row and multiplier, by row, none of them 0.
    public var rows: [(row: Int, multiplier: Int)]
    /// All multipliers are in units of 1/2^scale.
    public var scale: Int

    public init(rows: [(row: Int, multiplier: Int)], scale: Int) {
      self.rows = rows
      self.scale = scale
    }

    public static func == (left: Multipliers, right: Multipliers) -> Bool {
      left.scale == right.scale && left.rows.count == right.rows.count
        && zip(left.rows, right.rows).allSatisfy { $0 == $1 }
    }
  }

  /// The proof that one block's priced objective is at most `value`.
  public struct BlockProof: Sendable, Equatable {
    public var block: Int
    /// In units of 1/2^scale of the split.
    public var value: Int128
    public var proof: Proof

    public init(block: Int, value: Int128, proof: Proof) {
      self.block = block
      self.value = value
      self.proof = proof
    }
  }
}

extension Proof {
  /// Nothing but the bounds of the columns: the objective cannot be larger.
  public static var byBounds: Proof {
    .combination(Multipliers(rows: [], scale: 0), withObjective: true, then: nil)
  }
}
