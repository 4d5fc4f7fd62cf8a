import Reporting
import Scenario

/// A Pareto front: two goals against each other, steps between the points, since nothing lies between.
struct FrontPlot {
  var title: String
  var subtitle: String
  var first: PlotSeries
  var second: PlotSeries
  /// Which points some weighting of the goals would find.
  var isSupported: [Bool]

  private static let width = 9_000
  private static let (left, right, top, bottom) = (1_400, 8_700, 900, 6_200)

  /// The file.
  var svg: String {
    var drawing = SVGDrawing(width: Self.width)
    drawing.text(title, at: .init(x: 200, y: 320), size: 16, isBold: true)
    drawing.text(subtitle, at: .init(x: 200, y: 560), size: 11, color: SVGDrawing.faint)
    let across = PlotScale(
      first.values.compactMap { $0 }, from: Self.left + 200, to: Self.right - 200)
    let upwards = PlotScale(
      second.values.compactMap { $0 }, from: Self.bottom - 200, to: Self.top + 200)
    drawAxes(across, upwards, &drawing)
    let places = zip(first.values, second.values).compactMap { x, y -> SVGDrawing.Place? in
      guard let x, let y else { return nil }
      return .init(x: across.place(x), y: upwards.place(y))
    }
    var line: [SVGDrawing.Place] = []
    for place in places {
      if let last = line.last { line.append(.init(x: place.x, y: last.y)) }
      line.append(place)
    }
    drawing.path(line, color: SVGDrawing.pale, width: 12)
    for (index, place) in places.enumerated() {
      let tip = zip([first, second], [first.values[index], second.values[index]]).map {
        "\($0.title) \($1.map($0.text) ?? "")"
      }.joined(separator: "，")
      drawing.dot(
        place, radius: places.count > 80 ? 22 : 36,
        color: isSupported[index] ? SVGDrawing.blue : SVGDrawing.red,
        isHollow: !(first.isProved[index] && second.isProved[index]), tip: tip)
    }
    drawing.text(
      "蓝：加权也可得到的点  红：任何权重都得不到的点", at: .init(x: Self.right, y: Self.bottom + 620), .end,
      size: 11, color: SVGDrawing.faint)
    return drawing.file(height: Self.bottom + 700, title: title)
  }

  private func drawAxes(
    _ across: PlotScale, _ upwards: PlotScale, _ drawing: inout SVGDrawing
  ) {
    for tick in upwards.ticks(atMost: 8) {
      let y = upwards.place(tick)
      drawing.path(
        [.init(x: Self.left, y: y), .init(x: Self.right, y: y)], color: SVGDrawing.pale, width: 5)
      drawing.text(second.text(tick), at: .init(x: Self.left - 80, y: y + 40), .end, size: 10)
    }
    for tick in across.ticks(atMost: 8) {
      let x = across.place(tick)
      drawing.path(
        [.init(x: x, y: Self.bottom), .init(x: x, y: Self.bottom + 50)], color: SVGDrawing.ink)
      drawing.text(first.text(tick), at: .init(x: x, y: Self.bottom + 200), .middle, size: 10)
    }
    drawing.path(
      [
        .init(x: Self.left, y: Self.top), .init(x: Self.left, y: Self.bottom),
        .init(x: Self.right, y: Self.bottom),
      ], color: SVGDrawing.ink)
    drawing.text(
      first.heading, at: .init(x: (Self.left + Self.right) / 2, y: Self.bottom + 420), .middle)
    drawing.text(second.heading, at: .init(x: 200, y: Self.top - 60), size: 12)
  }
}
