/// What became of a certificate.
public struct CertificateReport: Sendable, Equatable {
  /// What is wrong, and where.
  public struct Fault: Sendable, Equatable {
    /// Line, from 1; `nil` where the fault is no line's.
    public var line: Int?
    public var fault: ProofFault
  }

  /// The first fault; `nil` if every line holds.
  public var fault: Fault?
  /// Steps that were gone through, before the fault if there is one.
  public var outcomes: [CertificateCheck.Outcome] = []
  /// Steps that a sound certificate does not prove: those left without a proof, and those it ends before.
  public var missing: [CertificateCheck.Step] = []

  /// Whether everything is proved.
  public var isComplete: Bool { fault == nil && missing.isEmpty }
}
