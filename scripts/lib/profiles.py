"""What a project of each branch is like: ranges per 亩 of its whole site, made up but plausible in size."""

from dataclasses import dataclass

STRATEGIC = "战略性新兴产业"
SERVICES = "现代服务业"
FARM_PRODUCTS = "农产品精深加工"
UPGRADING = "传统产业升级"
INFRASTRUCTURE = "重大基础设施"
LIVELIHOOD = "民生"

# The classes that get energy and water free of charge (E-1).
FREE_CATEGORIES = [STRATEGIC, SERVICES, FARM_PRODUCTS]

STEEL = "黑色金属冶炼和压延加工业"
MINERALS = "非金属矿物制品业"
CHEMICALS = "化学原料和化学制品制造业"
POWER = "电力、热力生产和供应业"
NONFERROUS = "有色金属冶炼和压延加工业"
REFINING = "石油加工、炼焦和核燃料加工业"


@dataclass(frozen=True)
class Profile:
    """Ranges (low, high) of one kind of project."""

    category: str
    sector: str
    land: tuple  # 亩, whole site
    investment: tuple  # 万元/亩
    output: tuple = (0, 0)  # 万元/亩 a year; 0: no output (roads, schools)
    tax: tuple = (0, 0)  # per thousand of the output
    energy: tuple = (0, 0)  # 0.1 tce/亩, 当量值
    equivalent: tuple = (150, 220)  # 等价值 in per cent of 当量值
    coal: tuple = (0, 0)  # t/亩
    water: tuple = (0, 0)  # m³/亩
    cod: tuple = (0, 0)  # g/亩; so are the next three
    nh3n: tuple = (0, 0)
    so2: tuple = (0, 0)
    nox: tuple = (0, 0)


