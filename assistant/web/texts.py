"""Every word of the interface, in Vietnamese and in English: one table, two columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["LANGUAGES", "InterfaceLanguage", "Texts", "texts_in"]

InterfaceLanguage = Literal["vi", "en"]
LANGUAGES: tuple[tuple[str, InterfaceLanguage], ...] = (("Tiếng Việt", "vi"), ("English", "en"))


@dataclass(frozen=True, slots=True)
class Texts:
    """The interface in one language. Braces are filled in by ``str.format``."""

    language: InterfaceLanguage
    title: str
    subtitle: str
    language_label: str
    tab_chat: str
    tab_library: str
    # chat
    ask_placeholder: str
    ask_label: str
    new_conversation: str
    welcome: str
    welcome_hint: str
    examples_label: str
    you: str
    thinking: str
    understood: str
    sources: str
    elsewhere: str
    copy: str
    copied: str
    failed: str
    open_citation: str
    # source panel
    source_empty_title: str
    source_empty: str
    source_label: str
    close: str
    number: str
    date: str
    page: str
    file: str
    no_title: str
    restored: str
    restored_note: str
    original: str
    verbatim: str
    damage: str
    plan_gone: str
    passage_gone: str
    cut_before: str
    cut_after: str
    # library
    library_title: str
    library_empty: str
    column_plan: str
    column_number: str
    column_date: str
    column_issuer: str
    column_damage: str
    upload_label: str
    upload_hint: str
    upload_reading: str
    upload_added: str
    upload_unchanged: str
    upload_replaced: str
    upload_failed: str
    upload_crashed: str
    upload_done: str
    remove: str
    remove_question: str
    remove_confirm: str
    remove_cancel: str
    removed: str
    remove_missing: str


_VI = Texts(
    language="vi",
    title="Trợ lý Kế hoạch",
    subtitle="Hỏi đáp có trích dẫn từ các kế hoạch trong kho",
    language_label="Ngôn ngữ",
    tab_chat="Hỏi đáp",
    tab_library="Kho kế hoạch",
    ask_placeholder="Ai chủ trì, hạn khi nào, chỉ tiêu bao nhiêu…",
    ask_label="Câu hỏi",
    new_conversation="Cuộc trò chuyện mới",
    welcome="Đồng chí cần tra cứu điều gì?",
    welcome_hint="Mỗi câu trả lời đều dẫn nguyên văn từ kế hoạch. Bấm số trích dẫn để xem đoạn gốc.",
    examples_label="Có thể hỏi",
    you="Câu hỏi",
    thinking="Đang tra cứu trong các kế hoạch…",
    understood="Câu hỏi được hiểu là",
    sources="Trích dẫn",
    elsewhere="Nơi khác có thể nói về việc này",
    copy="Sao chép",
    copied="Đã chép",
    failed="Không trả lời được câu hỏi này vì có lỗi bên trong; lỗi đã được ghi lại. Hãy thử hỏi lại.",
    open_citation="Mở trích dẫn {number}",
    source_empty_title="Đoạn gốc",
    source_empty="Bấm vào số trích dẫn trong câu trả lời, đoạn văn bản gốc sẽ hiện ở đây.",
    source_label="Đoạn gốc của trích dẫn {number}",
    close="Đóng",
    number="Số",
    date="Ngày",
    page="trang {page}",
    file="Tệp",
    no_title="(không có tên)",
    restored="Đã phục hồi",
    restored_note="Chữ trong tệp bị hỏng; phần gạch chân là phỏng đoán của máy, không phải nguyên văn.",
    original="Nguyên văn",
    verbatim="Nguyên văn trong tệp",
    damage="{percent} số từ trong tệp bị hỏng chữ",
    plan_gone="Kế hoạch này không còn trong kho. Dưới đây là nguyên văn đã lưu cùng câu trả lời.",
    passage_gone=(
        "Tệp trong kho đã thay đổi sau khi trả lời. Dưới đây là nguyên văn đã lưu cùng câu trả lời."
    ),
    cut_before="… phần trước được lược bớt",
    cut_after="phần sau được lược bớt …",
    library_title="Kho kế hoạch",
    library_empty="Kho chưa có kế hoạch nào. Hãy thêm tệp ở trên.",
    column_plan="Kế hoạch",
    column_number="Số",
    column_date="Ngày",
    column_issuer="Cơ quan ban hành",
    column_damage="Hỏng chữ",
    upload_label="Thêm kế hoạch",
    upload_hint="Chọn một hay nhiều tệp: .docx, .pdf (cả bản quét), .txt, .md, .html, .doc, .odt",
    upload_reading="Đang đọc tệp {at}/{count}",
    upload_added="đã thêm",
    upload_unchanged="đã có sẵn, không thay đổi",
    upload_replaced="đã thay bản cũ",
    upload_failed="không đọc được",
    upload_crashed="{file}: có lỗi bên trong khi đọc tệp; lỗi đã được ghi lại. Hãy thử định dạng khác.",
    upload_done="Xong: {good} tệp vào kho, {bad} tệp không đọc được.",
    remove="Xoá",
    remove_question="Xoá kế hoạch này khỏi kho?",
    remove_confirm="Xoá khỏi kho",
    remove_cancel="Giữ lại",
    removed="Đã xoá {name} khỏi kho.",
    remove_missing="{name} không còn trong kho.",
)

_EN = Texts(
    language="en",
    title="Trợ lý Kế hoạch",
    subtitle="Cited answers from the plans in the library",
    language_label="Language",
    tab_chat="Ask",
    tab_library="Plan library",
    ask_placeholder="Ask about the plans: who leads, when it is due…",
    ask_label="Question",
    new_conversation="New conversation",
    welcome="What would you like to look up?",
    welcome_hint="Every answer quotes a plan word for word. Click a citation number to see the source.",
    examples_label="You could ask",
    you="Question",
    thinking="Looking through the plans…",
    understood="Understood as",
    sources="Citations",
    elsewhere="Other places that may tell",
    copy="Copy",
    copied="Copied",
    failed="This question could not be answered because of an internal error, which was logged. Please try again.",
    open_citation="Open citation {number}",
    source_empty_title="Source",
    source_empty="Click a citation number in an answer and its source passage appears here.",
    source_label="Source of citation {number}",
    close="Close",
    number="No.",
    date="Date",
    page="page {page}",
    file="File",
    no_title="(untitled)",
    restored="Restored",
    restored_note="Letters are damaged in the file; what is underlined is the machine's guess, not the source.",
    original="As in the file",
    verbatim="Verbatim from the file",
    damage="{percent} of the words in the file are damaged",
    plan_gone="This plan is no longer in the library. Below is the quote stored with the answer.",
    passage_gone="The file has changed since this answer. Below is the quote stored with the answer.",
    cut_before="… earlier part left out",
    cut_after="later part left out …",
    library_title="Plan library",
    library_empty="The library holds no plan yet. Add files above.",
    column_plan="Plan",
    column_number="No.",
    column_date="Date",
    column_issuer="Issued by",
    column_damage="Damage",
    upload_label="Add plans",
    upload_hint="Choose one or more files: .docx, .pdf (scans too), .txt, .md, .html, .doc, .odt",
    upload_reading="Reading file {at}/{count}",
    upload_added="added",
    upload_unchanged="already there, unchanged",
    upload_replaced="replaced the old revision",
    upload_failed="cannot be read",
    upload_crashed="{file}: an internal error occurred and was logged. Please try another format.",
    upload_done="Done: {good} in the library, {bad} could not be read.",
    remove="Remove",
    remove_question="Remove this plan from the library?",
    remove_confirm="Remove it",
    remove_cancel="Keep it",
    removed="Removed {name} from the library.",
    remove_missing="{name} is no longer in the library.",
)

_BY_LANGUAGE: dict[str, Texts] = {"vi": _VI, "en": _EN}


def texts_in(language: str) -> Texts:
    """Return the interface texts of a language; anything unknown gets Vietnamese.

    >>> texts_in("en").tab_library, texts_in("??").tab_library
    ('Plan library', 'Kho kế hoạch')
    """
    return _BY_LANGUAGE.get(language, _VI)
