/// Controlled rounding of a table whose cells are added up along two trees, one of rows and one of columns.
///
/// Every cell and every node sum becomes one of the two multiples of the unit next to it, and all sums still hold. This is the
/// rounding of a circulation: nodes conserve, edges carry amounts. While some edge carries no multiple there is a cycle of
/// such edges, and the least push around it that makes one of them a multiple loses nothing (see `docs/tables.md`, section 2).
struct LaminarRounding {
  private var parent: [Int]
  private var isRow: [Bool]
  private var cells: [(row: Int, column: Int, amount: Int)] = []

  /// Root of the row tree.
  static let rowRoot = 0
  /// Root of the column tree.
  static let columnRoot = 1

  init() {
    parent = [-1, -1]
    isRow = [true, false]
  }

  /// Adds a node below another one of the same tree.
  mutating func node(under other: Int) -> Int {
    parent.append(other)
    isRow.append(isRow[other])
    return parent.count - 1
  }

  /// Adds a cell (not negative) below a row node and a column node; returns its index.
  @discardableResult
  mutating func cell(row: Int, column: Int, amount: Int) -> Int {
    cells.append((row, column, amount))
    return cells.count - 1
  }

  /// The cells, rounded to multiples of `unit` and divided by it.
  func rounded(to unit: Int) -> [Int] {
    var circulation = Circulation(nodes: parent.count, unit: unit)
    var sums = [Int](repeating: 0, count: parent.count)
    for cell in cells {
      circulation.addEdge(from: cell.column, to: cell.row, amount: cell.amount)
      sums[cell.row] += cell.amount
      sums[cell.column] += cell.amount
    }
    // Children come after their parents, so one pass backwards adds up both trees.
    for node in parent.indices.reversed() {
      let up = parent[node]
      guard up >= 0 else { continue }
      sums[up] += sums[node]
      circulation.addEdge(
        from: isRow[node] ? node : up, to: isRow[node] ? up : node, amount: sums[node])
    }
    circulation.addEdge(from: Self.rowRoot, to: Self.columnRoot, amount: sums[Self.rowRoot])
    circulation.round()
    return cells.indices.map { circulation.amounts[$0] / unit }
  }
}

/// Amounts on the edges of a graph, conserved at every node.
struct Circulation {
  private let unit: Int
  private var tails: [Int] = []
  private var heads: [Int] = []
  /// Amount per edge, in the order of adding.
  private(set) var amounts: [Int] = []
  /// Edges at each node that carry no multiple of the unit (with others that have become one, dropped when met).
  private var open: [[Int]]

  init(nodes: Int, unit: Int) {
    self.unit = unit
    open = Array(repeating: [], count: nodes)
  }

  mutating func addEdge(from tail: Int, to head: Int, amount: Int) {
    let edge = amounts.count
    tails.append(tail)
    heads.append(head)
    amounts.append(amount)
    if amount % unit != 0 {
      open[tail].append(edge)
      open[head].append(edge)
    }
  }

  /// Makes every amount one of its two neighbouring multiples of the unit and keeps conservation.
  mutating func round() {
    var place = [Int](repeating: -1, count: open.count)
    for start in open.indices {
      var nodes = [start]
      var path: [Int] = []
      place[start] = 0
      while let last = nodes.last {
        guard let edge = openEdge(at: last, besides: path.last) else { break }
        let next = tails[edge] == last ? heads[edge] : tails[edge]
        path.append(edge)
        if place[next] < 0 {
          place[next] = nodes.count
          nodes.append(next)
          continue
        }
        let first = place[next]
        push(around: path[first...], from: next)
        for node in nodes[(first + 1)...] { place[node] = -1 }
        nodes.removeSubrange((first + 1)...)
        path.removeSubrange(first...)
      }
      for node in nodes { place[node] = -1 }
    }
  }

  /// An edge at a node that carries no multiple, other than the one the walk came by.
  private mutating func openEdge(at node: Int, besides arrival: Int?) -> Int? {
    var position = open[node].count - 1
    while position >= 0 {
      let edge = open[node][position]
      if amounts[edge] % unit == 0 {
        open[node].swapAt(position, open[node].count - 1)
        open[node].removeLast()
        position = min(position, open[node].count - 1)
        continue
      }
      if edge != arrival { return edge }
      position -= 1
    }
    return nil
  }

  /// Pushes the least amount around a cycle, in the direction that needs less, so that an edge becomes a multiple.
  private mutating func push(around cycle: ArraySlice<Int>, from start: Int) {
    var directions: [(edge: Int, isForward: Bool)] = []
    var node = start
    for edge in cycle {
      let isForward = tails[edge] == node
      directions.append((edge, isForward))
      node = isForward ? heads[edge] : tails[edge]
    }
    var (up, down) = (unit, unit)
    for (edge, isForward) in directions {
      let rest = amounts[edge] % unit
      up = min(up, isForward ? unit - rest : rest)
      down = min(down, isForward ? rest : unit - rest)
    }
    let amount = up <= down ? up : -down
    for (edge, isForward) in directions { amounts[edge] += isForward ? amount : -amount }
  }
}
