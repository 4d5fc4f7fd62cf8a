import Reporting
import Scenario

/// Values along one axis, one panel under the other; a value holds up to the next point that was solved.
struct StepPlot {
  var title: String
  var subtitle: String
  var axis: PlotAxis
  /// Places of the points on the axis, in ascending order, as in `axis.positions`.
  var positions: [Int]
  var panels: [PlotSeries]

  private static let width = 9_000
  private static let left = 1_200
  private static let right = 8_700
  private static let top = 900
  private static let panelHeight = 1_300
  private static let gap = 500

  /// The file.
  var svg: String {
    var drawing = SVGDrawing(width: Self.width)
    drawing.text(title, at: .init(x: 200, y: 320), size: 16, isBold: true)
    drawing.text(subtitle, at: .init(x: 200, y: 560), size: 11, color: SVGDrawing.faint)
    let scale = PlotScale(
      positions + (axis.base.map { [$0] } ?? []), from: Self.left, to: Self.right)
    var y = Self.top
    for panel in panels {
      draw(panel, top: y, scale, &drawing)
      y += Self.panelHeight + Self.gap
    }
    drawAxis(y - Self.gap, scale, &drawing)
    return drawing.file(height: y + 700, title: title)
  }

  private func drawAxis(_ y: Int, _ scale: PlotScale, _ drawing: inout SVGDrawing) {
    for tick in axis.isNumeric ? scale.ticks(atMost: 10) : positions {
      let x = scale.place(tick)
      drawing.path([.init(x: x, y: y), .init(x: x, y: y + 50)], color: SVGDrawing.ink)
      drawing.text(axis.text(tick), at: .init(x: x, y: y + 200), .middle, size: 11)
    }
    drawing.text(
      axis.heading, at: .init(x: (Self.left + Self.right) / 2, y: y + 420), .middle, size: 12)
    let legend = "● 已证明  ○ 未证明  × 无可行方案" + (axis.base == nil ? "" : "  ┆ 现值")
    drawing.text(
      legend, at: .init(x: Self.right, y: y + 620), .end, size: 11, color: SVGDrawing.faint)
  }

  private func draw(
    _ panel: PlotSeries, top: Int, _ scale: PlotScale, _ drawing: inout SVGDrawing
  ) {
    let bottom = top + Self.panelHeight
    let values = panel.values.compactMap { $0 }
    let heights = PlotScale(values, from: bottom - 120, to: top + 120)
    drawing.text(panel.heading, at: .init(x: Self.left, y: top - 60), size: 12, isBold: true)
    for tick in heights.ticks(atMost: 4) {
      let y = heights.place(tick)
      drawing.path(
        [.init(x: Self.left, y: y), .init(x: Self.right, y: y)], color: SVGDrawing.pale, width: 5)
      drawing.text(panel.text(tick), at: .init(x: Self.left - 80, y: y + 40), .end, size: 10)
    }
    if let base = axis.base {
      let x = scale.place(base)
      drawing.path(
        [.init(x: x, y: top), .init(x: x, y: bottom)], color: SVGDrawing.faint, dashes: "4 3")
    }
    drawing.path(
      [
        .init(x: Self.left, y: top), .init(x: Self.left, y: bottom),
        .init(x: Self.right, y: bottom),
      ],
      color: SVGDrawing.ink)
    for run in runs(of: panel) {
      drawing.path(
        steps(run.map { ($0.position, $0.value) }, scale, heights), color: SVGDrawing.blue,
        width: 16)
    }
    marks(panel, bottom, scale, heights, &drawing)
  }

  /// A value holds up to the next point.
  private func steps(
    _ points: [(position: Int, value: Int)], _ scale: PlotScale, _ heights: PlotScale
  ) -> [SVGDrawing.Place] {
    var line: [SVGDrawing.Place] = []
    for point in points {
      let (x, y) = (scale.place(point.position), heights.place(point.value))
      if let last = line.last, last.y != y { line.append(.init(x: x, y: last.y)) }
      line.append(.init(x: x, y: y))
    }
    return line
  }

  /// Points with a value that follow one another without a gap.
  private func runs(of panel: PlotSeries) -> [[(position: Int, value: Int)]] {
    var runs: [[(position: Int, value: Int)]] = [[]]
    for (position, value) in zip(positions, panel.values) {
      if let value {
        runs[runs.count - 1].append((position, value))
      } else if runs.last?.isEmpty == false {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }

  private func marks(
    _ panel: PlotSeries, _ bottom: Int, _ scale: PlotScale, _ heights: PlotScale,
    _ drawing: inout SVGDrawing
  ) {
    for (index, position) in positions.enumerated() {
      let x = scale.place(position)
      let place = axis.text(position)
      if let value = panel.values[index] {
        drawing.dot(
          .init(x: x, y: heights.place(value)), radius: positions.count > 60 ? 20 : 32,
          color: SVGDrawing.blue, isHollow: !panel.isProved[index],
          tip: "\(place)：\(panel.text(value))")
      } else if panel.isProved[index] {
        drawing.cross(.init(x: x, y: bottom - 60), color: SVGDrawing.red, tip: "\(place)：无可行方案")
      }
    }
  }
}