PROFILES = {
    "equipment": Profile(
        STRATEGIC, "专用设备制造业", (60, 180), (260, 460), (320, 620), (45, 80), (60, 180),
        water=(60, 180), cod=(900, 3500), nh3n=(80, 300), so2=(0, 2500), nox=(800, 5000)),
    "electronics": Profile(
        STRATEGIC, "计算机、通信和其他电子设备制造业", (30, 110), (340, 680), (420, 860), (50, 90), (80, 240),
        water=(120, 380), cod=(1500, 6000), nh3n=(150, 600), nox=(200, 1500)),
    "materials": Profile(
        STRATEGIC, CHEMICALS, (40, 130), (260, 420), (330, 600), (45, 80), (200, 520), coal=(0, 25),
        water=(200, 700), cod=(4000, 14000), nh3n=(400, 1500), so2=(2500, 12000), nox=(4000, 16000)),
    "medicine": Profile(
        STRATEGIC, "医药制造业", (30, 110), (300, 560), (420, 900), (70, 120), (90, 260),
        water=(320, 900), cod=(6000, 18000), nh3n=(600, 2200), so2=(300, 2500), nox=(600, 3000)),
    "renewables": Profile(
        STRATEGIC, POWER, (60, 160), (160, 300), (40, 90), (60, 110), (4, 15), water=(8, 25)),
    "tourism": Profile(
        SERVICES, "文化、体育和娱乐业", (120, 420), (110, 240), (40, 110), (60, 110), (15, 55),
        water=(220, 620), cod=(2500, 7500), nh3n=(250, 800), nox=(200, 900)),
    "wellness": Profile(
        SERVICES, "卫生和社会工作", (60, 220), (240, 400), (70, 160), (50, 90), (40, 110),
        water=(320, 760), cod=(3500, 9000), nh3n=(350, 1000), nox=(300, 1200)),
    "logistics": Profile(
        SERVICES, "交通运输、仓储和邮政业", (70, 240), (120, 220), (90, 220), (30, 60), (15, 50),
        water=(30, 90), cod=(400, 1500), nh3n=(40, 150), nox=(300, 1500)),
    "science": Profile(
        SERVICES, "科学研究和技术服务业", (15, 70), (280, 560), (120, 300), (60, 110), (40, 120),
        water=(120, 360), cod=(1200, 4500), nh3n=(120, 450), nox=(100, 500)),
    "food": Profile(
        FARM_PRODUCTS, "农副食品加工业", (35, 130), (150, 300), (280, 560), (30, 60), (120, 420), coal=(0, 22),
        water=(800, 2300), cod=(14000, 46000), nh3n=(1200, 4800), so2=(2500, 9000), nox=(3000, 9500)),
    "steel": Profile(
        UPGRADING, STEEL, (70, 220), (300, 560), (700, 1300), (30, 60), (900, 2400), coal=(55, 170),
        water=(500, 1300), cod=(3000, 9000), nh3n=(300, 900), so2=(28000, 80000), nox=(45000, 130000)),
    "minerals": Profile(
        UPGRADING, MINERALS, (50, 170), (200, 380), (280, 520), (35, 65), (500, 1500), coal=(20, 100),
        water=(150, 500), cod=(1500, 5000), nh3n=(150, 500), so2=(14000, 48000), nox=(26000, 80000)),
    "chemicals": Profile(
        UPGRADING, CHEMICALS, (50, 150), (230, 400), (320, 640), (40, 75), (400, 1100), coal=(15, 70),
        water=(400, 1300), cod=(9000, 34000), nh3n=(900, 4200), so2=(8000, 28000), nox=(9000, 32000)),
    "parts": Profile(
        UPGRADING, "汽车制造业", (40, 140), (220, 400), (320, 640), (40, 75), (120, 420), coal=(0, 6),
        water=(80, 280), cod=(1500, 5500), nh3n=(150, 500), so2=(500, 5000), nox=(1500, 8500)),
    "metalwork": Profile(
        UPGRADING, "金属制品业", (30, 110), (180, 340), (260, 520), (35, 65), (120, 460), coal=(0, 10),
        water=(60, 240), cod=(1500, 6000), nh3n=(150, 500), so2=(1000, 7000), nox=(1500, 9000)),
    "road": Profile(
        INFRASTRUCTURE, "土木工程建筑业", (60, 320), (60, 150), energy=(2, 6), water=(8, 25)),
    "municipal": Profile(
        INFRASTRUCTURE, "水利、环境和公共设施管理业", (12, 70), (140, 320), energy=(10, 60), water=(20, 120),
        cod=(300, 2500), nh3n=(30, 300)),
    "heating": Profile(
        INFRASTRUCTURE, POWER, (20, 70), (280, 480), (180, 320), (30, 60), (900, 2600), (105, 120), (120, 340),
        water=(400, 1200), cod=(900, 3000), nh3n=(80, 300), so2=(22000, 60000), nox=(35000, 90000)),
    "school": Profile(
        LIVELIHOOD, "教育", (25, 85), (150, 250), energy=(15, 35), water=(160, 380), cod=(1500, 4000),
        nh3n=(150, 450), nox=(100, 400)),
    "hospital": Profile(
        LIVELIHOOD, "卫生和社会工作", (12, 55), (340, 580), energy=(80, 200), water=(500, 1200),
        cod=(4500, 12000), nh3n=(450, 1400), so2=(0, 600), nox=(600, 2200)),
    "housing": Profile(
        LIVELIHOOD, "房地产业", (40, 150), (280, 430), energy=(55, 120), water=(380, 760), cod=(3500, 8500),
        nh3n=(400, 1000), nox=(300, 1300)),
    "culture": Profile(
        LIVELIHOOD, "文化、体育和娱乐业", (15, 60), (200, 380), energy=(25, 70), water=(80, 220),
        cod=(600, 2000), nh3n=(60, 220), nox=(100, 500)),
}

# Kinds of the numbered placeholders of each class, with their weights.
KINDS = {
    STRATEGIC: ["equipment"] * 4 + ["electronics"] * 3 + ["materials"] * 3 + ["medicine"] * 3 + ["renewables"],
    SERVICES: ["tourism"] * 3 + ["wellness"] * 3 + ["logistics"] * 3 + ["science"] * 2,
    FARM_PRODUCTS: ["food"],
    UPGRADING: ["parts"] * 3 + ["metalwork"] * 3 + ["minerals"] * 2 + ["chemicals"] * 2 + ["steel"],
    INFRASTRUCTURE: ["road"] * 4 + ["municipal"] * 4 + ["heating"] * 2,
    LIVELIHOOD: ["school"] * 3 + ["hospital"] * 3 + ["housing"] * 2 + ["culture"] * 2,
}
