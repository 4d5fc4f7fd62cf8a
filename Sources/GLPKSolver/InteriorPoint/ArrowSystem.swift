/// Equations whose matrix is symmetric and positive definite, one dense block per block of the program and a border of the
/// linking sides: Cholesky factors of the blocks, and of what they leave of the border (Schur complement).
///
/// That is how block-angular programs are solved by interior points (Choi and Goldfarb 1993; Gondzio and Sarkissian 2003).
struct ArrowSystem {
  /// What is kept of one block.
  private struct Part {
    /// Cholesky factor of the block's own matrix: a lower triangle, row by row.
    var factor: [Double]
    /// The rows of the border, solved against it.
    var border: [Double]
    /// What the block adds to the border's own matrix (lower triangle).
    var rest: [Double]
  }

  private let relaxation: Relaxation
  private var parts: [Part] = []
  /// Cholesky factor of the Schur complement.
  private var center: [Double]

  /// Factorises; `curvature` holds a lower triangle over own and linking sides per block. `nil` if the matrix is not definite.
  init?(
    _ relaxation: Relaxation, _ curvature: [[Double]], diagonal: [Double], _ lanes: Lanes
  ) {
    self.relaxation = relaxation
    let linking = relaxation.linkingCount
    var reduced: [Part?] = Array(repeating: nil, count: relaxation.blocks.count)
    reduced.withUnsafeMutableBufferPointer { slots in
      let slots = slots
      lanes.run(slots.count) { block, _ in
        slots[block] = ArrowSystem.reduce(
          curvature[block], diagonal, relaxation.blocks[block].sides, linking)
      }
    }
    center = Array(repeating: 0, count: linking * linking)
    for case let part? in reduced {
      for index in center.indices { center[index] += part.rest[index] }
      parts.append(part)
    }
    guard parts.count == reduced.count else { return nil }
    for index in 0..<linking {
      center[index * linking + index] += diagonal[relaxation.firstLinking + index]
    }
    guard ArrowSystem.factorize(&center, linking) else { return nil }
  }

  /// One block's part; `nil` if its matrix is not definite.
  private static func reduce(
    _ curvature: [Double], _ diagonal: [Double], _ sides: Range<Int>, _ linking: Int
  ) -> Part? {
    let own = sides.count
    let size = own + linking
    var factor = Array(repeating: 0.0, count: own * own)
    for row in 0..<own {
      for column in 0...row { factor[row * own + column] = curvature[row * size + column] }
      factor[row * own + row] += diagonal[sides.lowerBound + row]
    }
    guard factorize(&factor, own) else { return nil }
    var border = Array(repeating: 0.0, count: linking * own)
    var rest = Array(repeating: 0.0, count: linking * linking)
    for row in 0..<linking {
      for column in 0..<own {
        var value = curvature[(own + row) * size + column]
        for k in 0..<column { value -= border[row * own + k] * factor[column * own + k] }
        border[row * own + column] = value / factor[column * own + column]
      }
      for column in 0...row {
        var value = curvature[(own + row) * size + own + column]
        for k in 0..<own { value -= border[row * own + k] * border[column * own + k] }
        rest[row * linking + column] = value
      }
    }
    return Part(factor: factor, border: border, rest: rest)
  }

  /// Replaces a lower triangle by its Cholesky factor; false if the matrix is not definite.
  private static func factorize(_ matrix: inout [Double], _ size: Int) -> Bool {
    for row in 0..<size {
      for column in 0..<row {
        var value = matrix[row * size + column]
        for k in 0..<column { value -= matrix[row * size + k] * matrix[column * size + k] }
        matrix[row * size + column] = value / matrix[column * size + column]
      }
      var value = matrix[row * size + row]
      for k in 0..<row { value -= matrix[row * size + k] * matrix[row * size + k] }
      guard value > 0, value.isFinite else { return false }
      matrix[row * size + row] = value.squareRoot()
    }
    return true
  }

  /// The solution for a right side over all sides.
  func solve(_ right: [Double]) -> [Double] {
    let linking = relaxation.linkingCount
    var solution = right
    var top = Array(right[relaxation.firstLinking...])
    for (index, block) in relaxation.blocks.enumerated() {
      forward(&solution, block.sides, parts[index].factor)
      let (border, own) = (parts[index].border, block.sides.count)
      for row in 0..<linking {
        for k in 0..<own {
          top[row] -= border[row * own + k] * solution[block.sides.lowerBound + k]
        }
      }
    }
    forward(&top, 0..<linking, center)
    backward(&top, 0..<linking, center)
    for row in 0..<linking { solution[relaxation.firstLinking + row] = top[row] }
    for (index, block) in relaxation.blocks.enumerated() {
      let (border, own) = (parts[index].border, block.sides.count)
      for row in 0..<linking {
        for k in 0..<own {
          solution[block.sides.lowerBound + k] -= border[row * own + k] * top[row]
        }
      }
      backward(&solution, block.sides, parts[index].factor)
    }
    return solution
  }

  private func forward(_ vector: inout [Double], _ range: Range<Int>, _ factor: [Double]) {
    let (size, first) = (range.count, range.lowerBound)
    for row in 0..<size {
      var value = vector[first + row]
      for k in 0..<row { value -= factor[row * size + k] * vector[first + k] }
      vector[first + row] = value / factor[row * size + row]
    }
  }

  private func backward(_ vector: inout [Double], _ range: Range<Int>, _ factor: [Double]) {
    let (size, first) = (range.count, range.lowerBound)
    for row in (0..<size).reversed() {
      let value = vector[first + row] / factor[row * size + row]
      vector[first + row] = value
      for k in 0..<row { vector[first + k] -= factor[row * size + k] * value }
    }
  }
}
