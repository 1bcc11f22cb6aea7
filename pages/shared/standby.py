"""What every page says while the generation in force cannot be read and an earlier one stands in for it."""

from pages.shared.language import t
from pages.shared.store import held_generation


def notices() -> tuple[str, ...]:
    """One sentence, or none where all is well."""
    held = held_generation()
    if held is None or held.fault is None:
        return ()
    shown = {"shown": held.generation.number, "day": f"{held.generation.published:%Y-%m-%d %H:%M}"}
    if not held.fault.place.isdigit():
        return (t("无法确定启用的是哪一代数据,现在显示第 {shown} 代({day} UTC 发布),可能不是最近启用的。"
                  "请管理员运行 python -m data doctor,按提示处理。", **shown),)  # fmt: skip
    return (t("第 {damaged} 代数据无法使用,现在显示第 {shown} 代({day} UTC 发布),之后的变动不在其中。"
              "请管理员运行 python -m data doctor,按提示处理。", damaged=held.fault.place, **shown),)  # fmt: skip
