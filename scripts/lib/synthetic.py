"""Synthetic scenarios of any size, written row by row: memory grows with the counties, not with the projects."""

import json

from lib.profiles import FREE_CATEGORIES, KINDS, MINERALS, CHEMICALS, POWER, PROFILES, STEEL
from lib.quantities import decimal, mu, plots, round_down
from lib.splitmix import SplitMix64

LEVELS = ["省重点"] * 2 + ["市重点"] * 11 + ["其他"] * 4 + ["储备"] * 3
STAGES = ["计划开工"] * 8 + ["续建"] * 3 + ["保投产"] * 2 + ["前期"] * 7
KIND_LIST = [kind for kinds in KINDS.values() for kind in kinds]
YIELDS = [300, 400, 500, 600, 700, 800]

# Id: name, kind, unit, resolution, digits of the drawn whole numbers in that unit, price, department, coefficient.
RESOURCES = {
    "energy": ("能耗（当量值）", "energy", "吨标准煤", "0.01 吨标准煤", 1, "60 元/吨标准煤", "市发展和改革委员会", None),
    "coal": ("煤炭", "coal", "吨", "1 吨", 0, None, "市发展和改革委员会", None),
    "water": ("用水", "water", "立方米", "1 立方米", 0, "1.50 元/立方米", "市水务局", None),
    "cod": ("化学需氧量", "emission", "吨", "0.001 吨", 3, "4000 元/吨", "市环境保护局", None),
    "so2": ("二氧化硫", "emission", "吨", "0.001 吨", 3, "5000 元/吨", "市环境保护局", None),
    "nox": ("氮氧化物", "emission", "吨", "0.001 吨", 3, "6000 元/吨", "市环境保护局", "2"),
}
UNITS = {key: (digits, unit) for key, (_, _, unit, _, digits, _, _, _) in RESOURCES.items()}
COAL_SECTORS = {STEEL, MINERALS, CHEMICALS, POWER}

ZONE_EVERY = 3  # every third county has a development zone
FAILS_EVERY = 8  # and every eighth misses its farmland task
BLOCK = 20  # plots; 6 亩, so that percentages in steps of five fall on whole plots
GOALS = {"supported": "支持项目数", "investment": "年度投资", "merit": "综合得分"}
MOST_TARGET = 10**8  # 万元; larger amounts are no legal quantity


class Dice:
    """Many small draws out of one 64-bit number; fast, and close enough to uniform for made-up data."""

    def __init__(self, stream):
        self.stream = stream
        self.bits = 0

    def below(self, count):
        if self.bits < 1 << 24:
            self.bits = self.stream.next()
        self.bits, draw = divmod(self.bits, count)
        return draw

    def between(self, limits):
        low, high = limits
        return low + self.below(high - low + 1)


class Totals:
    """What the projects of one county ask for; land in plots."""

    def __init__(self):
        self.land = {"省重点": 0, "市重点": 0, "其他": 0, "储备": 0}
        self.with_land = 0
        self.farmland = self.paddy = self.grain = 0
        self.charged = dict.fromkeys(RESOURCES, 0)


