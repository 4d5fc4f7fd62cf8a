/// The stable codes of what can be wrong with scenario files; never renumbered, never reused.
public enum FindingCode: String, Sendable, CaseIterable {
  // Files.
  case missingFile = "E001"
  case directory = "E002"
  case unreadableFile = "E003"
  case emptyFile = "E004"
  case badEncoding = "E005"
  case baseCycle = "E006"
  case fileTooLarge = "E007"
  case moreFindings = "E008"
  // JSON and CSV syntax.
  case syntax = "E010"
  case unfinishedText = "E011"
  case badNumber = "E012"
  case badString = "E013"
  case fullWidthPunctuation = "E014"
  case comma = "E015"
  case tooDeep = "E016"
  case repeatedKey = "E017"
  case csvQuotes = "E020"
  case cellCount = "E021"
  case unknownColumn = "E022"
  case repeatedColumn = "E023"
  case missingColumn = "E024"
  // Shape.
  case unknownKey = "E101"
  case missingKey = "E102"
  case wrongType = "E103"
  case unknownFormat = "E104"
  case unknownChoice = "E105"
  case integerRange = "E106"
  case emptyText = "E107"
  case patchWithoutBase = "E108"
  case patchShape = "E109"
  case patchUnknownRow = "E110"
  case patchKey = "E111"
  case textRefused = "E112"
  // Quantities.
  case malformedNumber = "E201"
  case fullWidthDigits = "E202"
  case thousandsSeparator = "E203"
  case negative = "E204"
  case missingUnit = "E205"
  case unknownUnit = "E206"
  case otherKindOfUnit = "E207"
  case notWhole = "E208"
  case tooLarge = "E209"
  case notFinite = "E210"
  case exponent = "E211"
  case malformedRange = "E212"
  case rangeOrder = "E213"
  // Names.
  case unknownCounty = "E301"
  case unknownResource = "E302"
  case unknownProject = "E303"
  case repeatedName = "E304"
  case unusableID = "E305"
  case selfReference = "E306"
  case unknownGoal = "E307"
  case unknownMeasure = "E308"
  case repeatedRow = "E309"
  case unknownAmount = "E310"
  // Facts that do not fit together.
  case farmlandExceedsLand = "E401"
  case landExceedsTotal = "E402"
  case paddyExceedsFarmland = "E403"
  case grainWithoutFarmland = "E404"
  case keyWithoutStage = "E405"
  case municipalDivisible = "E406"
  case notMultipleOfSteps = "E407"
  case minimumSteps = "E408"
  case countMismatch = "E409"
  case totalMismatch = "E410"
  case ringFenceTooSmall = "E411"
  case incompleteMerit = "E412"
  case emissionResolution = "E413"
  case freeOfCharge = "E414"
  case resolution = "E415"
  case baselineMissing = "E416"
  case rewardedUse = "E417"
  case transferFilter = "E418"
  case variationFilter = "E419"
  case variedTwice = "E420"
  // Edits of a scenario on the command line.
  case editForm = "E601"
  case unknownPath = "E602"
  case notSettable = "E603"
  case repeatedEdit = "E604"
  case nothingToChange = "E605"
  case sweepRange = "E606"
  // Doubts.
  case unstewarded = "W501"
  case unusedCategory = "W502"
  case noEffect = "W503"
  case unusedSector = "W504"
  case recognizedEncoding = "W505"
  case rounded = "W506"
  case nothingVaries = "W507"

  /// Whether it stops the run.
  public var severity: String { isError ? "error" : "warning" }

  /// The same as a truth value.
  var isError: Bool {
    switch self {
    case .unstewarded, .unusedCategory, .noEffect, .unusedSector, .recognizedEncoding,
      .rounded, .nothingVaries:
      false
    default: true
    }
  }
}
