/// The three pieces of evidence for an exemption from heavy-pollution control (H-1).
public struct ExemptionEvidence: Sendable, Equatable {
  private struct Numbers: PossiblyEmpty {
    var cityApproval = ""
    var airOfficeFiling = ""
  }

  private var numbers = SharedTexts<Numbers>()
  /// Whether dust control is in place.
  public var dustControlInPlace: Bool

  public init(
    cityApproval: String = "", airOfficeFiling: String = "", dustControlInPlace: Bool = false
  ) {
    self.dustControlInPlace = dustControlInPlace
    numbers.value = Numbers(cityApproval: cityApproval, airOfficeFiling: airOfficeFiling)
  }

  /// Number of the city government's approval; empty where there is none.
  public var cityApproval: String {
    get { numbers.value.cityApproval }
    set { numbers.value.cityApproval = newValue }
  }

  /// Number under which the air office has it on file; empty where there is none.
  public var airOfficeFiling: String {
    get { numbers.value.airOfficeFiling }
    set { numbers.value.airOfficeFiling = newValue }
  }
}
