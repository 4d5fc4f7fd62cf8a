/// A tree that may change from the values it has to others; trees that lose little by that are the core of a program (Balas and Zemel
/// 1980), everything else keeps its value.
struct CoreChoice {
  /// Nodes of the tree, and its block.
  var tree: Range<Int>
  var block: Int
  /// The tree's columns, the dependent ones last, and their other values.
  var columns: [Int]
  var other: [Int]
}
