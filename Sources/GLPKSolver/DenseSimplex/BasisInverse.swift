/// The inverse of a basis matrix in full, by columns.
///
/// A basis of some forty rows fits in the nearest cache, and one exchange costs less than a sparse factorisation takes to begin. Where the
/// slack of a row is basic, the row's column of the inverse is a unit vector and takes part in nothing.
final class BasisInverse {
  let size: Int
  private let entries: Buffer<Double>
  /// Position in the basis of each row's slack; −1 for one that is not in it.
  private let slackPosition: Buffer<Int>
  /// Exchanges since it was exact.
  private(set) var exchanges = 0

  /// The inverse for a basis of all slacks, whose matrix is −1.
  init(_ size: Int) {
    self.size = size
    entries = Buffer(size * size, filledWith: 0)
    slackPosition = Buffer(size, filledWith: 0)
    reset()
  }

  /// Back to a basis of all slacks.
  func reset() {
    entries.at.update(repeating: 0, count: size * size)
    for index in 0..<size {
      entries.at[index * (size + 1)] = -1
      slackPosition.at[index] = index
    }
    exchanges = 0
  }

  /// Says that the exchanges so far were done just now, one after another from the slacks.
  func markExact() { exchanges = 0 }

  /// Adds a multiple of the column of a row to a vector over positions.
  func add(_ factor: Double, row: Int, to vector: UnsafeMutablePointer<Double>) {
    guard slackPosition.at[row] < 0 else {
      vector[slackPosition.at[row]] -= factor
      return
    }
    let from = entries.at + row * size
    for index in 0..<size { vector[index] += factor * from[index] }
  }

  /// What belongs to a position, one entry per row of the program.
  func copyPosition(_ position: Int, to vector: UnsafeMutablePointer<Double>) {
    for row in 0..<size {
      let place = slackPosition.at[row]
      vector[row] = place < 0 ? entries.at[row * size + position] : place == position ? -1 : 0
    }
  }

  /// The square of the length of what belongs to a position.
  func squaredNorm(ofPosition position: Int) -> Double {
    var sum = 0.0
    for row in 0..<size {
      let place = slackPosition.at[row]
      if place < 0 {
        let value = entries.at[row * size + position]
        sum += value * value
      } else if place == position {
        sum += 1
      }
    }
    return sum
  }

  /// Multiplies a vector over positions, which is 0 where a slack is basic, with the inverse on its right.
  func multiply(_ vector: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>) {
    for row in 0..<size {
      result[row] = slackPosition.at[row] < 0 ? product(vector, entries.at + row * size) : 0
    }
  }

  /// Four sums at a time, since one alone waits for each addition.
  private func product(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>) -> Double {
    var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
    var index = 0
    while index + 3 < size {
      first += a[index] * b[index]
      second += a[index + 1] * b[index + 1]
      third += a[index + 2] * b[index + 2]
      fourth += a[index + 3] * b[index + 3]
      index += 4
    }
    while index < size {
      first += a[index] * b[index]
      index += 1
    }
    return (first + second) + (third + fourth)
  }

  /// Puts a variable in the place of a basic one.
  ///
  /// - Parameters:
  ///   - direction: the inverse times the entering column; not 0 at `position`.
  ///   - leaving, entering: rows whose slacks these variables are; `nil` for columns.
  func exchange(
    _ position: Int, _ direction: UnsafePointer<Double>, leaving: Int?, entering: Int?
  ) {
    exchanges += 1
    if let leaving { slackPosition.at[leaving] = -1 }
    let pivot = direction[position]
    for row in 0..<size where slackPosition.at[row] < 0 {
      let to = entries.at + row * size
      let before = to[position]
      guard before != 0 else { continue }
      let factor = before / pivot
      for index in 0..<size { to[index] -= factor * direction[index] }
      to[position] = factor
    }
    if let entering {
      slackPosition.at[entering] = position
      let to = entries.at + entering * size
      to.update(repeating: 0, count: size)
      to[position] = -1
    }
  }
}
