"""Residue in forms that no example of the rules has, and speech that only sounds like it."""

import pytest

from speechlint.linter import lint
from speechlint.settings import Settings
from speechlint.source import Source

SETTINGS = Settings(select=("RES",))


def codes(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in lint(Source("draft.txt", text), SETTINGS)]


@pytest.mark.parametrize(
    "line",
    [
        "以上就是小编为大家整理的春季工作会议讲话的全部内容。",
        "下面是本站小编给大家带来的会议发言，一起来看看吧！",
        "以下是为您整理的工作汇报范文，欢迎阅读。",
        "版权声明：本站资料均为用户分享。",
        "未经许可，不得转载。",
        "文章来源：某某信息港",
        "来源：示例日报 编辑：小王 发布时间：2024-01-02",
        "您现在的位置：主页 > 范文 > 讲话",
        "【字体：大 中 小】",
        "打印 | 收藏 | 关闭",
        "发布于 2024-03-18 09:15:22",
        "浏览次数：2048",
        "作者：佚名",
        "点击下载word版",
        "需要8个金币才能下载",
        "VIP专享文档",
        "微信公众号：示例公文",
        "扫描二维码关注示例公众号",
        "更多资料请登录本站查看",
        "感谢您的阅读！",
        "侵删",
        "全文约3200字，阅读需8分钟",
        "共8页 第3页",
        "第 3 页 / 共 8 页",
        "- 12 -",
        "5/12",
        "上一篇：春季工作要点",
        "相关热词搜索：讲话稿",
        "（责任编辑：admin）",
        "#p#分页标题#e#",
        "##paidend##",
        "[!--nextpage--]",
        "&nbsp;&nbsp;",
        "http://www.example.com/jianghua/1.html",
        "Copyright © 2024 示例网",
    ],
)
def test_residue(line: str) -> None:
    body = "一、提高思想认识，抓好春季生产。"
    assert codes(f"同志们：\n{body}\n{line}\n{body[2:]}抓紧抓实。\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "下面，我给大家分享三点体会，供大家参考。",
        "下面为大家推荐几条经验，我们收集整理了一些案例供各位借鉴。",
        "要用好微信公众号和视频号，群众扫码就能办事，登录后查看办件进度。",
        "这篇报道被多家媒体转载，阅读量、点击率居全省首位。",
        "希望今天的培训对大家有所帮助，欢迎大家多提宝贵意见。",
        "强化版权保护，打击侵权盗版行为，推进全民阅读，建设阅读网络。",
        "引导群众下载国家反诈中心软件，用好会员积分，关闭落后产能。",
        "要严防谣言二次传播，来自网络的声音要认真听。",
        "会议时间：五月十日，资料由档案局整理，来源：县统计局。",
        "编辑、校对人员要把好关，办公电话打印张贴，收藏古籍。",
        "研发经费（R&D）增长12%，投入产出比1/3，3-5天办结。",
    ],
)
def test_speech(sentence: str) -> None:
    assert codes(f"同志们：\n{sentence}\n") == []
