import Reporting
import Scenario

/// A drawing as SVG text that stands on its own: no script, no font or picture from elsewhere.
///
/// Lengths are in tenths of a pixel, so that no coordinate depends on rounding.
struct SVGDrawing {
  /// A place in the drawing, in tenths of a pixel from its upper left corner.
  struct Place: Equatable {
    var x: Int
    var y: Int
  }

  /// Where a text stands beside its place.
  enum Anchor: String {
    case start = "start"
    case middle = "middle"
    case end = "end"
  }

  static let ink = "#222222"
  static let pale = "#d0d0d0"
  static let faint = "#777777"
  static let blue = "#1f5fa8"
  static let red = "#c0392b"

  private let width: Int
  private var elements: [String] = []

  init(width: Int) { self.width = width }

  /// A straight line through some places, or a closed area.
  mutating func path(
    _ places: [Place], color: String, width: Int = 10, dashes: String? = nil
  ) {
    guard let first = places.first, places.count > 1 else { return }
    let rest = places.dropFirst().map { "L" + point($0) }.joined()
    let dashed = dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    elements.append(
      "<path d=\"M\(point(first))\(rest)\" fill=\"none\" stroke=\"\(color)\" "
        + "stroke-width=\"\(length(width))\"\(dashed)/>")
  }

  /// A rectangle, with words that a reader's pointer shows.
  mutating func box(_ corner: Place, _ size: Place, fill: String, tip: String = "") {
    let area =
      "x=\"\(length(corner.x))\" y=\"\(length(corner.y))\" "
      + "width=\"\(length(size.x))\" height=\"\(length(size.y))\""
    element("rect \(area) fill=\"\(fill)\"", tip)
  }

  /// A round mark; a hollow one stands for what is not proved.
  mutating func dot(
    _ center: Place, radius: Int = 32, color: String, isHollow: Bool = false, tip: String = ""
  ) {
    element(
      "circle cx=\"\(length(center.x))\" cy=\"\(length(center.y))\" r=\"\(length(radius))\" "
        + "fill=\"\(isHollow ? "#ffffff" : color)\" stroke=\"\(color)\" stroke-width=\"1.2\"",
      tip)
  }

  /// A cross, for a point without a plan.
  mutating func cross(_ center: Place, color: String, tip: String = "") {
    let (x, y, arm) = (center.x, center.y, 35)
    let first = "M\(point(Place(x: x - arm, y: y - arm)))L\(point(Place(x: x + arm, y: y + arm)))"
    let second = "M\(point(Place(x: x - arm, y: y + arm)))L\(point(Place(x: x + arm, y: y - arm)))"
    element(
      "path d=\"\(first)\(second)\" fill=\"none\" stroke=\"\(color)\" stroke-width=\"1.6\"", tip)
  }

  mutating func text(
    _ text: String, at place: Place, _ anchor: Anchor = .start, size: Int = 12,
    color: String = SVGDrawing.ink, isBold: Bool = false
  ) {
    let weight = isBold ? " font-weight=\"bold\"" : ""
    elements.append(
      "<text x=\"\(length(place.x))\" y=\"\(length(place.y))\" text-anchor=\"\(anchor.rawValue)\" "
        + "font-size=\"\(size)\" fill=\"\(color)\"\(weight)>\(Self.escaped(text))</text>")
  }

  /// The whole file.
  func file(height: Int, title: String) -> String {
    let size = "width=\"\(length(width))\" height=\"\(length(height))\""
    let box = "viewBox=\"0 0 \(length(width)) \(length(height))\""
    let fonts =
      "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',"
      + "'WenQuanYi Micro Hei',sans-serif"
    let lines =
      [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) \(box) font-family=\"\(fonts)\" role=\"img\">",
        "<title>\(Self.escaped(title))</title>",
        "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
      ] + elements + ["</svg>"]
    return lines.map { $0 + "\n" }.joined()
  }

  private mutating func element(_ start: String, _ tip: String) {
    elements.append(
      tip.isEmpty
        ? "<\(start)/>"
        : "<\(start)><title>\(Self.escaped(tip))</title></\(start.prefix { $0 != " " })>")
  }

  private func point(_ place: Place) -> String { "\(length(place.x)) \(length(place.y))" }

  private func length(_ tenths: Int) -> String {
    tenths % 10 == 0 ? String(tenths / 10) : FixedPoint.text(tenths, decimals: 1)
  }

  /// Text as it stands in XML; what XML does not allow at all is left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      default:
        let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        if isAllowed { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
