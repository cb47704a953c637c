"""The table of rules: code, severity, Vietnamese name, function. Order is that of ``kehoach check --rules``."""

from __future__ import annotations

from assistant.review import (
    child_parent,
    conflicts,
    hygiene,
    inside,
    leads,
    letterhead,
    marks,
    references,
    reorganisation,
    short_forms,
    spelling_forms,
    targets,
)
from assistant.review.model import Rule

__all__ = ["RULES"]

RULES = (
    Rule("VB01", "high", "Một số hiệu ghi hai ngày", conflicts.find_two_dates),
    Rule("VB02", "medium", "Một số hiệu ghi hai cơ quan ban hành", conflicts.find_issuer_conflicts),
    Rule("VB03", "high", "Tên loại không khớp ký hiệu", references.find_type_mismatches),
    Rule(
        "VB04",
        "high",
        "Ký hiệu không thể có, hoặc không phải của cơ quan được nêu",
        references.find_symbol_faults,
    ),
    Rule("VB05", "high", "Một văn bản ghi hai số hiệu", conflicts.find_number_conflicts),
    Rule("VB06", "low", "Một số hiệu ghi hai trích yếu", conflicts.find_two_titles),
    Rule("VB07", "low", "Viện dẫn thiếu số hiệu mà nơi khác có", conflicts.find_missing_numbers),
    Rule("VB08", "high", "Ngày của văn bản viện dẫn không thể có", references.find_impossible_dates),
    Rule("VB09", "low", "Ký hiệu có dấu cách", references.find_spaced_symbols),
    Rule("ND01", "high", "Dòng ngày tháng không khớp năm kế hoạch", inside.find_wrong_years),
    Rule("ND02", "high", "Thời hạn trước ngày ban hành", inside.find_early_deadlines),
    Rule("ND03", "medium", "Thứ tự hạn báo cáo không hợp lý", inside.find_report_disorder),
    Rule("ND04", "medium", "Chỉ tiêu mâu thuẫn", targets.find_target_conflicts),
    Rule("ND05", "medium", "Chỉ tiêu không thể có", targets.find_impossible_targets),
    Rule("ND06", "medium", "Một việc hai cơ quan chủ trì", leads.find_two_leads),
    Rule("ND07", "low", "Nơi nhận thiếu cơ quan nhận báo cáo", targets.find_untold_addressees),
    Rule("ND08", "medium", "Câu chữ của cấp khác", inside.find_level_phrases),
    Rule("ND09", "high", "Số năm kỷ niệm, giai đoạn không khớp", inside.find_wrong_periods),
    Rule("ND10", "medium", "Nhiệm vụ không rõ cơ quan thực hiện", leads.find_leaderless_tasks),
    Rule("ND11", "medium", "Chỉ dẫn tới mục không có", inside.find_missing_sections),
    Rule("TH01", "low", "Số, ngày còn để trống", letterhead.find_blanks),
    Rule("TH02", "medium", "Số, ký hiệu của kế hoạch chưa đúng", letterhead.find_own_symbol_faults),
    Rule("TH03", "low", "Ngày, tháng thiếu số 0", letterhead.find_leading_zeros),
    Rule("TH04", "low", "Quyền hạn người ký", letterhead.find_authority_faults),
    Rule("CT01", "high", "Lặp từ", hygiene.find_doubled_words),
    Rule("CT02", "medium", "Cụm từ cố định thiếu chữ", hygiene.find_missing_words),
    Rule("CT03", "medium", "Dấu ngoặc kép không đủ cặp", marks.find_unbalanced),
    Rule("CT05", "medium", "Sai chính tả thuật ngữ", hygiene.find_misspellings),
    Rule("CT06", "low", "Viết hoa", spelling_forms.find_wrong_capitals),
    Rule("CT07", "low", "Một cơ quan viết nhiều cách", spelling_forms.find_several_spellings),
    Rule("CT08", "low", "Chữ viết tắt không được giải thích", short_forms.find_undefined_short_forms),
    Rule("CT09", "low", "Dấu câu, dấu cách", marks.find_broken_punctuation),
    Rule("CT10", "low", "Thuật ngữ thiếu dấu phẩy, dấu gạch", hygiene.find_unjoined_terms),
    Rule("CT11", "low", "Dấu cách trong một chữ", marks.find_split_words),
    Rule("TC01", "high", "Cơ quan không còn sau sắp xếp năm 2025", reorganisation.find_ended_bodies),
    Rule("CC01", "medium", "Thiếu nhiệm vụ cấp trên giao", child_parent.find_missing_tasks),
    Rule("CC02", "high", "Chỉ tiêu thấp hơn cấp trên", child_parent.find_loosened_targets),
    Rule("CC03", "high", "Thời hạn muộn hơn cấp trên", child_parent.find_later_deadlines),
    Rule(
        "CC04", "high", "Viện dẫn kế hoạch cấp trên thiếu hoặc sai", child_parent.find_parent_citation_faults
    ),
)
"""Every rule, once."""
