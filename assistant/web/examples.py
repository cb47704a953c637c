"""Questions that the empty page offers; they are about the sample plans, one of every kind of asking."""

from __future__ import annotations

__all__ = ["EXAMPLES"]

EXAMPLES: tuple[str, ...] = (
    "Ai chủ trì tổng hợp báo cáo kết quả giải quyết khiếu nại, tố cáo của tỉnh Sơn Hà?",
    "Sở Tư pháp chủ trì những nhiệm vụ gì?",
    "so nao chu tri tap huan cong chuc lam cong tac dan van?",
    "Mức độ hài lòng của người dân xã Suối Bạc phải đạt bao nhiêu?",
    "Hội Cựu chiến binh phường Bình Minh chủ trì những nhiệm vụ nào?",
    "Who signed plan 12/KH-UBND?",
)
