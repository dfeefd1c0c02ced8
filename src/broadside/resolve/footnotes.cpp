#include "broadside/resolve/footnotes.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "broadside/doc/parts.hpp"
#include "broadside/resolve/isolate.hpp"
#include "broadside/resolve/lookup.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/resolve/transpose.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/figures.hpp"
#include "broadside/unicode/language_tag.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/script.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::resolve {

namespace {

using model::StyleRole;

// A third of the size of the text lifts a mark to the height of its capitals.
constexpr double kMarkRise = 0.33;

constexpr Pt kMarkGap{4};  // between the mark of a note and its text

/// How lists are counted in letters, one word each (W3C, Ready-made Counter Styles; the first of
/// Persian in full, as print has it: alone it is a figure one).
std::string_view alphabet_of(std::string_view language) {
    constexpr std::pair<std::string_view, std::string_view> kAlphabets[] = {
        {"ar", "أ ب ج د هـ و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ"},
        {"bg", "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ь ю я"},
        {"el", "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ τ υ φ χ ψ ω"},
        {"fa", "الف ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و هـ ی"},
        {"he", "א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת"},
        {"ru", "а б в г д е ж з и к л м н о п р с т у ф х ц ч ш щ э ю я"},
        {"uk", "а б в г д е є ж з и і к л м н о п р с т у ф х ц ч ш ю я"}};
    const std::string_view primary = unicode::primary_language(language);
    for (const auto& [known, alphabet] : kAlphabets)
        if (known == primary) return alphabet;
    return "a b c d e f g h i j k l m n o p q r s t u v w x y z";
}

std::string letters(std::size_t index, std::string_view language) {
    const std::vector<std::string_view> alphabet = unicode::split(alphabet_of(language), ' ');
    std::string mark;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / alphabet.size())
        mark.insert(0, alphabet[(rest - 1) % alphabet.size()]);
    return mark;
}

std::string signs(std::size_t index) {
    constexpr std::string_view kSigns[] = {"*", "†", "‡", "§", "¶"};
    std::string mark;
    for (std::size_t i = 0; i <= index / std::size(kSigns); ++i)
        mark += kSigns[index % std::size(kSigns)];
    return mark;
}

/// Of a note's own id: its letters are the dataset's.
std::string in_own_digits(const std::string& mark, char32_t zero) {
    return unicode::are_ascii_digits(mark) ? unicode::with_digits(mark, zero) : mark;
}

std::string printed(const std::string& id, const model::Project& project) {
    const std::string mark = in_own_digits(id, project.dataset.zero_digit);
    const std::u32string text = unicode::decode(mark);
    const bool has_letter = std::any_of(text.begin(), text.end(), unicode::is_letter);
    switch (project.layout.note_marks) {
        case model::NoteMarkForm::Auto: return has_letter ? fmt::format("({})", mark) : mark;
        case model::NoteMarkForm::Superscript: return mark;
        case model::NoteMarkForm::Parenthesised: return fmt::format("({})", mark);
    }
    return mark;
}

doc::Span raised(std::string text, const model::Layout& layout) {
    doc::Span span = styled_span(std::move(text), style_of(layout, StyleRole::NoteMark));
    span.rise = kMarkRise;
    span.hangs = true;
    return span;
}

/// Whether it ends with a number, or its unit, behind which a raised figure is read as a power: not
/// with discs, or a time of day. Where the layout wants marks bare, only what is raised itself.
bool may_have_power(const doc::Paragraph& paragraph, model::NoteMarkForm form) {
    if (paragraph.empty() || paragraph.spans.back().symbol) return false;
    const std::string& end = paragraph.spans.back().text;
    const bool is_raised =
        unicode::ends_with_digit(end) && !unicode::is_digit(unicode::decode(end).back());
    const auto figure = unicode::find_figure(end);
    const bool is_time = figure && unicode::is_time(*figure);
    if (is_time || form == model::NoteMarkForm::Superscript) return is_raised;
    // "(kg/m²)" in a head, and not "(€)".
    const bool is_ratio = end.starts_with('(') && end.find('/') != end.npos;
    return is_ratio || unicode::ends_with_quantity(end) || doc::has_figure(paragraph);
}

