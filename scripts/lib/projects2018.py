"""Draws the 237 project rows of the sample plan of 2018."""

from dataclasses import dataclass, field

from lib.named2018 import (
    BEIDAIHE, CHANGLI, CONTINUE, FUNING, HAIGANG, LULONG, MUNICIPAL, NAMED, NEW_DISTRICT, PREPARE, PRODUCE,
    PROVINCIAL, QINGLONG, SHANHAIGUAN, START, ZONE,
)
from lib.profiles import FARM_PRODUCTS, INFRASTRUCTURE, KINDS, LIVELIHOOD, PROFILES, SERVICES, STRATEGIC, UPGRADING
from lib.quantities import plots, round_down, share
from lib.special2018 import SPECIAL
from lib.splitmix import SplitMix64

COUNTIES = [HAIGANG, SHANHAIGUAN, BEIDAIHE, FUNING, CHANGLI, LULONG, QINGLONG, ZONE, NEW_DISTRICT]
STAGES = [START, CONTINUE, PRODUCE, PREPARE]

# Public: the counts of section two of the notice.
COUNTS = {
    PROVINCIAL: {START: 4, CONTINUE: 2, PRODUCE: 3, PREPARE: 15},
    MUNICIPAL: {START: 67, CONTINUE: 26, PRODUCE: 12, PREPARE: 108},
}

# Per county: share of the placeholders; farmland in per cent of a site; paddy in per cent of that; yields in 公斤/亩.
COUNTY_TRAITS = {
    HAIGANG: (13, (30, 65), (0, 6), [400, 500]),
    SHANHAIGUAN: (10, (25, 60), (0, 5), [400, 500]),
    BEIDAIHE: (7, (20, 55), (0, 10), [400, 500]),
    FUNING: (14, (55, 85), (25, 60), [500, 600, 700]),
    CHANGLI: (14, (60, 90), (25, 60), [600, 700, 800]),
    LULONG: (12, (55, 85), (5, 30), [500, 600, 700]),
    QINGLONG: (13, (35, 70), (0, 4), [300, 400]),
    ZONE: (15, (35, 70), (0, 8), [400, 500, 600]),
    NEW_DISTRICT: (11, (40, 75), (25, 65), [500, 600]),
}

# Per county: weights of the classes, in the order below.
CLASSES = [STRATEGIC, SERVICES, FARM_PRODUCTS, UPGRADING, INFRASTRUCTURE, LIVELIHOOD]
CLASS_WEIGHTS = {
    HAIGANG: (3, 4, 1, 3, 3, 4), SHANHAIGUAN: (3, 4, 1, 3, 2, 2), BEIDAIHE: (1, 6, 0, 0, 3, 3),
    FUNING: (3, 2, 3, 4, 2, 2), CHANGLI: (2, 2, 4, 5, 2, 2), LULONG: (3, 1, 3, 5, 2, 2), QINGLONG: (2, 2, 3, 3, 2, 3),
    ZONE: (8, 2, 2, 4, 2, 1), NEW_DISTRICT: (3, 7, 1, 0, 3, 2),
}

# Heavy industry stays away from the coast resorts; elsewhere a lighter kind takes its place.
HEAVY = {"steel": [CHANGLI, LULONG, QINGLONG], "heating": [HAIGANG, FUNING, CHANGLI, LULONG, QINGLONG, ZONE],
         "minerals": [HAIGANG, FUNING, CHANGLI, LULONG, QINGLONG, SHANHAIGUAN],
         "chemicals": [FUNING, CHANGLI, LULONG, ZONE, SHANHAIGUAN]}
LIGHTER = {"steel": "metalwork", "heating": "municipal", "minerals": "parts", "chemicals": "metalwork"}

# How placeholders write the long county names.
SHORT = {QINGLONG: "青龙县", ZONE: "开发区"}

