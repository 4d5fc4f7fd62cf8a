public import Scenario

/// Land of one project by source, 1/3 m²; the five columns of the land table.
public struct LandSources: Sendable, Equatable {
  /// 批而未供 (L-2).
  public var unsupplied: Int
  /// 闲置 (L-2).
  public var idle: Int
  /// Provincial quota (L-4).
  public var provincial: Int
  /// City quota (L-1, L-4, R-2).
  public var city: Int
  /// Quota of the project's own county (L-3).
  public var county: Int

  public init(
    unsupplied: Int = 0, idle: Int = 0, provincial: Int = 0, city: Int = 0, county: Int = 0
  ) {
    self.unsupplied = unsupplied
    self.idle = idle
    self.provincial = provincial
    self.city = city
    self.county = county
  }

  /// Stock land of both kinds.
  public var stock: Int { unsupplied + idle }
  /// New construction land of all three quotas.
  public var new: Int { provincial + city + county }
}

/// Stock land that a project takes from one lot.
public struct LotDraw: Sendable, Equatable {
  /// Index in ``Ledger/lots``.
  public var lot: Int
  /// 1/3 m².
  public var area: Int

  public init(lot: Int, area: Int) {
    self.lot = lot
    self.area = area
  }
}

/// Compensation that a project draws on one county's bank, in the unit of the bank.
public struct DonorDraw: Sendable, Equatable {
  /// Index of the donor county.
  public var county: Int
  public var amount: Int

  public init(county: Int, amount: Int) {
    self.county = county
    self.amount = amount
  }
}

/// What a project pays for one resource, or is spared (E-1).
public struct Fee: Sendable, Equatable {
  /// Index of the resource.
  public var resource: Int
  /// Whether the project gets the resource free of charge.
  public var isFree: Bool
  /// Price × use, rounded half up to 1 元.
  public var amount: Int

  public init(resource: Int, isFree: Bool, amount: Int) {
    self.resource = resource
    self.isFree = isFree
    self.amount = amount
  }

  /// 应缴, 元.
  public var due: Int { isFree ? 0 : amount }
  /// 减免, 元.
  public var forgone: Int { isFree ? amount : 0 }
}

/// Everything one project gets under a plan, by the rules of `docs/model.md` section 7.
public struct ProjectAccount: Sendable, Equatable {
  /// Supported steps.
  public var steps = 0
  /// Land allotted, 1/3 m² (its sources add up to it in every legal plan).
  public var land = 0
  public var sources = LandSources()
  /// Stock land by lot, in the order of drawing.
  public var lotDraws: [LotDraw] = []
  /// Farmland, paddy and grain capacity that must be compensated (F-1).
  public var compensation = BankAmounts()
  /// Where the compensation comes from: per bank (``Bank/rawValue``), donors in the order of drawing.
  public var draws: [[DonorDraw]] = ProjectAccount.noDraws
  /// Charged demand per resource, in its resolution (after coefficients).
  public var charged: [Int] = []
  /// Use per resource, in its resolution (before coefficients).
  public var used: [Int] = []
  /// One fee per resource with a price and a use.
  public var fees: [Fee] = []
  /// Investment of the year that is supported, 元.
  public var investment = 0

  /// One list for all projects without compensation, as every list of its own takes memory.
  private static let noDraws: [[DonorDraw]] = [[], [], []]

  /// Whether the project is supported.
  public var isSupported: Bool { steps > 0 }

  /// Compensation that a project draws on one county in one bank.
  public func draw(_ bank: Bank, from county: Int) -> Int {
    draws[bank.rawValue].first { $0.county == county }?.amount ?? 0
  }
}
