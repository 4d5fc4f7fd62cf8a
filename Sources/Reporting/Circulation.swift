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