/// A spanner before the columns that it is over, and these before the next: from one side of the
/// head to the other.
std::vector<HeadCell> as_read(std::vector<HeadCell> head) {
    std::stable_sort(head.begin(), head.end(), [](const HeadCell& one, const HeadCell& other) {
        return std::pair(one.column, one.row) < std::pair(other.column, other.row);
    });
    return head;
}

}  // namespace

std::vector<const model::Note*> notes_in_reading_order(const model::Dataset& dataset,
                                                       std::span<const Table> tables) {
    std::vector<const model::Note*> order;
    std::set<const model::Note*> met;
    const ById<model::Note> notes(dataset.notes);
    const auto meet = [&](const std::vector<model::Reference>& references) {
        for (const model::Reference& reference : references) {
            const model::Note* note = notes.find(reference.id);
            if (note && met.insert(note).second) order.push_back(note);
        }
    };
    for (const Table& table : tables) {
        if (table.block->is_transposed) {
            meet_transposed_notes(table, meet);
            continue;
        }
        for (const HeadCell& cell : as_read(table.head))
            meet(cell.spanner ? cell.spanner->notes : table.columns[cell.column]->notes);
        for (const TableSection& section : table.sections) {
            meet(section.section->notes);
            for (const TableCell& cell : section.cells) meet(*cell.notes);
        }
    }
    return order;
}

std::string mark_of(model::NoteMarks scheme, std::size_t index, std::string_view language) {
    switch (scheme) {
        case model::NoteMarks::Ids: break;
        case model::NoteMarks::Numbers: return fmt::format("{}", index + 1);
        case model::NoteMarks::Letters: return letters(index, language);
        case model::NoteMarks::Symbols: return signs(index);
    }
    return {};
}

Footnotes number_notes(const model::Project& project, const std::vector<Table>& tables) {
    const model::Dataset& dataset = project.dataset;
    Footnotes footnotes;
    for (const model::Note& note : dataset.notes) {
        if (note.is_general) footnotes.listed.push_back({&note, {}, {note.id}});
    }
    std::vector<const model::Note*> notes = notes_in_reading_order(dataset, tables);
    const bool has_fixed_marks = dataset.marks == model::NoteMarks::Ids;
    // Notes lie in one vector, so the order of their addresses is the dataset's order.
    if (has_fixed_marks) std::sort(notes.begin(), notes.end());
    const Direction direction = unicode::direction_of(dataset.language);
    footnotes.comma = unicode::script_of(dataset.language) == "Arab" ? "،" : ",";
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const std::string mark =
            has_fixed_marks ? notes[i]->id : mark_of(dataset.marks, i, dataset.language);
        const std::string text = printed(mark, project);
        const bool is_bare = !text.starts_with('(');
        const bool is_number = unicode::are_ascii_digits(mark);
        footnotes.listed.push_back({notes[i], isolated_part(text, direction), {notes[i]->id}});
        footnotes.marks[notes[i]->id] = {
            footnotes.listed.back().mark,
            isolated_part(is_bare && is_number ? fmt::format("({})", text) : text, direction), i,
            is_bare, footnotes.listed.back().id};
    }
    return footnotes;
}

NoteId listing_id(const std::string& note, std::size_t times) {
    return {times == 0 ? note : fmt::format("{}/{}", note, times + 1)};
}

