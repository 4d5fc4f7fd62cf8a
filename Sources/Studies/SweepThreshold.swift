public import Scenario

/// A project that comes in or goes out between two neighbouring points of a sweep.
public struct SweepThreshold: Sendable, Equatable {
  /// Index of the project.
  public var project: Int
  public var axis: Int
  /// The points between which it happens: of the grid, numbered as there.
  public var from: Int
  public var to: Int
  /// Whether it is supported at the second point and not at the first, or the other way round.
  public var comesIn: Bool
}

extension SweepGrid {
  /// Where projects come in or go out, axis by axis, in the order of the points; only between points that have a plan.
  ///
  /// - Parameter plans: of each point; `nil` where there is none.
  public func thresholds(_ plans: [Plan?]) -> [SweepThreshold] {
    counts.indices.flatMap { axis in
      (0..<count).flatMap { point -> [SweepThreshold] in
        guard let next = next(after: point, along: axis), let before = plans[point],
          let after = plans[next]
        else { return [] }
        return before.steps.indices.filter { before.supports($0) != after.supports($0) }.map {
          SweepThreshold(
            project: $0, axis: axis, from: point, to: next, comesIn: after.supports($0))
        }
      }
    }
  }
}
