/// The first thing in a certificate that does not hold; nothing after it is looked at.
public enum ProofFault: Error, Sendable, Equatable {
  // The text
  /// The line is none of those that may stand there, or is not spelled in the one right way.
  case line
  /// The text does not begin as a certificate of this version does.
  case header
  /// The text was changed after it was written, or it is cut off.
  case checksum
  /// A list of columns or rows names another thing than the program, or not all of them.
  case name(String)
  /// A column, row or block has no such number.
  case number(Int)

  // The steps
  /// The point breaks a column's bounds or a row, so that it cannot be best.
  case point(String)
  /// Another step comes here; the name of the one that does.
  case step(String)
  /// The value is not the plan's.
  case value(claimed: Int128, plan: Int128)
  /// A proof ends before it has closed every box.
  case openProof
  /// Something follows a proof that has closed every box.
  case closedProof

  // The proof
  /// `empty`, but the box still has a point that may count.
  case notEmpty
  /// The box is empty or a single point, so that nothing but `empty` makes sense.
  case leaf
  /// A branch that does not cut the column's range in two.
  case branch(column: Int)
  /// A multiplier of a row that cannot be broken here, of a side that the row does not have, or of a row that the node must not use.
  case multiplier(row: Int)
  /// What was worked out differs from what the line says.
  case slack(claimed: Int128, found: Int128)
  /// The line, or the box in which it stands, is not the one that was written.
  case mark
  /// A sum that neither closes the box nor makes it smaller, or a block's value that its columns cannot exceed anyway.
  case idle
  /// The blocks' values and the priced rows add up to more than the claim allows.
  case openSplit
  /// A split where none may stand, or a block outside of one.
  case split
  /// There is no such block, or the split has had it, or a later one, already.
  case block(Int)
  /// A number does not fit in 128 bits, or one of the program in 64.
  case overflow
  /// Bounds that tighten one another again and again (see ``Box/mostVisits``).
  case endless
}
