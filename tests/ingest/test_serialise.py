import json

from ingest.plan import Assignment, Facts, Span
from ingest.serialise import plan_to_json
from tests.ingest.parsing import plan_of
from tests.ingest.test_chunk import TEXT

FLAT = {"file", "doc_type", "number", "issuer", "level", "system", "province", "date", "year", "title"}


def test_contract_fields():
    data = json.loads(json.dumps(plan_to_json(plan_of(TEXT))))
    assert FLAT | {"parents", "recipients", "signer", "sections", "tables", "facts", "repairs"} <= data.keys()
    assert (data["number"], data["date"], data["year"]) == ("12/KH-SNV", "2024-02-05", 2024)
    assert data["recipients"] == ["Lưu: VT"]
    assert data["signer"] == {"authority": None, "title": "GIÁM ĐỐC", "name": "Lê Văn An"}
    assert set(data["facts"]) == {"assignments", "deadlines", "targets", "references"}


def test_sections_carry_original_offsets():
    data = plan_to_json(plan_of(TEXT))
    section = next(s for s in data["sections"] if s["path"] == "II")["children"][0]
    assert section["path"] == "II.1"
    assert TEXT[section["start"] : section["end"]] == "1. Văn phòng Sở chủ trì theo dõi."


def test_quotes_are_verbatim_and_unknown_is_null():
    from dataclasses import replace

    plan = plan_of(TEXT)
    start = TEXT.index("Văn phòng Sở")
    fact = Assignment(None, "lead", "theo dõi", "II.1", Span(start, start + 12))
    data = plan_to_json(replace(plan, facts=Facts(assignments=(fact,))))
    found = data["facts"]["assignments"][0]
    assert found["quote"] == "Văn phòng Sở" == TEXT[found["start"] : found["end"]]
    assert found["actor"] is None and found["time"] is None
