import Reporting
import Scenario

/// Values over two axes, one map under the other: the darker, the more.
struct HeatPlot {
  var title: String
  var subtitle: String
  /// Downwards and to the right.
  var axes: (rows: PlotAxis, columns: PlotAxis)
  var panels: [PlotSeries]

  private static let width = 9_000
  private static let left = 1_800
  private static let right = 8_800
  private static let rowHeight = 240

  /// The file.
  var svg: String {
    var drawing = SVGDrawing(width: Self.width)
    drawing.text(title, at: .init(x: 200, y: 320), size: 16, isBold: true)
    drawing.text(subtitle, at: .init(x: 200, y: 560), size: 11, color: SVGDrawing.faint)
    var y = 700
    for panel in panels { y = draw(panel, top: y, &drawing) }
    drawing.text(
      "颜色越深数值越大；○ 未证明，× 无可行方案", at: .init(x: Self.right, y: y + 100), .end, size: 11,
      color: SVGDrawing.faint)
    return drawing.file(height: y + 250, title: title)
  }

  private func draw(_ panel: PlotSeries, top: Int, _ drawing: inout SVGDrawing) -> Int {
    let (rows, columns) = (axes.rows.labels, axes.columns.labels)
    let cell = (Self.right - Self.left) / columns.count
    let first = top + 480
    drawing.text(panel.heading, at: .init(x: 200, y: top + 200), size: 12, isBold: true)
    for (index, label) in columns.enumerated() where showsLabel(index, columns.count) {
      drawing.text(
        label, at: .init(x: Self.left + cell * index + cell / 2, y: first - 60), .middle, size: 10)
    }
    for (index, label) in rows.enumerated() {
      drawing.text(
        label, at: .init(x: Self.left - 80, y: first + Self.rowHeight * index + 160), .end,
        size: 10)
    }
    let known = panel.values.compactMap { $0 }
    let (low, high) = (known.min() ?? 0, known.max() ?? 0)
    for point in panel.values.indices {
      let corner = SVGDrawing.Place(
        x: Self.left + cell * (point % columns.count),
        y: first + Self.rowHeight * (point / columns.count))
      draw(panel, point, corner, cell, low...high, &drawing)
    }
    let bottom = first + Self.rowHeight * rows.count
    drawing.text(
      "→ \(axes.columns.title)    ↓ \(axes.rows.title)",
      at: .init(x: (Self.left + Self.right) / 2, y: bottom + 200), .middle, size: 11)
    return bottom + 350
  }

  private func showsLabel(_ index: Int, _ count: Int) -> Bool { index % ((count + 19) / 20) == 0 }

  private func draw(
    _ panel: PlotSeries, _ point: Int, _ corner: SVGDrawing.Place, _ cell: Int,
    _ range: ClosedRange<Int>, _ drawing: inout SVGDrawing
  ) {
    let columns = axes.columns.labels.count
    let place =
      "\(axes.rows.labels[point / columns])，\(axes.columns.labels[point % columns])"
    let size = SVGDrawing.Place(x: cell - 10, y: Self.rowHeight - 10)
    let middle = SVGDrawing.Place(x: corner.x + cell / 2, y: corner.y + 160)
    guard let value = panel.values[point] else {
      let isInfeasible = panel.isProved[point]
      drawing.box(
        corner, size, fill: "#eeeeee", tip: "\(place)：\(isInfeasible ? "无可行方案" : "未求解")")
      if isInfeasible { drawing.text("×", at: middle, .middle, size: 11, color: SVGDrawing.red) }
      return
    }
    let share =
      range.count > 1
      ? Int(
        (Int128(value) - Int128(range.lowerBound)) * 100
          / (Int128(range.upperBound) - Int128(range.lowerBound))) : 0
    let isProved = panel.isProved[point]
    drawing.box(corner, size, fill: Self.color(share), tip: "\(place)：\(panel.text(value))")
    if cell >= 400 || !isProved {
      drawing.text(
        (isProved ? "" : "○") + (cell >= 400 ? panel.text(value) : ""), at: middle, .middle,
        size: 9, color: share > 55 ? "#ffffff" : SVGDrawing.ink)
    }
  }

  /// From nearly white to dark blue, by hundredths.
  private static func color(_ share: Int) -> String {
    let (light, dark) = ([0xE8, 0xF0, 0xFA], [0x12, 0x3F, 0x7A])
    let parts = zip(light, dark).map { $0 + ($1 - $0) * share / 100 }
    return "#"
      + parts.map { part in
        let text = String(part, radix: 16)
        return text.count == 1 ? "0" + text : text
      }.joined()
  }
}
