import RunDirectory
import Testing

@Suite struct InputLayoutTests {
  private func layout(_ paths: String...) -> InputLayout {
    InputLayout(paths: paths, workingDirectory: "/home/plan")
  }

  @Test func keepsFilesInTheirPlacesRelativeToEachOther() {
    let plain = layout("scenarios/2018.json", "scenarios/2018/projects.csv")
    #expect(plain.copies == ["inputs/2018.json", "inputs/2018/projects.csv"])
    #expect(plain.originals == ["2018.json", "2018/projects.csv"])

    let whatIf = layout("scenarios/what-if/a.json", "scenarios/2018.json", "scenarios/2018/p.csv")
    #expect(whatIf.copies == ["inputs/what-if/a.json", "inputs/2018.json", "inputs/2018/p.csv"])
    #expect(whatIf.originals == ["a.json", "../2018.json", "../2018/p.csv"])
  }

  @Test func doesNotDependOnWhereTheFilesStand() {
    let relative = layout("./x/../s/2018.json", "s/t//p.csv")
    #expect(relative == layout("/home/plan/s/2018.json", "/home/plan/s/t/p.csv"))
    #expect(relative == layout("/srv/2018.json", "/srv/t/p.csv"))
    #expect(relative == layout("../../srv/2018.json", "/srv/t/p.csv"))
  }

  @Test func takesOneFileAlone() {
    #expect(layout("stdin.json").copies == ["inputs/stdin.json"])
    #expect(layout("/a/b/2018.json").originals == ["2018.json"])
  }
}
