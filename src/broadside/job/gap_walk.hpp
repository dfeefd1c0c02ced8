#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "broadside/model/dataset.hpp"

namespace broadside {

/// How what fills a gap is written: as words, as words in which markup means something, as a part
/// of an address, or as what no page shows.
enum class GapForm { Words, Markup, Address, Metadata };

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
        add(dataset.title, GapForm::Words, MayBeEmpty::No);
        add(dataset.subtitle);
        add(dataset.continued);
        add(dataset.author, GapForm::Metadata);
        add(dataset.description, GapForm::Metadata);
        for (model::Picture& picture : dataset.pictures) {
            add(picture.alt);
            add(picture.url, GapForm::Address);
        }
        for (model::Vocabulary& vocabulary : dataset.vocabularies) {
            add(vocabulary.label);
            for (model::Value& value : vocabulary.values) {
                add(value.label, GapForm::Words, MayBeEmpty::No);
                add(value.alt);
                add(value.text);
            }
        }
        add_heads(dataset);
        for (auto& [id, cell] : dataset.cells) add_cell(cell, GapForm::Markup);
        for (model::Note& note : dataset.notes) add(note.text, GapForm::Markup, MayBeEmpty::No);
        for (model::Band& band : dataset.bands) add(band.label, GapForm::Words, MayBeEmpty::No);
        for (model::Section& section : dataset.sections) {
            add(section.title, GapForm::Markup);
            for (model::Row& row : section.rows) add_row(row, dataset.columns);
        }
        for (auto& [id, text] : dataset.texts) add(text, GapForm::Markup);
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

    void add(model::Text& text, GapForm form = GapForm::Words,
             MayBeEmpty may_be_empty = MayBeEmpty::Yes) {
        if (has_gaps(text)) visitor_.text(text, form, may_be_empty);
    }

    void add(Sparse<model::Text>& text, GapForm form) {
        if (has_gaps(*text)) add(text.edit(), form);
    }

    /// Names and tags without words are none.
    void add(Sparse<std::vector<model::Text>>& texts) {
        if (!has_gaps(*texts)) return;
        for (model::Text& text : texts.edit()) add(text);
        std::erase_if(texts.edit(), [](const model::Text& text) { return text.empty(); });
    }

    void add_cell(model::Cell& cell, GapForm form) {
        add(cell.text, form);
        add(cell.names);
        add(cell.tags);
        add(cell.detail, GapForm::Words);
        add(cell.url, GapForm::Address);
    }

    void add_heads(model::Dataset& dataset) {
        for (model::Column& column : dataset.columns) {
            add(column.title, GapForm::Words, MayBeEmpty::No);
            add(column.url, GapForm::Address);
            add(column.empty_text);
            add(column.unit);
            add(column.short_title);
            if (column.sample) add_cell(*column.sample, GapForm::Markup);
        }
        for (model::Spanner& spanner : dataset.spanners) {
            add(spanner.title, GapForm::Words, MayBeEmpty::No);
            add(spanner.url, GapForm::Address);
        }
    }

    void add_row(model::Row& row, const std::vector<model::Column>& columns) {
        if (std::none_of(row.cells->begin(), row.cells->end(),
                         [](const model::Cell& cell) { return has_gaps(cell); }))
            return;
        std::erase_if(row.cells.edit(), [&](model::Cell& cell) {
            const model::Column& column = columns[cell.column];
            add_cell(cell,
                     column.kind == model::ColumnKind::Text ? GapForm::Markup : GapForm::Words);
            if (cell.record->id.empty() || !visitor_.cell(cell, column)) return false;
            cell.is_blank = true;
            return cell.row_span == 1 && cell.column_span == 1;
        });
    }

    /// A link without an address is none.
    void add_links(std::vector<model::Link>& links) {
        std::erase_if(links, [&](model::Link& link) {
            add(link.url, GapForm::Address);
            if (link.url.empty()) return true;
            add(link.label, GapForm::Words, MayBeEmpty::No);
            add(link.text);
            return false;
        });
    }

    Visitor& visitor_;
};

}  // namespace broadside