class Synthetic:
    """One scenario; tightness in thousandths; the one measure to be maximised, or None for the default goals."""

    def __init__(self, projects, counties, seed, tightness, goal=None):
        self.projects, self.seed, self.tightness, self.goal = projects, seed, tightness, goal
        self.counties = [f"县区{number:03d}" for number in range(1, counties + 1)]
        self.totals = [Totals() for _ in self.counties]
        self.investment = 0
        self.width = max(3, len(str(projects)))

    def parts(self):
        """The text of the scenario, piece by piece; quotas and caps come last because they follow from the projects."""
        title = f"合成方案：{self.projects}个项目、{len(self.counties)}个县区、种子{self.seed}、松紧{decimal(self.tightness, 3)}（示例数据）"
        head = {"format": 1, "title": title, "year": 2018, "sample_data": True, "counties": self.counties}
        yield json.dumps(head, ensure_ascii=False)[:-1] + ',\n"projects": [\n'
        dice = Dice(SplitMix64.named(self.seed, f"{self.projects}/{len(self.counties)}"))
        for index in range(1, self.projects + 1):
            yield self.project(index, dice) + (",\n" if index < self.projects else "\n")
        yield "]"
        for key, value in self.rest():
            yield f',\n"{key}": {json.dumps(value, ensure_ascii=False)}'
        yield "}\n"

    def scaled(self, amount, per_mille=1000):
        """A share of a demand, as tight as the scenario is."""
        return amount * self.tightness * per_mille // 1_000_000

    # Projects

    def identifier(self, index):
        return f"P{index:0{self.width}d}"

    def project(self, index, dice):
        """One project as a line of JSON."""
        county = dice.below(len(self.counties))
        level = LEVELS[dice.below(len(LEVELS))]
        stage = STAGES[dice.below(len(STAGES))] if level.endswith("重点") else ""
        kind = KIND_LIST[dice.below(len(KIND_LIST))]
        profile = PROFILES[kind]
        steps = 2 + dice.below(4) if level != "市重点" and dice.below(100) < 6 else 1
        site = plots(dice.between(profile.land)) // steps * steps
        total = site * 3 * dice.between(profile.investment) // 10 // 100 * 100
        idle = stage == "前期" and dice.below(100) < 70
        year = total * (3 if stage == "前期" else 20 + dice.below(40)) // 100 // (10 * steps) * (10 * steps)
        output = site * 3 * dice.between(profile.output) // 10
        row = [
            f'{{"id":"{self.identifier(index)}","name":"{self.counties[county]}{profile.category}项目{index}（示例）",'
            f'"level":"{level}","county":"{self.counties[county]}","category":"{profile.category}","sector":"{profile.sector}",'
            f'"investment_this_year":"{year} 万元","investment_total":"{total // steps * steps} 万元",'
            f'"land_total":"{mu(site)} 亩"'
        ]
        if stage:
            row.append(f'"stage":"{stage}"')
        if output:
            row.append(f'"output":"{output // steps * steps} 万元","tax":"{output * dice.between(profile.tax) // 1000 // steps * steps} 万元"')
        if not idle:
            self.investment += year
            row += self.needs(dice, self.totals[county], profile, level, stage, site, steps, county)
        if steps > 1:
            row.append(f'"steps":{steps},"minimum_steps":{1 + dice.below(steps)}')
        row += self.conditions(index, dice)
        return ",".join(row) + "}"

    def needs(self, dice, totals, profile, level, stage, site, steps, county):
        """Land, farmland and demands of this year, added to the totals of the county."""
        part = 0 if stage == "保投产" else 5 if stage == "续建" else 40 + dice.below(50)
        land = site * part // 100 // steps * steps
        if land:
            farmland = land * (25 + dice.below(60)) // 100 // steps * steps
            paddy = farmland * dice.below(30) // 100 // steps * steps
            grain = farmland * 3 * YIELDS[dice.below(len(YIELDS))] // 10
            totals.with_land += 1
            totals.land[level] += land
            totals.farmland += farmland
            totals.paddy += paddy
            totals.grain += grain
            yield f'"land_this_year":"{mu(land)} 亩","farmland":"{mu(farmland)} 亩","paddy":"{mu(paddy)} 亩","grain":"{grain} 公斤"'
        demands = []
        for key in RESOURCES:
            limits = getattr(profile, key)
            if not limits[1]:
                continue
            amount = site * 3 * dice.between(limits) // 10
            if key in ("cod", "so2", "nox"):
                amount //= 1000
            amount = round_down(amount, 100 * steps if key in ("coal", "water") else steps)
            if amount:
                totals.charged[key] += self.charged(key, amount, county, profile.sector)
                digits, unit = UNITS[key]
                demands.append(f'"{key}":"{decimal(amount, digits)} {unit}"')
                if key == "coal":
                    coal = round_down(amount * (50 + dice.below(70)) // 100, steps)
        if demands:
            yield '"demands":{' + ",".join(demands) + "}"
            if demands and any(text.startswith('"coal"') for text in demands):
                yield f'"retired":{{"coal":"{coal} 吨"}}'

    def coal_coefficient(self, county):
        """In hundredths."""
        return 120 + 5 * (county % 8)

    def charged(self, key, amount, county, sector):
        """Demand times coefficients, in drawn units."""
        if key == "coal":
            return amount * self.coal_coefficient(county) * (120 if sector in COAL_SECTORS else 100) // 10000
        return 2 * amount if key == "nox" else amount

    def conditions(self, index, dice):
        """Gates and ties of a few projects; ties point to earlier projects only, so that none is circular."""
        draw = dice.below(1000)
        if draw < 10:
            yield '"conforms":false'
        elif draw < 15:
            yield '"approved":false'
        elif draw < 18:
            yield '"lock":"锁出"'
        elif draw < 38 and index > 1:
            yield f'"requires":["{self.identifier(1 + dice.below(index - 1))}"]'
        elif draw < 50 and index > 1:
            yield f'"excludes":["{self.identifier(1 + dice.below(index - 1))}"]'

    # Quotas, stock, banks, caps

    def rest(self):
        yield "land", self.land()
        yield "farmland", {"banks": [self.bank(c) for c in range(len(self.counties))]}
        yield "resources", [self.resource(key) for key in RESOURCES]
        yield "merit", {
            "form": "benchmark",
            "terms": [
                {"indicator": "input", "weight": 30, "benchmark": "300 万元/亩"},
                {"indicator": "output", "weight": 20, "benchmark": "350 万元/亩"},
                {"indicator": "tax", "weight": 20, "benchmark": "20 万元/亩"},
                {"indicator": "energy", "weight": 15, "benchmark": "10 吨标准煤/亩"},
                {"indicator": "emission", "weight": 15, "benchmark": "0.02 吨/亩"},
            ],
            "cap": "2", "threshold": "40", "energy_resource": "energy", "emission_resources": ["cod", "so2", "nox"],
        }
        target = self.scaled(self.investment)
        if 0 < target <= MOST_TARGET:
            yield "investment_target", {"amount": f"{target} 万元", "kind": "soft"}
        if self.goal:
            yield "goals", [{"id": "total", "title": GOALS[self.goal], "sense": "maximize", "terms": [{"measure": self.goal}]}]

    def land(self):
        of = {level: sum(t.land[level] for t in self.totals) for level in ("省重点", "市重点", "其他", "储备")}
        stock = [lot for c in range(len(self.counties)) for lot in self.stock(c)]
        zone = sum(area for area, lot in stock if lot["development_zone"])
        return {
            "provincial_quota": f"{mu(self.scaled(of['省重点'], 700))} 亩",
            "city_quota": f"{mu(self.scaled(of['市重点'], 850))} 亩",
            "county_quotas": {n: f"{mu(self.scaled(t.land['其他']))} 亩" for n, t in zip(self.counties, self.totals)},
            "stock": [lot for _, lot in stock],
            "development_zone_reserve": f"{mu(round_down(zone // 3, BLOCK))} 亩",
        }

    def stock(self, county):
        """The lots of one county with their plots; a fifth of what its key projects ask for, in four lots."""
        totals = self.totals[county]
        dice = Dice(SplitMix64.named(self.seed, f"stock/{county}"))
        in_zone = county % ZONE_EVERY == 0
        for kind, vintage in (("批而未供", 2012), ("批而未供", 2016), ("闲置", 2013), ("闲置", 2015)):
            share = self.scaled(totals.land["省重点"] + totals.land["市重点"], 30 + dice.below(60))
            area = round_down(share, BLOCK)
            # Where there are few projects, or little to go round, a least rate of disposal might be out of reach.
            rate = 5 * dice.below(4) if totals.with_land >= 30 and self.tightness >= 300 else 0
            if area:
                yield area, {
                    "county": self.counties[county], "kind": kind, "vintage": vintage, "area": f"{mu(area)} 亩",
                    "minimum_disposal": f"{rate} %", "development_zone": in_zone and vintage == 2016,
                }

    def bank(self, county):
        """One county's account; surplus in proportion to the farmland that its projects would take."""
        totals = self.totals[county]
        surplus = {"quantity": totals.farmland, "paddy": totals.paddy, "grain": totals.grain}
        fails = county % FAILS_EVERY == FAILS_EVERY - 1
        row = {"county": self.counties[county]}
        for metric, demand in surplus.items():
            step = 100 if metric == "grain" else BLOCK
            pool = round_down(self.scaled(demand, 900) + step - 1, step)
            task = 2 * pool
            added = pool // 2 // step * step if fails else task + round_down(pool // 3, step)
            opening = 0 if fails else pool - (added - task) + step
            values = {"opening": opening, "added": added, "task": task, "committed": 0 if fails else step}
            for group, value in values.items():
                row[f"{group}_{metric}"] = f"{value} 公斤" if metric == "grain" else f"{mu(value)} 亩"
        return row

    def resource(self, key):
        name, kind, unit, resolution, digits, price, department, coefficient = RESOURCES[key]

        def quantity(value):
            return f"{decimal(value, digits)} {unit}"

        item = {"id": key, "name": name, "kind": kind, "unit": unit, "resolution": resolution}
        item["city_cap"] = quantity(self.scaled(sum(t.charged[key] for t in self.totals)))
        item["county_caps"] = {n: quantity(self.scaled(t.charged[key], 1200)) for n, t in zip(self.counties, self.totals)}
        if price:
            item["price"] = price
        if kind in ("energy", "water"):
            item["free_categories"] = FREE_CATEGORIES
        item["department"] = department
        if coefficient:
            item["coefficient"] = coefficient
        if key == "coal":
            item["county_coefficients"] = {n: decimal(self.coal_coefficient(c), 2) for c, n in enumerate(self.counties)}
            item["sector_coefficients"] = {sector: "1.2" for sector in sorted(COAL_SECTORS)}
            item["retirement_thresholds"] = {**{sector: "35 %" for sector in sorted(COAL_SECTORS)}, "": "25 %"}
        return item
