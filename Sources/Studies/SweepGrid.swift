/// The points of a sweep: the places on one axis, or on several.
///
/// Points are numbered row by row: the last axis runs fastest.
public struct SweepGrid: Sendable, Equatable {
  /// Number of places on each axis.
  public let counts: [Int]

  /// A grid of so many places per axis, at least one on each.
  public init(counts: [Int]) {
    precondition(counts.allSatisfy { $0 > 0 }, "an axis without places")
    self.counts = counts
  }

  /// Number of points.
  public var count: Int { counts.reduce(1, *) }

  /// Place of a point on each axis.
  public func places(of point: Int) -> [Int] {
    var rest = point
    var places: [Int] = []
    for count in counts.reversed() {
      places.append(rest % count)
      rest /= count
    }
    return places.reversed()
  }

  /// Number of the point at some places.
  public func point(at places: [Int]) -> Int {
    zip(counts, places).reduce(0) { $0 * $1.0 + $1.1 }
  }

  /// The next point along an axis; `nil` at its end.
  public func next(after point: Int, along axis: Int) -> Int? {
    var places = places(of: point)
    places[axis] += 1
    return places[axis] < counts[axis] ? self.point(at: places) : nil
  }

  /// The points in rounds, each of which needs the rounds before it only: first the corners, then what lies half-way, and so on.
  ///
  /// So every point is solved between neighbours that are solved already, and a sweep that is stopped has the outline of the whole.
  public var rounds: [[Int]] {
    let axes = counts.map(Bisection.init)
    var rounds: [[Int]] = []
    for point in 0..<count {
      let round = zip(axes, places(of: point)).reduce(0) { $0 + $1.0.rounds[$1.1] }
      while rounds.count <= round { rounds.append([]) }
      rounds[round].append(point)
    }
    return rounds.filter { !$0.isEmpty }
  }

  /// The points between which a point lies, on each axis; all of them are in earlier rounds.
  public func brackets(of point: Int) -> [Int] {
    let places = places(of: point)
    return counts.indices.flatMap { axis in
      Bisection(counts[axis]).brackets[places[axis]].map { place in
        var places = places
        places[axis] = place
        return self.point(at: places)
      }
    }
  }

  /// An axis halved again and again.
  private struct Bisection {
    /// Round in which each place is reached.
    var rounds: [Int]
    /// Places between which each lies when it is reached.
    var brackets: [[Int]]

    init(_ count: Int) {
      rounds = Array(repeating: 0, count: count)
      brackets = Array(repeating: [], count: count)
      var open = [(low: 0, high: count - 1)]
      var round = 0
      while !open.isEmpty {
        round += 1
        var next: [(low: Int, high: Int)] = []
        for (low, high) in open where high - low > 1 {
          let middle = low + (high - low) / 2
          rounds[middle] = round
          brackets[middle] = [low, high]
          next += [(low, middle), (middle, high)]
        }
        open = next
      }
    }
  }
}
