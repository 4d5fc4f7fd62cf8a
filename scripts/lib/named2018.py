"""The projects that section three of the notice names, as it names them.

Names are public. Level, stage, county and every figure are made up for this sample.
"""

from dataclasses import dataclass, field

PROVINCIAL = "省重点"
MUNICIPAL = "市重点"
START = "计划开工"
CONTINUE = "续建"
PRODUCE = "保投产"
PREPARE = "前期"

HAIGANG = "海港区"
SHANHAIGUAN = "山海关区"
BEIDAIHE = "北戴河区"
FUNING = "抚宁区"
CHANGLI = "昌黎县"
LULONG = "卢龙县"
QINGLONG = "青龙满族自治县"
ZONE = "秦皇岛经济技术开发区"
NEW_DISTRICT = "北戴河新区"


@dataclass(frozen=True)
class Named:
    """One named project: whole site and land of this year in 亩, money in 万元."""

    name: str
    level: str
    stage: str
    county: str
    kind: str
    site: int
    this_year: int
    total: int
    year: int
    fixed: dict = field(default_factory=dict)  # figures and flags that replace the drawn ones


NAMED = [
    # (一) 战略新兴
    Named("哈电集团与GE公司重型燃机制造", PROVINCIAL, START, ZONE, "equipment", 420, 270, 300000, 92000, {"paddy_percent": 0}),
    Named("抚宁抽水蓄能电站", PROVINCIAL, START, FUNING, "renewables", 3600, 1080, 805000, 96000,
          {"farm_percent": 12, "paddy_percent": 0, "energy": 2400, "water": 24000, "output": 90000, "tax": 7200}),
    Named("威卡威年产30万辆新能源汽车", PROVINCIAL, PREPARE, ZONE, "equipment", 1500, 600, 1020000, 98000,
          {"energy": 98000, "needs": True}),
    Named("戴卡兴龙轮毂智能制造汽车零配件", PROVINCIAL, PRODUCE, ZONE, "parts", 260, 0, 180000, 78000),
    Named("河北广电网络智慧产业平台", PROVINCIAL, PREPARE, ZONE, "electronics", 180, 60, 100000, 18000,
          {"needs": True}),
    # (二) 现代服务业
    Named("中保绿都心乐园", PROVINCIAL, PRODUCE, NEW_DISTRICT, "tourism", 690, 0, 160000, 60000),
    Named("荣盛康养度假区", PROVINCIAL, CONTINUE, NEW_DISTRICT, "wellness", 540, 60, 220000, 90000, {"paddy_percent": 0}),
    Named("佳龙文化旅游度假区", PROVINCIAL, PREPARE, SHANHAIGUAN, "tourism", 900, 0, 300000, 1500),
    Named("法国PuyDuFou主题公园", PROVINCIAL, PREPARE, NEW_DISTRICT, "tourism", 1200, 540, 260000, 42000,
          {"needs": True, "paddy_percent": 5, "water": 280000}),
    Named("渔田小镇田园综合体", MUNICIPAL, CONTINUE, NEW_DISTRICT, "tourism", 480, 42, 90000, 24000),
    Named("东方创意谷", MUNICIPAL, CONTINUE, BEIDAIHE, "science", 150, 0, 60000, 18000),
    Named("临港物流园区", MUNICIPAL, PREPARE, HAIGANG, "logistics", 600, 150, 110000, 8000, {"needs": True}),
    Named("空港物流园区", MUNICIPAL, PREPARE, CHANGLI, "logistics", 450, 0, 80000, 800),
    Named("未名健康城生物产业孵化器", MUNICIPAL, START, NEW_DISTRICT, "science", 120, 78, 52000, 19000),
    Named("中外合资潘纳茜诊疗中心", MUNICIPAL, START, NEW_DISTRICT, "wellness", 60, 45, 30000, 12000),
    Named("海洋生物和生命健康产业研发分析测试服务公共平台", MUNICIPAL, START, NEW_DISTRICT, "science", 45, 33, 24000,
          9000, {"requires": ["未名健康城生物产业孵化器"]}),
    Named("北戴河国际肿瘤医院", PROVINCIAL, START, NEW_DISTRICT, "wellness", 120, 90, 120000, 52000, {"paddy_percent": 5}),
    # (三) 传统产业升级
    Named("安丰钢铁冷轧工程(一期)", PROVINCIAL, PRODUCE, CHANGLI, "steel", 360, 0, 240000, 98000,
          {"energy": 128000, "coal": 9000, "retired": 9600, "so2": 4200, "nox": 6800, "lock": "锁入"}),
    Named("高炉转炉减量置换升级改造", PROVINCIAL, PREPARE, CHANGLI, "steel", 900, 0, 420000, 80000,
          {"needs": True, "energy": 286000, "coal": 42000, "retired": 40000,
           "water": 360000, "so2": 15500, "nox": 24000}),
    Named("耀华560t/d在线LOW-E节能玻璃智能制造技改", MUNICIPAL, START, HAIGANG, "minerals", 240, 0, 52000, 21000,
          {"energy": 56000, "coal": 0, "so2": 2100, "nox": 3900}),
    Named("索坤玻璃搬迁", MUNICIPAL, START, FUNING, "minerals", 210, 132, 60000, 20000,
          {"energy": 38000, "coal": 1200, "so2": 1700, "nox": 3200}),
    Named("骊骅淀粉葡萄糖车间综合技术改造", MUNICIPAL, START, FUNING, "food", 180, 0, 42000, 18000,
          {"energy": 26000, "coal": 1500, "water": 82000}),
    Named("航轮科技自行车整车及功能性合金零部件", MUNICIPAL, START, LULONG, "parts", 150, 96, 48000, 17000),
    # (四) 重大基础设施
    Named("京秦高速公路北戴河新区支线", PROVINCIAL, CONTINUE, NEW_DISTRICT, "road", 1650, 150, 240000, 138000,
          {"farm_percent": 55, "paddy_percent": 0}),
    Named("唐秦高速", PROVINCIAL, START, CHANGLI, "road", 5760, 1920, 960000, 200000,
          {"farm_percent": 45, "paddy_percent": 1, "energy": 4800, "water": 24000, "steps": 4, "minimum_steps": 2}),
    Named("102国道市区绕城通道", MUNICIPAL, START, HAIGANG, "road", 1020, 510, 170000, 48000),
    Named("北戴河机场改扩建工程", PROVINCIAL, PREPARE, CHANGLI, "road", 780, 240, 130000, 22000, {"needs": True, "paddy_percent": 2, "energy": 3600}),
    Named("城市轨道交通", PROVINCIAL, PREPARE, HAIGANG, "road", 600, 0, 1500000, 2000),
    Named("海绵城市", MUNICIPAL, CONTINUE, HAIGANG, "municipal", 60, 0, 40000, 12000),
    Named("地下管廊建设", MUNICIPAL, CONTINUE, HAIGANG, "municipal", 75, 6, 60000, 18000),
    Named("老旧管网改造", MUNICIPAL, CONTINUE, HAIGANG, "municipal", 30, 0, 30000, 10000),
    Named("北戴河西部水厂后续工程", MUNICIPAL, CONTINUE, BEIDAIHE, "municipal", 90, 9, 26000, 9000),
    Named("水质检测中心", MUNICIPAL, START, BEIDAIHE, "municipal", 12, 9, 5200, 2600,
          {"requires": ["北戴河西部水厂后续工程"]}),
    Named("火车站北站房、北广场及周边市政基础设施", MUNICIPAL, START, HAIGANG, "municipal", 330, 210, 96000, 26000),
    Named("河北大街中段改造拓宽", MUNICIPAL, START, HAIGANG, "road", 120, 36, 24000, 12000),
    Named("和平大街中段改造拓宽", MUNICIPAL, START, HAIGANG, "road", 90, 27, 18000, 9000),
    Named("海滨路东西延伸", MUNICIPAL, START, HAIGANG, "road", 210, 120, 36000, 14000),
    Named("峨眉山路北延伸", MUNICIPAL, START, ZONE, "road", 150, 84, 22000, 10000),
    # (五) 民生
    Named("新改扩建公办幼儿园13所", MUNICIPAL, START, HAIGANG, "school", 90, 54, 22000, 11000),
    Named("新改扩建中小学15所", MUNICIPAL, START, HAIGANG, "school", 360, 90, 90000, 30000, {"water": 36000}),
    Named("新改扩建高中学校2所", MUNICIPAL, START, CHANGLI, "school", 180, 90, 42000, 14000),
    Named("乡镇卫生院和社区卫生服务中心25所", MUNICIPAL, START, FUNING, "hospital", 75, 30, 20000, 11000),
    Named("市工人医院改造工程", MUNICIPAL, START, HAIGANG, "hospital", 60, 12, 36000, 12000),
    Named("市第三医院改造工程", MUNICIPAL, START, HAIGANG, "hospital", 54, 9, 30000, 11000),
    Named("市博物馆", MUNICIPAL, START, HAIGANG, "culture", 60, 45, 32000, 9000),
    Named("城市书房", MUNICIPAL, START, HAIGANG, "culture", 6, 0, 1200, 800),
    Named("城市家具", MUNICIPAL, START, HAIGANG, "culture", 6, 0, 900, 600),
    Named("沙滩书吧", MUNICIPAL, START, BEIDAIHE, "culture", 6, 3, 1000, 700),
    Named("88个老旧小区改造", MUNICIPAL, START, HAIGANG, "housing", 150, 0, 30000, 22000,
          {"energy": 6000, "water": 20000}),
    Named("棚户区改造项目8000套", MUNICIPAL, START, HAIGANG, "housing", 690, 120, 280000, 84000,
          {"energy": 14000, "water": 52000, "cod": 620, "nh3n": 70, "nox": 130}),
    Named("农村危房改造8034户", MUNICIPAL, START, QINGLONG, "housing", 240, 0, 26000, 24000,
          {"energy": 9000, "water": 30000}),
    Named("600套人才公寓", MUNICIPAL, START, ZONE, "housing", 48, 36, 24000, 10000),
    Named("街道级居家养老服务中心", MUNICIPAL, START, HAIGANG, "hospital", 24, 9, 9000, 5000),
]
