"""A body is met by the first of its initials and by its field alone, but only where one body can be meant; invented names."""

from __future__ import annotations

import pytest

from assistant.grams import tokens
from assistant.question.asked_body import asked_body
from ingest.spelling import undiacritise

NAMES = (
    "Sở Giáo dục và Đào tạo",
    "Sở Công Thương",
    "Sở Khoa học và Công nghệ",
    "Sở Kế hoạch và Đầu tư",
    "Phòng Kinh tế và Hạ tầng",
    "Tổ chức hành chính nhà nước giúp Chủ tịch",
    "Doanh nghiệp",
)
ACTORS = {undiacritise(" ".join(tokens(name))): name for name in NAMES}


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("Sở GD phải làm gì?", "Sở Giáo dục và Đào tạo"),
        ("so gd phai lam gi", "Sở Giáo dục và Đào tạo"),
        ("phòng KT lo việc nào", "Phòng Kinh tế và Hạ tầng"),
        ("bên công thương có nhiệm vụ gì", "Sở Công Thương"),
        ("phía giáo dục có nhiệm vụ gì", "Sở Giáo dục và Đào tạo"),
        ("Sở K có nhiệm vụ gì", None),  # two departments begin so
        ("các bên liên quan làm gì", None),
        ("sở vh làm gì?", "so vh"),  # no plan charges it: its duties are told nowhere
        ("phòng giáo dục có nhiệm vụ gì?", "phong giao duc"),
        ("sở đào tạo phải làm gì?", "Sở Giáo dục và Đào tạo"),
        ("Phòng nào phải làm gì?", None),
        ("tổ chức hành chính nhà nước nào làm gì", None),  # an actor's name goes on in a clause
    ],
)
def test_a_body_by_the_beginning_of_its_name(question: str, body: str | None) -> None:
    found = asked_body(question, "duties", (), ACTORS)
    assert (found and found[0]) == body


@pytest.mark.parametrize(("kind", "body"), [("target", None), ("duties", "Doanh nghiệp")])
def test_a_common_noun_is_a_body_only_where_duties_are_asked_for(kind: str, body: str | None) -> None:
    found = asked_body("doanh nghiệp nhỏ phải làm gì", kind, (), ACTORS)
    assert (found and found[0]) == body
