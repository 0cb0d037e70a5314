"""A draft to open in other people's editors."""

DRAFT = (
    "在𠮷安推进会上的讲话\n\n同志们：\n今天讲三点意见。\n"
    "一、办好𠮷祥路改造，学习**县经验\n各部门要对照先进找差距。\n"
    "三、抓好落实\n各单位要盯住进度。\n谢谢大家！\n"
)
CODES = {"CNT001", "NUM001", "PLH001"}
