#include "broadside/job/gaps.hpp"

#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/did_you_mean.hpp"
#include "broadside/model/text_slots.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside {

namespace {

using model::ColumnKind;
using model::FieldType;
using model::RecordField;
using model::TextSlot;

/// Whether what a record says there may be all that a cell of the column says.
bool suits(FieldType type, ColumnKind kind) {
    switch (kind) {
        case ColumnKind::Number: return type == FieldType::Number;
        case ColumnKind::Date: return type == FieldType::Date;
        case ColumnKind::Symbol: return type == FieldType::Text;
        case ColumnKind::Name:
        case ColumnKind::Text:
        case ColumnKind::Plain: break;
    }
    return true;
}

/// The field that a text is nothing but the gap of; null: it is more, or no gap.
const RecordField* whole_gap(const std::string& text, const std::vector<RecordField>& fields) {
    if (!model::has_gaps(text)) return nullptr;
    const std::vector<model::TextPart> parts = model::parts_with_gaps(text);
    const bool is_whole = parts.size() == 1 && parts.front().is_field;
    return is_whole ? find_by_id(fields, parts.front().text) : nullptr;
}

/// A figure or a date that a cell's words are nothing but is typed, as `record` would say it: its
/// column prints its unit and aligns it.
void type_whole_gaps(model::Dataset& dataset) {
    const auto field_of = [&dataset](const model::Cell& cell) -> const RecordField* {
        const ColumnKind kind = dataset.columns[cell.column].kind;
        if (kind != ColumnKind::Number && kind != ColumnKind::Date) return nullptr;
        const RecordField* field = whole_gap(cell.text->text, dataset.fields);
        return field != nullptr && suits(field->type, kind) ? field : nullptr;
    };
    for (model::Section& section : dataset.sections) {
        for (model::Row& row : section.rows) {
            const Sparse<std::vector<model::Cell>> cells = row.cells;
            for (std::size_t i = 0; i < cells->size(); ++i) {
                const RecordField* field = field_of((*cells)[i]);
                if (field == nullptr) continue;
                model::Cell& cell = row.cells.edit()[i];
                cell.extras.edit().record = model::Reference{field->id, cell.text->place};
                cell.text = {};
            }
        }
    }
}

/// Looks at gaps, and fills none.
class GapCheck {
public:
    GapCheck(const std::vector<RecordField>& fields, std::set<SourcePlace>& gaps)
        : fields_(fields), gaps_(gaps) {}

    void look_at(const model::Dataset& dataset) {
        model::visit_texts(
            dataset, [this](const TextSlot& slot) { look_at(*slot.text); },
            model::Texts::OfRecords);
        for (const model::Section& section : dataset.sections) {
            for (const model::Row& row : section.rows) {
                for (const model::Cell& cell : *row.cells) {
                    if (is_of_record(cell)) look_at(cell, dataset.columns[cell.column]);
                }
            }
        }
    }

    Diagnostics take_errors() { return std::move(errors_); }

private:
    void look_at(const model::Text& text) {
        if (!model::has_gaps(text.text)) return;
        gaps_.insert(text.place);
        for (const model::TextPart& part : model::parts_with_gaps(text.text)) {
            if (part.is_field) find(part.text, text.place);
        }
    }

    void look_at(const model::Cell& cell, const model::Column& column) {
        gaps_.insert(cell.place);
        const RecordField* field = find(cell.extras->record->id, cell.extras->record->place);
        if (field != nullptr && !suits(field->type, column.kind))
            errors_.push_back(
                error("wrong-field",
                      fmt::format("expected a field that suits column \"{}\" of kind {}, and "
                                  "\"{}\" is of type {}",
                                  column.id, word_of(model::kColumnKinds, column.kind), field->id,
                                  word_of(model::kFieldTypes, field->type)))
                    .at(cell.extras->record->place));
    }

    const RecordField* find(const std::string& id, SourcePlace place) {
        if (const RecordField* field = find_by_id(fields_, id)) return field;
        std::vector<std::string> known;
        for (const RecordField& field : fields_) known.push_back(field.id);
        Hints hints = did_you_mean(nearest(id, known));
        hints.push_back(fmt::format("fields: {}; braces themselves are written twice: {{{{{}}}}}",
                                    fmt::join(known, ", "), id));
        errors_.push_back(
            error("unknown-field", fmt::format("unknown field \"{}\"", id), std::move(hints))
                .at(place));
        return nullptr;
    }

    const std::vector<RecordField>& fields_;
    std::set<SourcePlace>& gaps_;
    Diagnostics errors_;
};

std::set<std::string> fields_in(std::string_view text) {
    std::set<std::string> fields;
    if (!model::has_gaps(text)) return fields;
    for (model::TextPart& part : model::parts_with_gaps(text)) {
        if (part.is_field) fields.insert(std::move(part.text));
    }
    return fields;
}

/// A page would lack what the other languages say.
void warn_of_lost_gaps(const model::Dataset& source, OpenDataset& open) {
    std::map<std::string, std::set<std::string>> expected;
    model::visit_texts(source, [&](const TextSlot& slot) {
        if (auto fields = fields_in(slot.text->text); !fields.empty())
            expected.emplace(slot.key, std::move(fields));
    });
    model::visit_texts(open.dataset, [&](const TextSlot& slot) {
        const auto known = expected.find(slot.key);
        if (known == expected.end()) return;
        std::set<std::string> lost = known->second;
        for (const std::string& field : fields_in(slot.text->text)) lost.erase(field);
        for (const std::string& field : lost)
            open.warnings.push_back(
                warning("lost-field",
                        fmt::format("the translation lacks {{{}}}, which the source has", field))
                    .at(slot.text->place));
    });
}

/// `fr-CA`, `fr` and what is of no language, of the columns that there are.
std::vector<std::vector<std::size_t>> columns_by_field(
    const model::Dataset& dataset, const std::vector<model::RecordColumn>& columns) {
    std::vector<std::vector<std::size_t>> found(dataset.fields.size());
    for (std::string_view tag = dataset.language;; tag = unicode::parent_of(tag)) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].language == tag) found[columns[i].field].push_back(i);
        }
        if (tag.empty()) return found;
    }
}

}  // namespace

Result<OpenDataset> open_dataset(const model::Dataset& dataset, const Language& language,
                                 const std::vector<model::RecordColumn>& columns) {
    OpenDataset open;
    auto localized = take(dataset_in(language, dataset), open.warnings);
    if (!localized) return open.warnings;
    open.dataset = std::move(localized->dataset);
    open.translation = std::move(localized->translation);
    type_whole_gaps(open.dataset);
    open.columns = columns_by_field(open.dataset, columns);
    GapCheck check(open.dataset.fields, open.gaps);
    check.look_at(open.dataset);
    if (Diagnostics errors = check.take_errors(); !errors.empty()) return errors;
    if (!language.locales.empty()) warn_of_lost_gaps(dataset, open);
    return open;
}

}  // namespace broadside