std::vector<doc::Span> mark_spans(const std::vector<model::Reference>& notes,
                                  const Footnotes& footnotes, const model::Layout& layout,
                                  MarkedThing marked) {
    std::vector<const NoteMark*> marks;
    for (const model::Reference& note : notes) marks.push_back(&footnotes.marks.at(note.id));
    std::stable_sort(marks.begin(), marks.end(),
                     [](const auto* a, const auto* b) { return a->order < b->order; });
    std::vector<doc::Span> spans;
    bool is_behind_bare = false;
    for (const NoteMark* mark : marks) {
        const std::string& text = marked == MarkedThing::Number ? mark->apart : mark->text;
        const bool is_bare = mark->is_bare && text == mark->text;
        std::string space(unicode::kNarrowNoBreakSpace);
        if (is_bare && is_behind_bare) space.insert(0, footnotes.comma);
        is_behind_bare = is_bare;
        spans.push_back(raised(std::move(space), layout));
        spans.push_back(raised(text, layout));
        spans.back().note = mark->id;
    }
    return spans;
}

void append_marks(doc::Paragraph& paragraph, const std::vector<model::Reference>& notes,
                  const Footnotes& footnotes, const model::Layout& layout) {
    std::vector<doc::Span> marks = mark_spans(
        notes, footnotes, layout,
        may_have_power(paragraph, layout.note_marks) ? MarkedThing::Number : MarkedThing::Words);
    const auto first = marks.begin() + (paragraph.empty() && !marks.empty() ? 1 : 0);
    paragraph.spans.insert(paragraph.spans.end(), std::make_move_iterator(first),
                           std::make_move_iterator(marks.end()));
}

bool has_parted_marks(const std::vector<doc::Box>& blocks, const Footnotes& footnotes) {
    std::set<std::string_view> parted;
    for (const auto& [note, mark] : footnotes.marks) {
        if (mark.apart != mark.text) parted.insert(mark.apart);
    }
    bool has_parted = false;
    if (parted.empty()) return false;
    doc::for_each_part(blocks, [&](const doc::Paragraph& text) {
        for (const doc::Span& span : text.spans)
            has_parted = has_parted || (!span.note.empty() && parted.count(span.text) > 0);
    });
    return has_parted;
}

Footnotes parted(Footnotes footnotes) {
    for (auto& [note, mark] : footnotes.marks) {
        mark.is_bare = mark.is_bare && mark.text == mark.apart;
        mark.text = mark.apart;
    }
    for (Footnote& listed : footnotes.listed) {
        if (!listed.note->is_general) listed.mark = footnotes.marks.at(listed.note->id).text;
    }
    return footnotes;
}

void number_calls(std::vector<doc::Box>& blocks) {
    std::map<NoteId, std::uint32_t> calls;
    const auto number = [&calls](std::vector<doc::Span>& spans) {
        for (doc::Span& span : spans) {
            if (!span.note.empty()) span.call = ++calls[span.note];
        }
    };
    doc::for_each_part(blocks, doc::Overloaded{[&](doc::Paragraph& text) { number(text.spans); },
                                               [&](doc::SymbolLine& line) { number(line.marks); }});
}

std::vector<doc::Box> list_notes(const std::vector<Footnote>& listed, const model::Layout& layout) {
    std::vector<doc::Box> notes;
    for (const Footnote& footnote : listed) {
        const NoteId& id = footnote.id;
        doc::Paragraph text = rich_paragraph(footnote.note->text, layout, StyleRole::Note);
        text.meaning = Meaning{Role::ListBody};
        if (footnote.note->is_general) {
            notes.push_back({std::move(text), {Role::ListItem, 0, id}});
            continue;
        }
        // Marks end where the texts begin, so that texts of all notes share one edge.
        doc::Paragraph mark =
            literal_paragraph({footnote.mark, {}}, strong(style_of(layout, StyleRole::Note)));
        mark.alignment = Alignment::End;
        mark.meaning = Meaning{Role::ListLabel, 0, id};
        doc::Labelled note;
        note.label = std::move(mark);
        note.gap = kMarkGap;
        note.body.push_back(std::move(text));
        notes.push_back({std::move(note), {Role::ListItem, 0, id}});
    }
    return notes;
}

}  // namespace broadside::resolve
