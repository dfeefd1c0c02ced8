#include "broadside/emit/pdf/structure_walk.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "broadside/emit/pdf/syntax.hpp"

namespace broadside::emit {

namespace {

using scene::Role;
using Ops = std::span<const scene::Op>;

const scene::Tag* begins(const scene::Op& op) {
    const auto* group = std::get_if<scene::BeginGroup>(&op);
    return group == nullptr ? nullptr : &group->tag;
}

/// The ops behind the end of the group that `ops` begin with.
Ops behind_group(Ops ops) {
    std::size_t depth = 0;
    for (std::size_t i = 0; i < ops.size(); ++i) {
        if (begins(ops[i]) != nullptr) ++depth;
        if (std::holds_alternative<scene::EndGroup>(ops[i]) && --depth == 0)
            return ops.subspan(i + 1);
    }
    return {};
}

/// The first group inside the one that `ops` begin with of which `found` is true.
template <typename Found>
const scene::Tag* find_inside(Ops ops, Found found) {
    std::size_t depth = 0;
    for (const scene::Op& op : ops) {
        if (const scene::Tag* tag = begins(op)) {
            if (++depth > 1 && found(*tag)) return tag;
        } else if (std::holds_alternative<scene::EndGroup>(op) && --depth == 0) {
            break;
        }
    }
    return nullptr;
}

}  // namespace

StructureWalk::StructureWalk(const scene::Scene& scene, PdfStructure& structure)
    : structure_(structure), called_(called_notes(scene.pages)) {
    groups_.emplace_back().element = structure.document();
}

void StructureWalk::begin(Ops ops) {
    const scene::Tag& tag = *begins(ops.front());
    const Group& around = top();
    Group group;
    group.element = around.element;
    group.is_silent = around.is_silent || says_nothing(tag.role) || tag.covered;
    group.silence =
        around.silence == Role::None && says_nothing(tag.role) ? tag.role : around.silence;
    group.texts = around.texts;
    group.target = tag.url.empty() ? around.target : LinkTarget(tag.url);
    group.note = around.note;
    group.table = around.table;
    group.outlined = around.outlined;
    if (tag.repeated) {
        group.element.reset();
        group.is_silent = true;
    }
    if (!group.is_silent && group.element) open(group, tag, ops);
    groups_.push_back(std::move(group));
}

void StructureWalk::end() {
    const Group& group = groups_.back();
    if (group.is_new && structure_.is_empty(*group.element)) {
        const std::string_view type = structure_.type(*group.element);
        TableState* table = table_of(group);
        if (type == "TH") {
            structure_.set_type(*group.element, "TD");
            structure_.cells().forget_head(group.table);
        } else if (type != "TD") {
            if (type == "TR" && table != nullptr) table->row.reset();
            if (type == "Note") notes_.erase(group.note);
            structure_.remove(*group.element);
        }
    }
    groups_.pop_back();
}

void StructureWalk::add(Group& group, const char* type, Texts texts) {
    group.element = structure_.add(*group.element, type);
    group.texts = texts;
    group.is_new = true;
}

void StructureWalk::open(Group& group, const scene::Tag& tag, Ops ops) {
    if (tag.role != Role::Table && tag.role != Role::None) caption_.reset();
    switch (tag.role) {
        case Role::Heading: return open_heading(group, tag);
        case Role::Link:
        case Role::Paragraph: return open_paragraph(group, tag);
        case Role::Caption: return open_caption(group, ops);
        case Role::Table: return open_table(group, tag);
        case Role::RowGroup: return open_rows(group, tag, ops);
        case Role::Row: return open_row(group, tag);
        case Role::HeaderCell:
        case Role::Cell: return open_cell(group, tag);
        case Role::List:
            // Notes are named one by one.
            if (find_inside(ops, [](const scene::Tag& item) {
                    return item.role == Role::ListItem && !item.note.empty();
                }) == nullptr) {
                add(group, "L", Texts::Paragraphs);
                structure_.add_entry(*group.element, "/A << /O /List /ListNumbering /None >>");
            }
            return;
        case Role::ListItem: return open_item(group, tag, ops);
        case Role::ListLabel:
            if (is_called(tag.note)) group.target = MarkTarget{tag.note};
            return add(group, "Lbl", Texts::Inline);
        case Role::ListBody:
            if (group.note.empty()) add(group, "LBody", Texts::Cell);
            return;
        case Role::Figure: return open_figure(group, tag);
        case Role::Card: return open_card(group, tag);
        case Role::None:
        case Role::PageNumber:
        case Role::Background:
        case Role::Rule:
        case Role::Ornament:
        case Role::Copy:
        case Role::CutMark: return;
    }
}

/// Its headings begin anew.
void StructureWalk::open_card(Group& group, const scene::Tag& tag) {
    if (const auto begun = structure_.last(*group.element, "Sect"); tag.continued && begun) {
        group.element = begun;
        return;
    }
    heading_level_ = 0;
    add(group, "Sect", Texts::Paragraphs);
    if (!tag.label.empty()) structure_.add_entry(*group.element, "/T " + text_string(tag.label));
}

void StructureWalk::open_heading(Group& group, const scene::Tag& tag) {
    static constexpr std::array<const char*, 6> kTypes = {"H1", "H2", "H3", "H4", "H5", "H6"};
    heading_level_ = std::clamp(tag.level, 1, 6);
    add(group, kTypes[static_cast<std::size_t>(heading_level_) - 1], Texts::Inline);
    group.outlined = {heading_level_, *group.element};
}

/// What goes on is what was said last, unless something has come between.
void StructureWalk::open_paragraph(Group& group, const scene::Tag& tag) {
    group.texts = Texts::Inline;
    const auto begun = structure_.last(*group.element, "P");
    if (tag.continued && begun)
        group.element = begun;
    else
        add(group, "P", Texts::Inline);
}

/// It is moved into its table. Above what goes on from an earlier page, it was said there.
void StructureWalk::open_caption(Group& group, Ops ops) {
    const Ops next = behind_group(ops);
    const scene::Tag* table = next.empty() ? nullptr : begins(next.front());
    if (table != nullptr && table->role == Role::Table && table->continued) {
        group.is_silent = true;
        return;
    }
    add(group, "P", Texts::Inline);
    caption_ = group.element;
}

void StructureWalk::open_table(Group& group, const scene::Tag& tag) {
    group.table = tag.table;
    if (tag.continued && tables_.contains(tag.table)) {
        group.element = tables_.at(tag.table).element;
        return;
    }
    const PdfElement parent = *group.element;
    if (caption_ && structure_.last(parent, "P") == caption_) {
        // The table has to come behind it before it can move into it.
        const PdfElement caption = *caption_;
        add(group, "Table", Texts::Paragraphs);
        structure_.move(caption, *group.element, "Caption");
    } else {
        add(group, "Table", Texts::Paragraphs);
    }
    caption_.reset();
    tables_[tag.table] = {*group.element, {}, {}};
}

StructureWalk::TableState* StructureWalk::table_of(const Group& group) {
    const auto table = tables_.find(group.table);
    return table == tables_.end() ? nullptr : &table->second;
}

/// A page that begins inside a section goes on with that.
void StructureWalk::open_rows(Group& group, const scene::Tag& tag, Ops ops) {
    if (find_inside(ops, [](const scene::Tag& cell) { return is_above_columns(cell.scope); }) !=
        nullptr)
        return add(group, "THead", Texts::Paragraphs);
    TableState* table = table_of(group);
    if (tag.continued && table != nullptr && table->body) {
        group.element = table->body;
        return;
    }
    add(group, "TBody", Texts::Paragraphs);
    if (table == nullptr) return;
    table->body = group.element;
    structure_.cells().begin_section(group.table);
}

void StructureWalk::open_row(Group& group, const scene::Tag& tag) {
    TableState* table = table_of(group);
    if (tag.continued && table != nullptr && table->row && table->row->first == tag.row) {
        group.element = table->row->second;
        return;
    }
    add(group, "TR", Texts::Paragraphs);
    structure_.cells().begin_row(group.table, tag);
    if (table != nullptr) table->row = {tag.row, *group.element};
}

void StructureWalk::go_on(Group& group, PdfElement begun) const {
    group.element = begun;
    group.texts = Texts::Cell;
    group.has_text = true;
    group.paragraph = structure_.last(begun, "P").value_or(begun);
    group.goes_on = true;
}

void StructureWalk::open_cell(Group& group, const scene::Tag& tag) {
    if (tag.continued) {
        if (const auto begun = structure_.cells().find(group.table, tag)) {
            return go_on(group, *begun);
        }
    }
    const bool is_head = tag.scope != HeaderScope::None;
    add(group, is_head ? "TH" : "TD", Texts::Cell);
    structure_.cells().add(group.table, tag, *group.element);
    if (!tag.label.empty()) structure_.add_entry(*group.element, "/E " + text_string(tag.label));
    if (tag.scope == HeaderScope::RowGroup) group.outlined = {heading_level_ + 1, *group.element};
}

void StructureWalk::open_item(Group& group, const scene::Tag& tag, Ops ops) {
    if (tag.note.empty()) {
        add(group, "LI", Texts::Paragraphs);
        const bool has_parts =
            find_inside(ops, [](const scene::Tag& part) {
                return part.role == Role::ListLabel || part.role == Role::ListBody;
            }) != nullptr;
        if (!has_parts) group.element = structure_.add(*group.element, "LBody");
        return;
    }
    group.note = tag.note;
    if (const auto begun = notes_.find(tag.note); begun != notes_.end() && tag.continued) {
        return go_on(group, begun->second);
    }
    add(group, "Note", Texts::Paragraphs);
    notes_[tag.note] = *group.element;
    std::string name = note_anchor(tag.note);
    while (!note_names_.insert(name).second) name += '_';
    structure_.set_name(*group.element, std::move(name));
}

void StructureWalk::open_figure(Group& group, const scene::Tag& tag) {
    if (tag.label.empty()) {
        group.is_silent = true;
        return;
    }
    group.figure = tag.label;
    if (is_link(group.target)) {
        if (group.texts == Texts::Paragraphs) group.element = structure_.add(*group.element, "P");
        group.element = group.link = structure_.add(*group.element, "Link");
    }
    add(group, "Figure", Texts::Inline);
    structure_.add_entry(*group.element, "/Alt " + text_string(tag.label));
}

std::optional<PdfElement> StructureWalk::text_element(const scene::DrawText& text) {
    Group& group = groups_.back();
    if (group.is_silent || !group.element) return std::nullopt;
    if (group.texts == Texts::Inline) return group.element;
    const bool goes_on = text.continues || std::exchange(group.goes_on, false);
    if (goes_on && group.paragraph) return group.paragraph;
    if (group.texts == Texts::Cell && !group.has_text) {
        group.paragraph = group.element;
    } else {
        if (group.paragraph == group.element) structure_.wrap(*group.element, "P");
        group.paragraph = structure_.add(*group.element, "P");
    }
    group.has_text = true;
    return group.paragraph;
}

std::optional<PdfElement> StructureWalk::drawing_element() const {
    const Group& group = top();
    return !group.figure.empty() && !group.is_silent ? group.element : std::nullopt;
}

}  // namespace broadside::emit