# Of a hundred placeholders under preparation, how many ask for something this year.
PREPARING_WITH_NEEDS = {PROVINCIAL: 35, MUNICIPAL: 32}


@dataclass
class Row:
    """One project in whole numbers: land in plots, money in 万元, energy in 0.1 tce, coal t, water m³, pollutants kg."""

    name: str
    level: str
    stage: str
    county: str
    kind: str
    named: bool
    id: str = ""
    total: int = 0
    year: int = 0
    output: int = 0
    tax: int = 0
    site: int = 0
    land: int = 0
    farmland: int = 0
    paddy: int = 0
    grain: int = 0
    demands: dict = field(default_factory=dict)
    retired: int = 0
    conforms: bool = True
    approved: bool = True
    steps: int = 0
    minimum_steps: int = 0
    requires: list = field(default_factory=list)
    excludes: list = field(default_factory=list)
    lock: str = "无"
    stewardship: dict = field(default_factory=dict)

    @property
    def profile(self):
        return PROFILES[self.kind]


def weighted(rng, items, weights):
    """One of the items, as often as its weight says."""
    draw = rng.between(1, sum(weights))
    for item, weight in zip(items, weights):
        draw -= weight
        if draw <= 0:
            return item
    raise AssertionError("weights are positive")


def placeholders(seed):
    """The numbered rows that fill up the counts, each with its county and kind."""
    numbers = {}
    for level in (PROVINCIAL, MUNICIPAL):
        for stage in STAGES:
            have = sum(1 for n in NAMED if n.level == level and n.stage == stage)
            for index in range(COUNTS[level][stage] - have):
                rng = SplitMix64.named(seed, f"{level}/{stage}/{index}")
                county = weighted(rng, COUNTIES, [COUNTY_TRAITS[c][0] for c in COUNTIES])
                category = weighted(rng, CLASSES, CLASS_WEIGHTS[county])
                kind = rng.pick(KINDS[category])
                if county not in HEAVY.get(kind, COUNTIES):
                    kind = LIGHTER[kind]
                key = (county, category)
                numbers[key] = numbers.get(key, 0) + 1
                name = f"{SHORT.get(county, county)}{category}项目{numbers[key]:02d}（示例）"
                yield Row(name, level, stage, county, kind, named=False)


