import Testing

@Suite struct LanguageTests {
  /// Whether a message comes in Chinese under these variables.
  private func isChinese(_ environment: [String: String], _ options: String...) throws -> Bool {
    let result = try Tool.start(
      ["verify", "/no/such/run"] + options, environment: environment
    ).finish()
    #expect(result.end == .exit(66))
    return result.errors.hasPrefix("错误")
  }

  @Test func isChineseUnlessAskedOtherwise() throws {
    #expect(try isChinese([:]))
    #expect(try isChinese(["LANG": ""]))
    #expect(try isChinese(["LC_ALL": "C"]))
    #expect(try isChinese(["LANG": "C.UTF-8"]))
    #expect(try isChinese(["LANG": "POSIX"]))
    #expect(try isChinese(["LANG": "zh_CN.UTF-8"]))
    #expect(try !isChinese(["LANG": "en_US.UTF-8"]))
    #expect(try !isChinese(["LANG": "de_DE.UTF-8"]))
  }

  @Test func theMoreSpecificVariableDecides() throws {
    #expect(try isChinese(["LANG": "en_US", "LC_MESSAGES": "zh_CN"]))
    #expect(try !isChinese(["LC_MESSAGES": "zh_CN", "LC_ALL": "en_GB.UTF-8"]))
    #expect(try isChinese(["LC_ALL": "en_US", "ALLOCATE_LANG": "zh-CN"]))
    #expect(try !isChinese(["LC_ALL": "zh_CN", "ALLOCATE_LANG": "en"]))
    #expect(try !isChinese(["ALLOCATE_LANG": "zh"], "--lang", "en"))
    #expect(try isChinese(["ALLOCATE_LANG": "en"], "--lang", "zh"))
  }
}
