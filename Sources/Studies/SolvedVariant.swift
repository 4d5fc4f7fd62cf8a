public import Policy
public import Scenario

/// A scenario with what is proved of its best plan, for whoever solves a similar one.
public struct SolvedVariant: Sendable {
  public let model: PolicyModel
  public let allotment: Allotment

  public init(_ model: PolicyModel, _ allotment: Allotment) {
    self.model = model
    self.allotment = allotment
  }

  public var scenario: Scenario { model.scenario }
}
