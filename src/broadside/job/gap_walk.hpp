#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "broadside/model/dataset.hpp"
#include "broadside/model/text_slots.hpp"

namespace broadside {

using model::TextForm;

/// Whether a text may come to say nothing.
enum class MayBeEmpty { Yes, No };

/// Calls `visitor.text(text, form, may_be_empty)` for every text of a dataset that has gaps, and
/// `visitor.cell(cell, column)` for every cell that is a record's; true: it has come to say
/// nothing. Both may change what they get: nothing else in the dataset is touched, and what is
/// shared with other datasets stays so.
template <typename Visitor>
class GapWalk {
public:
    explicit GapWalk(Visitor& visitor) : visitor_(visitor) {}

    void walk(model::Dataset& dataset) {
        add(dataset.title, TextForm::Literal, MayBeEmpty::No);
        add(dataset.subtitle);
        add(dataset.continued);
        add(dataset.author, TextForm::Metadata);
        add(dataset.description, TextForm::Metadata);
        for (model::Picture& picture : dataset.pictures) {
            add(picture.alt);
            add(picture.url, TextForm::Url);
        }
        for (model::Vocabulary& vocabulary : dataset.vocabularies) {
            add(vocabulary.label);
            for (model::Value& value : vocabulary.values) {
                add(value.label, TextForm::Literal, MayBeEmpty::No);
                add(value.alt);
                add(value.text);
            }
        }
        add_heads(dataset);
        for (auto& [id, cell] : dataset.cells) add_cell(cell, TextForm::Rich);
        for (model::Note& note : dataset.notes) add(note.text, TextForm::Rich, MayBeEmpty::No);
        for (model::Band& band : dataset.bands) add(band.label, TextForm::Literal, MayBeEmpty::No);
        for (model::Section& section : dataset.sections) {
            add(section.title, TextForm::Rich);
            for (model::Row& row : section.rows) add_row(row, dataset.columns);
        }
        for (auto& [id, text] : dataset.texts) add(text, TextForm::Rich);
        add_links(dataset.links);
        for (model::Text* text :
             {&dataset.imprint.publisher, &dataset.imprint.source, &dataset.imprint.licence,
              &dataset.imprint.date, &dataset.imprint.remark})
            add(*text);
    }

private:
    static bool has_gaps(const model::Text& text) { return model::has_gaps(text.text); }

    static bool has_gaps(const std::vector<model::Text>& texts) {
        return std::any_of(texts.begin(), texts.end(),
                           [](const model::Text& text) { return has_gaps(text); });
    }

    static bool has_gaps(const model::Cell& cell) {
        return !cell.record->id.empty() || has_gaps(*cell.text) || has_gaps(*cell.names) ||
               has_gaps(*cell.tags) || has_gaps(*cell.detail) || has_gaps(*cell.url);
    }

    void add(model::Text& text, TextForm form = TextForm::Literal,
             MayBeEmpty may_be_empty = MayBeEmpty::Yes) {
        if (has_gaps(text)) visitor_.text(text, form, may_be_empty);
    }

    void add(Sparse<model::Text>& text, TextForm form) {
        if (has_gaps(*text)) add(text.edit(), form);
    }

    /// Names and tags without words are none.
    void add(Sparse<std::vector<model::Text>>& texts) {
        if (!has_gaps(*texts)) return;
        for (model::Text& text : texts.edit()) add(text);
        std::erase_if(texts.edit(), [](const model::Text& text) { return text.empty(); });
    }

    void add_cell(model::Cell& cell, TextForm form) {
        add(cell.text, form);
        add(cell.names);
        add(cell.tags);
        add(cell.detail, TextForm::Literal);
        add(cell.url, TextForm::Url);
    }

    void add_heads(model::Dataset& dataset) {
        for (model::Column& column : dataset.columns) {
            add(column.title, TextForm::Literal, MayBeEmpty::No);
            add(column.url, TextForm::Url);
            add(column.empty_text);
            add(column.unit);
            add(column.short_title);
            if (column.sample) add_cell(*column.sample, TextForm::Rich);
        }
        for (model::Spanner& spanner : dataset.spanners) {
            add(spanner.title, TextForm::Literal, MayBeEmpty::No);
            add(spanner.url, TextForm::Url);
        }
    }

    void add_row(model::Row& row, const std::vector<model::Column>& columns) {
        if (std::none_of(row.cells->begin(), row.cells->end(),
                         [](const model::Cell& cell) { return has_gaps(cell); }))
            return;
        std::erase_if(row.cells.edit(), [&](model::Cell& cell) {
            const model::Column& column = columns[cell.column];
            add_cell(cell,
                     column.kind == model::ColumnKind::Text ? TextForm::Rich : TextForm::Literal);
            if (cell.record->id.empty() || !visitor_.cell(cell, column)) return false;
            cell.is_blank = true;
            return cell.row_span == 1 && cell.column_span == 1;
        });
    }

    /// A link without an address is none.
    void add_links(std::vector<model::Link>& links) {
        std::erase_if(links, [&](model::Link& link) {
            add(link.url, TextForm::Url);
            if (link.url.empty()) return true;
            add(link.label, TextForm::Literal, MayBeEmpty::No);
            add(link.text);
            return false;
        });
    }

    Visitor& visitor_;
};

}  // namespace broadside
