/// One of the three accounts of farmland compensation (占补平衡).
public enum Bank: Int, Sendable, CaseIterable {
  /// 数量, 1/3 m².
  case quantity
  /// 水田, 1/3 m².
  case paddy
  /// 产能, 公斤.
  case grain
}

/// An amount in each of the three banks: quantity and paddy in 1/3 m², grain capacity in 公斤.
public struct BankAmounts: Sendable, Equatable {
  public var quantity: Int
  public var paddy: Int
  public var grain: Int

  public init(quantity: Int = 0, paddy: Int = 0, grain: Int = 0) {
    self.quantity = quantity
    self.paddy = paddy
    self.grain = grain
  }

  public subscript(bank: Bank) -> Int {
    get {
      switch bank {
      case .quantity: quantity
      case .paddy: paddy
      case .grain: grain
      }
    }
    set {
      switch bank {
      case .quantity: quantity = newValue
      case .paddy: paddy = newValue
      case .grain: grain = newValue
      }
    }
  }
}

/// One county's account of compensation farmland, before this year's use.
public struct CountyBank: Sendable, Equatable {
  /// Index of the county.
  public var county: Int
  /// Balance at the start of the year (年初结余).
  public var opening: BankAmounts
  /// Newly banked this year (本年新增入库).
  public var added: BankAmounts
  /// Annual task (年度补充耕地任务).
  public var task: BankAmounts
  /// Already committed to earlier approvals (已承诺).
  public var committed: BankAmounts

  public init(
    county: Int, opening: BankAmounts = BankAmounts(), added: BankAmounts = BankAmounts(),
    task: BankAmounts = BankAmounts(), committed: BankAmounts = BankAmounts()
  ) {
    self.county = county
    self.opening = opening
    self.added = added
    self.task = task
    self.committed = committed
  }
}

/// The rules F-1 to F-3 and the banks they apply to.
public struct FarmlandRules: Sendable, Equatable {
  /// One account per county that has one, sorted by county.
  public var banks: [CountyBank]
  public var ringFence: RingFence

  public init(banks: [CountyBank] = [], ringFence: RingFence = RingFence()) {
    self.banks = banks
    self.ringFence = ringFence
  }
}

/// The share of compensation farmland that is set apart for provincial key projects (F-3).
public struct RingFence: Sendable, Equatable {
  /// What the share is taken of.
  public enum Base: String, Sendable, CaseIterable {
    /// The year's circulating city pool: the sum of the counties' surpluses.
    case circulating = "circulating"
    /// The sum of the annual tasks.
    case task = "task"
    /// The sum of opening balances and newly banked amounts of all counties.
    case balance = "balance"
  }

  /// Which banks it applies to.
  public enum Scope: String, Sendable, CaseIterable {
    case eachBank = "each_bank"
    case quantityOnly = "quantity_only"
  }

  /// Share in hundredths of a per cent (15 % = 1500).
  public var share: Int
  public var base: Base
  public var scope: Scope
  /// Whether provincial key projects may also draw what is not ring-fenced.
  public var provincialMayUseRest: Bool

  public init(
    share: Int = 1_500, base: Base = .circulating, scope: Scope = .eachBank,
    provincialMayUseRest: Bool = true
  ) {
    self.share = share
    self.base = base
    self.scope = scope
    self.provincialMayUseRest = provincialMayUseRest
  }
}
