"""The words of the page "Soạn kế hoạch", Vietnamese first."""

from __future__ import annotations

__all__ = ["FIELDS", "draft_words"]

FIELDS: dict[str, tuple[str, str, str]] = {
    "name": ("Tên đơn vị", "Unit", "Sở Nông nghiệp và Môi trường"),
    "kind": ("Loại đơn vị", "Kind", ""),
    "code": ("Ký hiệu trong số văn bản", "Code in the number", "SNNMT"),
    "parent": ("Cơ quan chủ quản", "Parent body", "UBND tỉnh Sơn Hà"),
    "place": ("Địa danh", "Place", "Sơn Hà"),
    "year": ("Năm kế hoạch", "Year", "2026"),
    "authority": ("Thẩm quyền ký", "Signs as", "KT. GIÁM ĐỐC"),
    "signer_title": ("Chức vụ người ký", "Signer's post", "PHÓ GIÁM ĐỐC"),
    "signer": ("Họ và tên người ký", "Signer", ""),
    "field": ("Lĩnh vực quản lý", "Field of work", "nông nghiệp; môi trường; đất đai"),
    "divisions": ("Bộ phận và nhiệm vụ", "Divisions and duties", ""),
    "gatherer": ("Đầu mối tổng hợp báo cáo", "Gathers reports", "Văn phòng Sở"),
    "report_lead_days": ("Nộp trước hạn cấp trên (ngày làm việc)", "Days before the parent's date", "5"),
    "recipients": (
        "Nơi nhận (mỗi dòng một nơi; để trống thì theo quy tắc)",
        "Recipients, one a line (by rule when empty)",
        "",
    ),
    "short": ("Tự gọi trong văn bản", "Calls itself", "Sở"),
    "inner": ("Gọi chung các bộ phận", "Its parts together", "các phòng, đơn vị thuộc Sở"),
    "aliases": ("Tên khác cấp trên hay dùng", "Other names", "SNNMT; Sở NN&MT"),
    "roles": (
        "Vai trò được cấp trên giao (mỗi vai trò cách nhau dấu chấm phẩy)",
        "Roles it holds",
        "cơ quan thường trực Ban Chỉ đạo; chủ đầu tư",
    ),
    "date": ("Ngày soạn", "Day of drafting", "2026-01-27"),
    "parent_number": ("Số của văn bản cấp trên, nếu tệp thiếu", "Parent's number, if its file lacks it", "12/KH-UBND"),
    "parent_date": ("Ngày của văn bản cấp trên", "Parent's date", "2026-01-09"),
}  # fmt: skip
"""Label in Vietnamese and English, and an example shown in the empty field."""

