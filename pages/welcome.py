"""The first page while there is no other: says what this is and how to begin."""

from pages.parts.masthead import masthead
from pages.parts.sentence import lead

masthead("巡察数据看板")
lead("导入台账后，这里显示巡察覆盖率、发现问题、线索转化和村级延伸四项核心数据。")
