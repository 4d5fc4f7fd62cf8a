extension Relaxation {
  /// Every `step`-th tree of decisions of each block, with sides and amounts in proportion; without pairs.
  func sampled(every step: Int) -> Relaxation {
    var sample = Relaxation(sampleSize: selected(every: step), of: self)
    var (node, entry) = (0, 0)
    let share = 1 / Double(step)
    for block in blocks.indices {
      let first = node
      forEachTree(of: block, every: step) { tree in
        let factor = isAmount(root: tree.lowerBound) ? share : 1
        let shift = node - tree.lowerBound
        for old in tree {
          let isRoot = parent.at[old] < 0
          sample.column.at[node] = column.at[old]
          sample.parent.at[node] = isRoot ? -1 : parent.at[old] + Int32(shift)
          sample.least.at[node] = least.at[old] * (isRoot ? factor : 1)
          sample.width.at[node] = width.at[old] * (isRoot ? factor : 1)
          sample.largest.at[node] = largest.at[old] * factor
          sample.cost.at[node] = cost.at[old]
          for place in entries(of: old) {
            sample.entrySide.at[entry] = entrySide.at[place]
            sample.entryValue.at[entry] = entryValue.at[place]
            entry += 1
          }
          node += 1
          sample.entryStart.at[node] = Int32(entry)
        }
      }
      sample.blocks.append(Block(nodes: first..<node, sides: blocks[block].sides))
    }
    for index in sample.sides.indices { sample.sides[index].value *= share }
    return sample
  }

  private init(sampleSize: (nodes: Int, entries: Int), of whole: Relaxation) {
    self.init(nodes: sampleSize.nodes, entries: sampleSize.entries)
    sides = whole.sides
    firstLinking = whole.firstLinking
    unit = whole.unit
  }

  private func selected(every step: Int) -> (nodes: Int, entries: Int) {
    var (nodes, entries) = (0, 0)
    for block in blocks.indices {
      forEachTree(of: block, every: step) { tree in
        nodes += tree.count
        for node in tree { entries += self.entries(of: node).count }
      }
    }
    return (nodes, entries)
  }

  /// All amounts of a block that stand alone, and every `step`-th of its other trees.
  private func forEachTree(of block: Int, every step: Int, _ body: (Range<Int>) -> Void) {
    var decisions = 0
    forEachTree(of: block) { tree in
      if isAmount(root: tree.lowerBound) { return body(tree) }
      if decisions % step == 0 { body(tree) }
      decisions += 1
    }
  }
}