_WORDS: dict[str, tuple[str, str]] = {
    "language": ("vi", "en"),
    "tab": ("Soạn kế hoạch", "Draft a plan"),
    "step_parent": ("Văn bản cấp trên", "Parent document"),
    "choose_parent": ("Chọn kế hoạch trong kho…", "Choose a plan of the library…"),
    "no_plan": ("Kho chưa có kế hoạch; hãy thêm ở tab “Kho kế hoạch”.", "The library holds no plan yet."),
    "step_unit": ("Hồ sơ đơn vị", "Unit profile"),
    "saved": ("Hồ sơ đã lưu", "Saved profiles"),
    "examples": ("Hồ sơ mẫu", "Example profiles"),
    "new": ("Hồ sơ mới…", "New profile…"),
    "save": ("Lưu hồ sơ", "Save"),
    "forget": ("Xóa hồ sơ này", "Delete"),
    "import": ("Nhập YAML", "Import YAML"),
    "export_yaml": ("Tải YAML", "Download YAML"),
    "group_unit": ("Đơn vị", "Unit"),
    "group_sign": ("Người ký", "Signature"),
    "group_inside": ("Bên trong đơn vị", "Inside the unit"),
    "group_more": ("Thông tin thêm", "More"),
    "division": ("Tên bộ phận", "Division"),
    "duties": ("Nhiệm vụ, cách nhau bằng dấu chấm phẩy", "Duties, separated by semicolons"),
    "add_division": ("+ Thêm bộ phận", "+ Add a division"),
    "remove": ("Bỏ", "Remove"),
    "choose_kind": ("Chọn loại…", "Choose…"),
    "kind_fault": ("Hãy chọn loại đơn vị", "Choose the kind of unit"),
    "missing": ("Chưa có, sẽ để chỗ […] trong dự thảo", "Not given: stands as […] in the draft"),
    "complete": ("Hồ sơ đã đủ.", "The profile is complete."),
    "always": ("Số và ngày ban hành luôn để trống.", "Number and date are always left open."),
    "lm": ("Diễn đạt bằng mô hình ngôn ngữ", "Word it with the language model"),
    "lm_hint": (
        "Mỗi đoạn được đối chiếu với cấp trên; đoạn không khớp giữ câu do chương trình viết.",
        "Each paragraph is checked; what does not hold keeps the program's words.",
    ),
    "draft": ("Soạn dự thảo", "Draft"),
    "kept_profile": ("Đã lưu hồ sơ {name}.", "Saved the profile of {name}."),
    "forgotten": ("Đã xóa hồ sơ.", "Deleted the profile."),
    "imported": ("Đã nhập hồ sơ {name}.", "Imported the profile of {name}."),
    "first": ("Hãy chọn văn bản cấp trên.", "Choose a parent document."),
    "wording": ("Mô hình ngôn ngữ đang diễn đạt", "The language model is wording"),
    "result": ("Dự thảo", "Draft"),
    "seconds": ("soạn trong {seconds} giây", "drafted in {seconds} s"),
    "export": ("Xuất Word, đối chiếu, dấu vết", "Export Word, coverage, trace"),
    "files": ("Tệp đã xuất", "Files"),
    "col_draft": ("Dự thảo của đơn vị", "The unit's draft"),
    "col_parent": ("Văn bản cấp trên", "Parent document"),
    "dropped": ("Không đưa vào dự thảo", "Left out"),
    "drop": ("Bỏ đoạn", "Drop"),
    "restore": ("Khôi phục", "Restore"),
    "rule_words": ("Dùng câu của chương trình", "Use the program's words"),
    "by_model": ("Mô hình diễn đạt", "Worded by the model"),
    "refused": ("Không dùng câu của mô hình", "The model's words were refused"),
    "no_source": ("Câu theo thể thức hoặc hồ sơ đơn vị", "From the format or the profile"),
    "to_fill": ("Cần điền", "To fill in"),
    "warnings": ("Lưu ý", "Notes"),
    "faults": ("Lỗi phát hiện được", "Faults found"),
    "coverage": ("Đối chiếu với cấp trên", "Coverage"),
    "covered": ("Giữ nguyên", "Kept"),
    "changed": ("Điều chỉnh", "Changed"),
    "of_others": ("Của nơi khác", "Others' work"),
    "of_form": ("Lời dẫn, thể thức", "Lead-ins, form"),
    "to_review": ("Cần xem lại", "To look at"),
    "lost": ("Còn thiếu", "Missing"),
    "all": ("Tất cả", "All"),
    "task": ("Nhiệm vụ", "Tasks"),
    "target": ("Chỉ tiêu", "Targets"),
    "deadline": ("Thời hạn", "Deadlines"),
    "reference": ("Văn bản viện dẫn", "References"),
    "kept": ("Giữ nguyên", "Kept"),
    "narrowed": ("Thu hẹp", "Narrowed"),
    "assigned": ("Phân công", "Assigned"),
    "slot": ("Cần điền", "To fill"),
    "new_text": ("Viết mới", "New"),
    "none": ("không có", "none"),
}


def draft_words(language: str) -> dict[str, str]:
    """Every word of the page in a language, the labels of the fields under "field_…".

    >>> draft_words("en")["tab"], draft_words("vi")["field_code"]
    ('Draft a plan', 'Ký hiệu trong số văn bản')
    """
    place = 1 if language == "en" else 0
    words = {key: pair[place] for key, pair in _WORDS.items()}
    return words | {f"field_{name}": labels[place] for name, labels in FIELDS.items()}