def draw_size(row, rng, named):
    """Site, land of this year and money."""
    profile = row.profile
    if named:
        row.site, row.land = plots(named.site), plots(named.this_year)
        row.total, row.year = named.total, named.year
    else:
        site = rng.between(*profile.land)
        row.site = plots(site)
        row.total = round_down(site * rng.between(*profile.investment), 100)
        row.land = share(row.site, this_year_percent(row, rng))
        year_percent = {START: (38, 68), CONTINUE: (38, 62), PRODUCE: (28, 48), PREPARE: (4, 12)}[row.stage]
        row.year = max(100, round_down(share(row.total, rng.between(*year_percent)), 100))
    row.output = round_down(plots_times(row.site, rng.between(*profile.output)), 10)
    row.tax = round_down(row.output * rng.between(*profile.tax) // 1000, 10)


def this_year_percent(row, rng):
    """What part of its site a placeholder needs this year."""
    if row.stage == START:
        return rng.between(40, 90)
    if row.stage == CONTINUE:
        return rng.between(4, 12) if rng.chance(30) else 0
    if row.stage == PREPARE:
        return rng.between(30, 60)
    return 0


def plots_times(count, per_mu):
    """An amount per 亩 times a number of plots."""
    return count * 3 * per_mu // 10


def draw_farmland(row, rng, fixed):
    """Farmland, paddy and grain capacity of this year's land; only whole plots and one yield per project."""
    _, farm, paddy, yields = COUNTY_TRAITS[row.county]
    row.farmland = share(row.land, fixed.get("farm_percent", rng.between(*farm)))
    row.paddy = share(row.farmland, fixed.get("paddy_percent", rng.between(*paddy)))
    row.grain = row.farmland * 3 * rng.pick(yields) // 10


def draw_demands(row, rng, fixed):
    """Energy, coal, water and pollutants of this year."""
    profile = row.profile
    low, high = {START: (100, 100), CONTINUE: (30, 60), PRODUCE: (60, 100), PREPARE: (60, 100)}[row.stage]
    part = rng.between(low, high)

    def amount(per_mu, step):
        return round_down(share(plots_times(row.site, rng.between(*per_mu)), part), step)

    energy = fixed.get("energy", max(1, amount(profile.energy, 1)))
    coal = fixed.get("coal", amount(profile.coal, 100))
    row.demands = {
        "energy": energy,
        "energy_equivalent": share(energy, rng.between(*profile.equivalent)),
        "coal": coal,
        "water": max(100, amount(profile.water, 100)),
        "cod": amount(profile.cod, 1) // 1000,
        "nh3n": amount(profile.nh3n, 1) // 1000,
        "so2": amount(profile.so2, 1) // 1000,
        "nox": amount(profile.nox, 1) // 1000,
    }
    row.demands.update((key, value) for key, value in fixed.items() if key in row.demands)
    # Replacement done before approval: enough for most thresholds (25 to 50 % of the charged coal), not for all.
    row.retired = round_down(coal * rng.between(62, 120) // 100, 10)


def divide(row, steps):
    """Makes every amount a whole multiple of the steps, on the lattices above."""
    for key in ("total", "year", "output", "tax", "site", "land", "farmland", "paddy"):
        setattr(row, key, round_down(getattr(row, key), steps))
    row.grain = row.farmland * 3 * 600 // 10
    row.demands = {key: round_down(value, 100 * steps if key == "water" else steps) for key, value in row.demands.items()}


def needs_something(row, rng, fixed):
    """Whether the project asks for anything this year; most that are under preparation do not."""
    if row.stage != PREPARE:
        return True
    return fixed.get("needs", not row.named and rng.chance(PREPARING_WITH_NEEDS[row.level]))


def fill(row, seed, named=None):
    """Draws all figures of one row and applies what is fixed for it."""
    rng = SplitMix64.named(seed, "figures/" + row.name)
    fixed = dict(named.fixed if named else {}, **SPECIAL.get(row.name, {}))
    needs = needs_something(row, rng, fixed)
    draw_size(row, rng, named)
    if needs:
        draw_farmland(row, rng, fixed)
        draw_demands(row, rng, fixed)
    else:
        row.land, row.demands = 0, {}
        row.year = min(row.year, 100 * rng.between(1, 12))
    for key in ("lock", "conforms", "approved", "steps", "minimum_steps", "requires", "excludes", "retired", "total",
                "output", "tax"):
        if key in fixed:
            setattr(row, key, fixed[key])
    if row.steps:
        divide(row, row.steps)


def number(rows):
    """Ids in the order of the lists: level, stage, named first, county."""
    key = lambda r: (STAGES.index(r.stage), not r.named, COUNTIES.index(r.county), r.name)
    for level, letter in ((PROVINCIAL, "S"), (MUNICIPAL, "M")):
        for index, row in enumerate(sorted((r for r in rows if r.level == level), key=key), start=1):
            row.id = f"QHD-{letter}-{index:03d}"
    rows.sort(key=lambda r: (r.level != PROVINCIAL, r.id))
    by_name = {row.name: row.id for row in rows}
    for row in rows:
        row.requires = sorted(by_name[name] for name in row.requires)
        row.excludes = sorted(by_name[name] for name in row.excludes)


def draw(seed):
    """All rows of the plan, in the order of their ids."""
    rows = []
    for named in NAMED:
        row = Row(named.name, named.level, named.stage, named.county, named.kind, named=True)
        fill(row, seed, named)
        rows.append(row)
    for row in placeholders(seed):
        fill(row, seed)
        rows.append(row)
    number(rows)
    return rows
