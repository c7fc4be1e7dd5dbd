"""Personal columns: dropped at reading, always (domain: 线索内容、举报人 are the strictest). The user is told which."""

import re

PERSONAL = frozenset(
    {
        "举报人", "反映人", "举报人姓名", "联系方式", "联系电话", "电话", "手机", "手机号", "手机号码", "身份证", "身份证号", "身份证号码", "被反映人",
        "被反映人姓名", "姓名", "职务", "问题摘要", "线索内容", "家庭住址", "住址", "性别", "出生年月", "民族", "学历", "政治面貌", "职级", "来信来访人",
        "信访人", "当事人", "签字", "联系人",
    }
)  # fmt: skip

# A heading that only contains one of these may hold persons: the user decides.
SENSITIVE = re.compile(r"姓名|举报|反映人|身份证|电话|手机|人员|当事人|责任人|住址|职务|负责人|书记|组长|联系人|领导")
