"""Stock land, farmland banks and bulletin of the sample plan of 2018.

Areas are whole numbers of 6 亩 (20 plots), so that every percentage that is a multiple of five falls on a whole plot.
"""

from lib.named2018 import (
    BEIDAIHE, CHANGLI, FUNING, HAIGANG, LULONG, NEW_DISTRICT, QINGLONG, SHANHAIGUAN, ZONE,
)
from lib.projects2018 import COUNTIES
from lib.splitmix import SplitMix64

UNSUPPLIED = "批而未供"
IDLE = "闲置"

# County, kind, vintage, area in 亩, least disposal rate in per cent, in a development zone at provincial level or above.
STOCK = [
    (HAIGANG, UNSUPPLIED, 2011, 84, 30, False), (HAIGANG, UNSUPPLIED, 2014, 120, 20, False),
    (HAIGANG, UNSUPPLIED, 2016, 150, 0, False), (HAIGANG, IDLE, 2013, 66, 40, False), (HAIGANG, IDLE, 2015, 48, 0, False),
    (SHANHAIGUAN, UNSUPPLIED, 2012, 24, 25, False), (SHANHAIGUAN, UNSUPPLIED, 2015, 60, 30, True),
    (SHANHAIGUAN, IDLE, 2014, 36, 0, False),
    (BEIDAIHE, UNSUPPLIED, 2013, 30, 0, False), (BEIDAIHE, IDLE, 2012, 30, 30, False),
    (FUNING, UNSUPPLIED, 2010, 36, 35, False), (FUNING, UNSUPPLIED, 2015, 48, 0, False),
    (FUNING, UNSUPPLIED, 2016, 90, 0, True), (FUNING, IDLE, 2013, 24, 0, False),
    (CHANGLI, UNSUPPLIED, 2013, 30, 20, False), (CHANGLI, UNSUPPLIED, 2016, 36, 0, False),
    (CHANGLI, IDLE, 2014, 78, 0, True),
    (LULONG, UNSUPPLIED, 2012, 48, 25, False), (LULONG, UNSUPPLIED, 2016, 66, 0, True), (LULONG, IDLE, 2015, 36, 0, False),
    (QINGLONG, UNSUPPLIED, 2014, 36, 0, False), (QINGLONG, IDLE, 2013, 24, 25, False),
    (ZONE, UNSUPPLIED, 2011, 180, 10, True), (ZONE, UNSUPPLIED, 2014, 330, 0, True), (ZONE, UNSUPPLIED, 2016, 420, 0, True),
    (ZONE, IDLE, 2012, 126, 20, True), (ZONE, IDLE, 2015, 90, 0, True),
    (NEW_DISTRICT, UNSUPPLIED, 2013, 36, 25, False), (NEW_DISTRICT, UNSUPPLIED, 2016, 48, 0, False),
    (NEW_DISTRICT, IDLE, 2014, 30, 0, False),
]

# County: opening, added, task, committed; each (数量 in 亩, 水田 in 亩, 产能 in 公斤).
# 海港区 and 北戴河区 miss their task and contribute nothing.
BANKS = {
    HAIGANG: ((90, 0, 36000), (120, 0, 54000), (300, 0, 126000), (0, 0, 0)),
    SHANHAIGUAN: ((120, 0, 54000), (150, 0, 66000), (150, 0, 66000), (30, 0, 12000)),
    BEIDAIHE: ((30, 0, 12000), (18, 0, 8000), (90, 6, 40000), (0, 0, 0)),
    FUNING: ((240, 6, 144000), (540, 60, 318000), (420, 48, 240000), (60, 12, 36000)),
    CHANGLI: ((300, 12, 204000), (660, 90, 450000), (540, 78, 366000), (90, 18, 60000)),
    LULONG: ((540, 0, 324000), (600, 42, 342000), (450, 30, 252000), (60, 6, 36000)),
    QINGLONG: ((660, 0, 258000), (600, 0, 234000), (480, 0, 186000), (30, 0, 12000)),
    ZONE: ((60, 0, 30000), (150, 0, 72000), (120, 0, 60000), (0, 0, 0)),
    NEW_DISTRICT: ((150, 12, 84000), (180, 30, 102000), (180, 30, 102000), (30, 6, 18000)),
}

MONTHS = ["2018-01", "2018-02", "2018-03"]

# Indicator: range of its values in 0.01 per cent, and the county that stands last in all three months.
INDICATORS = {
    "投资增速": ((-300, 1450), SHANHAIGUAN),
    "高新技术产业投资增速": ((-800, 3200), None),
    "工业技术改造投资增速": ((-500, 2600), None),
    "市重点项目投资完成率": ((400, 1600), QINGLONG),
    "市重点项目开工率": ((500, 3000), QINGLONG),
}


def bulletin(seed):
    """Rows (month, county, indicator, value in 0.01 per cent); rates of completion grow with the months."""
    for number, month in enumerate(MONTHS):
        for indicator, ((low, high), last) in INDICATORS.items():
            grows = number * 800 if low > 0 else 0
            for county in COUNTIES:
                rng = SplitMix64.named(seed, f"bulletin/{month}/{indicator}/{county}")
                value = grows + (low - rng.between(20, 150) if county == last else rng.between(low, high))
                yield month, county, indicator, value
