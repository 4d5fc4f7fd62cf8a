/// How the per-mu indicators (亩均投入、产出、税收、能耗、排放) make one score (M-1).
public struct MeritRule: Sendable, Equatable {
  /// Form of the composite score.
  public enum Form: String, Sendable, CaseIterable {
    /// Sum of weight × value ÷ benchmark.
    case benchmark = "benchmark"
    /// Sum of weight × [20 + 80 × (value − min) ÷ (max − min)] ÷ 100.
    case minMax = "min_max"
  }

  /// The five indicators of the policy.
  public enum Indicator: String, Sendable, CaseIterable {
    /// 亩均投入: total investment per 亩 (larger is better).
    case input
    /// 亩均产出: annual output per 亩 (larger is better).
    case output
    /// 亩均税收: annual tax per 亩 (larger is better).
    case tax
    /// 亩均能耗: energy per 亩 (smaller is better).
    case energy
    /// 亩均排放: pollutants per 亩 (smaller is better).
    case emission

    /// Whether more of it is better.
    public var isLargerBetter: Bool { self == .input || self == .output || self == .tax }
  }

  /// One indicator with its weight.
  public struct Term: Sendable, Equatable {
    public var indicator: Indicator
    /// Points for reaching the benchmark (or, for min-max, for the best value).
    public var weight: Int
    /// Benchmark in smallest units per 亩 (元, or the resolution of the resources); used by the benchmark form.
    public var benchmark: Ratio

    public init(indicator: Indicator, weight: Int, benchmark: Ratio = .one) {
      self.indicator = indicator
      self.weight = weight
      self.benchmark = benchmark
    }
  }

  /// Smallest units in one point.
  public static let unitsPerPoint = 10_000

  public var form: Form
  public var terms: [Term]
  /// Highest ratio to the benchmark that counts; `nil` for none. A smaller-is-better value of 0 counts as the cap.
  public var cap: Ratio?
  /// Least score (0.0001 point) of an eligible project; `nil` for none.
  public var threshold: Int?
  /// Index of the resource that is 能耗; `nil` where `energy` is not scored.
  public var energyResource: Int?
  /// Indices of the resources that are added up as 排放.
  public var emissionResources: [Int]

  public init(
    form: Form, terms: [Term], cap: Ratio? = nil, threshold: Int? = nil, energyResource: Int? = nil,
    emissionResources: [Int] = []
  ) {
    self.form = form
    self.terms = terms
    self.cap = cap
    self.threshold = threshold
    self.energyResource = energyResource
    self.emissionResources = emissionResources
  }
}
