"""Placeholders with a story, so that every gate of the policy has somebody to stop; only made-up projects."""

SPECIAL = {
    # not in line with the plans; one lacks its approvals.
    "抚宁区现代服务业项目01（示例）": {"conforms": False},
    "山海关区传统产业升级项目03（示例）": {"conforms": False},
    "昌黎县民生项目02（示例）": {"conforms": False},
    "卢龙县传统产业升级项目02（示例）": {"approved": False},
    # M-1: much land and energy, little investment, output and tax.
    "卢龙县传统产业升级项目05（示例）": {"total": 5800, "output": 6200, "tax": 150},
    "开发区传统产业升级项目02（示例）": {"total": 8600, "output": 9500, "tax": 240},
    # Projects that need each other, or want the same site.
    "北戴河新区现代服务业项目04（示例）": {"requires": ["北戴河新区重大基础设施项目01（示例）"]},
    "开发区战略性新兴产业项目06（示例）": {"requires": ["开发区战略性新兴产业项目01（示例）"]},
    "抚宁区民生项目01（示例）": {"excludes": ["抚宁区农产品精深加工项目03（示例）"]},
    # It asks for more energy than its county has.
    "青龙县重大基础设施项目01（示例）": {"energy": 76000, "excludes": ["青龙县战略性新兴产业项目01（示例）"]},
}
