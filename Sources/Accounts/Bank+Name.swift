public import Scenario

extension Bank {
  /// Name in tables: 数量, 水田, 产能.
  public var name: String {
    switch self {
    case .quantity: "数量"
    case .paddy: "水田"
    case .grain: "产能"
    }
  }
}
