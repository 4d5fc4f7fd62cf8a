"""Resources of the sample plan of 2018 and how scarce they are."""

from lib.named2018 import (
    BEIDAIHE, CHANGLI, FUNING, HAIGANG, LULONG, NEW_DISTRICT, QINGLONG, SHANHAIGUAN, ZONE,
)
from lib.profiles import CHEMICALS, FREE_CATEGORIES, MINERALS, NONFERROUS, POWER, REFINING, STEEL
from lib.projects2018 import COUNTIES
from lib.quantities import decimal, round_down, share

# 0.05 more for each place in last year's ranking of air quality, between 1.2 and 1.55; in hundredths.
COAL_COUNTY = {
    HAIGANG: 130, SHANHAIGUAN: 125, BEIDAIHE: 120, FUNING: 135, CHANGLI: 145, LULONG: 140, QINGLONG: 120, ZONE: 125,
    NEW_DISTRICT: 120,
}
# The six energy-intensive branches.
COAL_SECTORS = [STEEL, MINERALS, CHEMICALS, POWER, NONFERROUS, REFINING]
COAL_SECTOR = 120

# Caps of the city and of counties, in per cent of what all their projects together would be charged.
CITY = {"energy": 55, "energy_equivalent": 55, "coal": 20, "water": 63, "cod": 61, "nh3n": 61, "so2": 33, "nox": 36}
COUNTY = {
    "energy": {HAIGANG: 60, SHANHAIGUAN: 50, BEIDAIHE: 72, FUNING: 68, CHANGLI: 45, LULONG: 42, QINGLONG: 45, ZONE: 73,
               NEW_DISTRICT: 88},
    "coal": {HAIGANG: 50, FUNING: 40, CHANGLI: 20, LULONG: 22},
    "water": {HAIGANG: 67, SHANHAIGUAN: 60, BEIDAIHE: 66, FUNING: 60, CHANGLI: 65, LULONG: 62, QINGLONG: 50, ZONE: 84,
              NEW_DISTRICT: 82},
    "cod": {FUNING: 60, CHANGLI: 70, NEW_DISTRICT: 76},
    "so2": {SHANHAIGUAN: 50, CHANGLI: 27},
    "nox": {HAIGANG: 50, CHANGLI: 28, LULONG: 46},
}
# Caps are whole multiples of these, in the units of the drawn rows.
STEP = {
    "energy": 1000, "energy_equivalent": 1000, "coal": 100, "water": 10000, "cod": 100, "nh3n": 10, "so2": 100, "nox": 100,
}

# Id: name, kind, unit, resolution, digits of the drawn whole numbers in that unit, price, department, coefficient.
RESOURCES = {
    "energy": ("能耗（当量值）", "energy", "吨标准煤", "0.01 吨标准煤", 1, "60 元/吨标准煤", "市发展和改革委员会", None),
    "energy_equivalent": ("能耗（等价值）", "energy", "吨标准煤", "0.01 吨标准煤", 1, None, "市发展和改革委员会", None),
    "coal": ("煤炭", "coal", "吨", "1 吨", 0, None, "市发展和改革委员会", None),
    "water": ("用水", "water", "万立方米", "0.0001 万立方米", 4, "1.50 元/立方米", "市水务局", None),
    "cod": ("化学需氧量", "emission", "吨", "0.001 吨", 3, "4000 元/吨", "市环境保护局", None),
    "nh3n": ("氨氮", "emission", "吨", "0.001 吨", 3, "8000 元/吨", "市环境保护局", None),
    "so2": ("二氧化硫", "emission", "吨", "0.001 吨", 3, "5000 元/吨", "市环境保护局", "2"),
    "nox": ("氮氧化物", "emission", "吨", "0.001 吨", 3, "6000 元/吨", "市环境保护局", "2"),
}
WITH_FREE_CLASSES = ["energy", "energy_equivalent", "water"]


def charged(row, resource):
    """What a project is charged of a resource: its demand times the coefficients, in the units of the drawn rows."""
    amount = row.demands.get(resource, 0)
    if resource == "coal":
        sector = COAL_SECTOR if row.profile.sector in COAL_SECTORS else 100
        return amount * COAL_COUNTY[row.county] * sector // 10000
    return amount * 2 if RESOURCES[resource][7] else amount


def cap(rows, resource, percent, county=None):
    """A share of what all rows (of a county) would be charged, rounded down to the step."""
    total = sum(charged(row, resource) for row in rows if county in (None, row.county))
    return round_down(share(total, percent), STEP[resource])


def resource_objects(rows):
    """The `resources` of the scenario."""
    for key, (name, kind, unit, resolution, digits, price, department, coefficient) in RESOURCES.items():
        def quantity(value):
            return f"{decimal(value, digits)} {unit}"

        item = {"id": key, "name": name, "kind": kind, "unit": unit, "resolution": resolution}
        item["city_cap"] = quantity(cap(rows, key, CITY[key]))
        if key in COUNTY:
            item["county_caps"] = {
                county: quantity(cap(rows, key, COUNTY[key][county], county)) for county in COUNTIES if county in COUNTY[key]
            }
        if price:
            item["price"] = price
        if key in WITH_FREE_CLASSES:
            item["free_categories"] = FREE_CATEGORIES
        item["department"] = department
        if coefficient:
            item["coefficient"] = coefficient
        if key == "coal":
            item["county_coefficients"] = {c: decimal(COAL_COUNTY[c], 2) for c in COUNTIES}
            item["sector_coefficients"] = {s: decimal(COAL_SECTOR, 2) for s in COAL_SECTORS}
            item["retirement_thresholds"] = {s: "35 %" for s in COAL_SECTORS if s != POWER} | {POWER: "50 %", "": "25 %"}
        yield item
