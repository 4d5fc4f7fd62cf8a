/// Equations whose matrix is symmetric and positive definite, one dense block per block of the program and a border of the
/// linking sides: Cholesky factors of the blocks, and of what they leave of the border (Schur complement).
struct ArrowSystem {
  private let relaxation: Relaxation
  /// Lower triangles, row by row.
  private var factors: [[Double]]
  private var borders: [[Double]]
  private var center: [Double]

  /// Factorises; `curvature` holds a lower triangle over own and linking sides per block. `nil` if the matrix is not definite.
  init?(
    _ relaxation: Relaxation, _ curvature: [[Double]], diagonal: [Double], _ lanes: Lanes
  ) {
    self.relaxation = relaxation
    let linking = relaxation.linkingCount
    let count = relaxation.blocks.count
    let parts = Buffer<Int8>(count, filledWith: 0)
    var factors: [[Double]] = Array(repeating: [], count: count)
    var borders = factors
    var rests = factors
    factors.withUnsafeMutableBufferPointer { factors in
      borders.withUnsafeMutableBufferPointer { borders in
        rests.withUnsafeMutableBufferPointer { rests in
          let slots = (factors, borders, rests)
          lanes.run(count) { block, _ in
            guard
              let part = ArrowSystem.reduce(
                curvature[block], diagonal, relaxation.blocks[block].sides, linking)
            else { return }
            slots.0[block] = part.factor
            slots.1[block] = part.border
            slots.2[block] = part.rest
            parts.at[block] = 1
          }
        }
      }
    }
    for block in 0..<count where parts.at[block] == 0 { return nil }
    center = Array(repeating: 0, count: linking * linking)
    for rest in rests { for index in center.indices { center[index] += rest[index] } }
    for index in 0..<linking {
      center[index * linking + index] += diagonal[relaxation.firstLinking + index]
    }
    self.factors = factors
    self.borders = borders
    guard ArrowSystem.factorize(&center, linking) else { return nil }
  }

  /// One block's factor, its border solved against it, and what it leaves of the border's own matrix.
  private static func reduce(
    _ curvature: [Double], _ diagonal: [Double], _ sides: Range<Int>, _ linking: Int
  ) -> (factor: [Double], border: [Double], rest: [Double])? {
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
    return (factor, border, rest)
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
      forward(&solution, block.sides, factors[index])
      let (border, own) = (borders[index], block.sides.count)
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
      let (border, own) = (borders[index], block.sides.count)
      for row in 0..<linking {
        for k in 0..<own {
          solution[block.sides.lowerBound + k] -= border[row * own + k] * top[row]
        }
      }
      backward(&solution, block.sides, factors[index])
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
