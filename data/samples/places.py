"""The 25 towns and 262 villages of the sample county. All names are invented."""

from dataclasses import dataclass
from random import Random

from data.samples import SEED


@dataclass(frozen=True, kw_only=True)
class Town:
    """A town, the number of its villages and the round that inspected it; `reached`: whether its villages were too."""

    name: str
    villages: int
    round: int
    batch: int | None = None
    reached: bool = True


@dataclass(frozen=True, kw_only=True)
class Village:
    """One village or community, with its four risk marks in the order of the register's columns."""

    town: Town
    name: str
    kind: str
    risks: tuple[bool, bool, bool, bool]
    households: int
    population: int
    members: int
    income: float
    gone: bool = False

    @property
    def village_class(self) -> str:
        """重点 with two risk marks or more, 关注 with one, else 一般."""
        return ("一般", "关注", "重点")[min(sum(self.risks), 2)]


def _town(name: str, villages: int, number: int, batch: int | None = None, reached: bool = True) -> Town:
    return Town(name=name, villages=villages, round=number, batch=batch, reached=reached)


TOWNS = (
    _town("望川街道", 8, 10), _town("青禾街道", 7, 8), _town("云栖镇", 11, 2), _town("柳溪镇", 10, 3), _town("石鼓滩镇", 9, 3),
    _town("白鹭洲镇", 12, 4), _town("松风镇", 8, 4), _town("桐花镇", 10, 5), _town("雁回镇", 9, 5), _town("竹海坪镇", 11, 6),
    _town("清泉湾镇", 10, 6), _town("枫林渡镇", 9, 7), _town("梨花沟镇", 8, 7), _town("月亮湖镇", 9, 8), _town("金穗镇", 10, 9),
    _town("银杏坝镇", 7, 9), _town("龙吟镇", 13, 10), _town("凤鸣镇", 12, 10), _town("九曲河镇", 13, 10), _town("茶亭镇", 10, 11, 1),
    _town("沙溪口镇", 11, 11, 1), _town("双桥铺镇", 9, 11, 1), _town("红枫岭乡", 10, 11, 1),
    _town("长滩镇", 19, 11, 1, reached=False), _town("盘石镇", 17, 11, 1, reached=False),
)  # fmt: skip

_FIRST = (
    "东岭", "西坪", "南湾", "北坡", "古井", "石桥", "水磨", "竹园", "桃源", "梅林",
    "柏树", "榕荫", "杏花", "荷塘", "芦苇", "麦田", "稻香", "果园", "茶山", "松坡",
    "青石", "红土", "白云", "碧潭", "朝阳", "晚霞", "星光", "团山", "圆坝", "长坡",
)  # fmt: skip
_SECOND = ("村", "头村", "湾村", "沟村", "坪村", "岭村", "坝村", "溪村", "社区")


def villages() -> list[Village]:
    """All villages in the order of their towns; after the 262 in being stand three that were merged away in 2019."""
    dice = Random(SEED)
    names = [first + second for first in _FIRST for second in _SECOND]
    dice.shuffle(names)
    found = [_village(town, names.pop(), dice) for town in TOWNS for _ in range(town.villages)]
    gone = [_village(town, names.pop(), dice, gone=True) for town in TOWNS[3:6]]
    return found + gone


def _village(town: Town, name: str, dice: Random, gone: bool = False) -> Village:
    households = dice.randrange(180, 900)
    risks = tuple(dice.random() < odds for odds in (0.22, 0.28, 0.2, 0.3))
    # Villages not yet reached are the ones that the plan names for their risks.
    if not town.reached and not any(risks):
        risks = (False, False, False, dice.random() < 0.5)
    kind = "社区" if name.endswith("社区") else "村"
    if town.name.endswith("街道") and kind == "村":
        kind = "涉农社区"
    return Village(
        town=town, name=name, kind=kind, risks=risks, households=households,
        population=round(households * dice.uniform(2.8, 3.6)), members=dice.randrange(22, 96),
        income=round(dice.uniform(3, 42), 2), gone=gone,
    )  # fmt: skip
