#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/url.hpp"
#include "broadside/job/gaps.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/model/text_slots.hpp"
#include "broadside/resolve/isolate.hpp"
#include "broadside/resolve/markup.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/date.hpp"
#include "broadside/unicode/language_tag.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside {

namespace {

using model::ColumnKind;
using model::FieldType;
using model::RecordField;
using model::TextForm;
using model::TextSlot;

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (resolve::kMarkupSigns.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

/// What would end the part of an address that it stands in, percent-encoded. Letters of any script
/// stay: an address is printed. A plus means a space in addresses of the web only.
std::string encoded(std::string_view value, std::string_view before) {
    const bool is_phone = before.starts_with("tel:");
    const bool is_web = before.starts_with("http");
    std::string out;
    for (const char& c : value) {
        if (is_phone && c == ' ') continue;
        const bool is_plain =
            static_cast<unsigned char>(c) > 0x20 && c != 0x7F &&
            std::string_view("/?#[]%&=\"<>{}|\\^`()").find(c) == std::string_view::npos &&
            (c != '+' || !is_web);
        out += is_plain ? std::string(1, c) : percent_encoded({&c, 1}, "");
    }
    return out;
}

/// The address that a text with markup is in the middle of; nothing: it is in none.
std::optional<std::string_view> open_address(std::string_view text) {
    const std::size_t begin = text.rfind("](");
    if (begin == text.npos) return std::nullopt;
    const std::string_view address = text.substr(begin + 2);
    if (address.find_first_of(") \n") != address.npos) return std::nullopt;
    return address;
}

std::string marker_at_end(std::string_view text) {
    if (text.ends_with("**")) return "**";
    return text.ends_with('_') ? "_" : "";
}

class Filling {
public:
    Filling(const OpenDataset& open, const model::Record* record)
        : open_(open),
          record_(record),
          format_(unicode::number_format(open.dataset.language, open.dataset.zero_digit)) {}

    void fill(model::Dataset& dataset) {
        model::replace_texts(
            dataset,
            [this](const TextSlot& slot) {
                if (!model::has_gaps(slot.text->text)) return static_cast<model::Text*>(nullptr);
                filled_ = filled(slot);
                return &filled_;
            },
            model::Texts::OfRecords);
        for (model::Section& section : dataset.sections) {
            for (model::Row& row : section.rows) fill(row, dataset.columns);
        }
    }

    Diagnostics take_errors() { return std::move(errors_); }

private:
    model::Text filled(const TextSlot& slot) {
        const auto& [text, place] = *slot.text;
        const std::vector<model::TextPart> parts = model::parts_with_gaps(text);
        std::string out, emptied;  // markers around a value that says nothing
        for (const model::TextPart& part : parts) {
            if (part.is_field) {
                const RecordField& field = *find_by_id(open_.dataset.fields, part.text);
                const std::string& value = value_of(field, place);
                if (value.empty() && slot.form == TextForm::Rich) emptied = marker_at_end(out);
                out += written(field, value, slot.form, out, parts.size() == 1);
            } else if (!emptied.empty() && part.text.starts_with(emptied)) {
                out.resize(out.size() - emptied.size());
                out += part.text.substr(emptied.size());
                emptied.clear();
            } else {
                out += part.text;
                emptied.clear();
            }
        }
        if (unicode::says_nothing(out)) out.clear();
        if (out.empty() && slot.is_required && errors_.empty())
            fail("empty-text", "expected words, and every field in it is empty", place);
        return {std::move(out), place};
    }

    void fill(model::Row& row, const std::vector<model::Column>& columns) {
        if (std::none_of(row.cells->begin(), row.cells->end(), is_of_record)) return;
        std::erase_if(row.cells.edit(), [&](model::Cell& cell) {
            if (!is_of_record(cell) || fill(cell, columns[cell.column])) return false;
            cell.is_blank = true;
            return cell.row_span == 1 && cell.column_span == 1;
        });
    }

    /// False where it comes to say nothing.
    bool fill(model::Cell& cell, const model::Column& column) {
        const RecordField& field = *find_by_id(open_.dataset.fields, cell.extras->record->id);
        const std::string& value = value_of(field, cell.place);
        if (value.empty()) return false;
        switch (column.kind) {
            case ColumnKind::Number: set_number(cell, column, value); break;
            case ColumnKind::Date: cell.extras.edit().date = value; break;
            case ColumnKind::Symbol: cell.value = model::Reference{value, cell.place}; break;
            case ColumnKind::Name:
                cell.names = std::vector{
                    model::Text{written(field, value, TextForm::Literal, "", true), cell.place}};
                break;
            case ColumnKind::Text:
                cell.text =
                    model::Text{written(field, value, TextForm::Rich, "", true), cell.place};
                break;
            case ColumnKind::Plain:
                cell.text = model::Text{value, cell.place};
                if (field.type == FieldType::Number) cell.number = value;
                break;
        }
        return true;
    }

    std::string value_of(const RecordField& field, SourcePlace place) {
        if (record_ != nullptr) {
            const auto index = static_cast<std::size_t>(&field - open_.dataset.fields.data());
            for (const std::size_t column : open_.columns[index]) {
                if (column < record_->values.size() && !record_->values[column].empty())
                    return std::string(record_->values[column]);
            }
        }
        if (field.fallback) return field.fallback->text;
        if (record_ == nullptr)
            fail("no-record",
                 fmt::format("the field \"{}\" has no default, and there is no record", field.id),
                 place, {"name the records: --records FILE"});
        return "";
    }

    /// `before`: what stands before it in its text. `is_whole`: nothing else is in it.
    std::string written(const RecordField& field, const std::string& value, TextForm form,
                        std::string_view before, bool is_whole) const {
        auto address = form == TextForm::Url ? std::optional(before) : std::nullopt;
        if (form == TextForm::Rich) address = open_address(before);
        if (address)
            return field.type == FieldType::Url && address->empty() ? value
                                                                    : encoded(value, *address);
        std::string words = words_of(field, value, form);
        if (is_whole || form == TextForm::Metadata) return words;
        return resolve::isolated_part(std::move(words),
                                      unicode::direction_of(open_.dataset.language));
    }

    std::string words_of(const RecordField& field, const std::string& value, TextForm form) const {
        const model::Dataset& dataset = open_.dataset;
        if (value.empty()) return value;
        switch (field.type) {
            case FieldType::Text:
            case FieldType::Url: break;
            case FieldType::Rich:
                return form == TextForm::Rich ? value : resolve::without_markup(value);
            case FieldType::Number:
                return unicode::format_number(value, format_, dataset.zero_digit).text;
            case FieldType::Date: return date_of(value);
        }
        return form == TextForm::Rich ? escaped(value) : value;
    }

    std::string date_of(const std::string& value) const {
        const model::Dataset& dataset = open_.dataset;
        const auto [from, to] = unicode::dates_of(value);
        const unicode::DateRange range = unicode::format_range(
            from, to, dataset.language, unicode::DateLength::Medium, dataset.zero_digit);
        return range.first + range.second;
    }

    void set_number(model::Cell& cell, const model::Column& column, const std::string& value) {
        cell.quantity.edit().number = value;
        if (column.number_look == model::NumberLook::Figures) return;
        const double number = load::parse_number(value).value_or(0);
        if (number < 0 || (column.most > 0 && number > column.most))
            fail("bad-number",
                 fmt::format("expected a number that column \"{}\" can show, got {}", column.id,
                             value),
                 cell.place);
    }

    void fail(std::string code, std::string message, SourcePlace place, Hints hints = {}) {
        errors_.push_back(error(std::move(code), std::move(message), std::move(hints)).at(place));
    }

    const OpenDataset& open_;
    const model::Record* record_;
    const unicode::NumberFormat& format_;
    model::Text filled_;
    Diagnostics errors_;
};

Result<model::Dataset> filled(const OpenDataset& open, const model::Record* record,
                              model::Dataset dataset) {
    Filling filling(open, record);
    filling.fill(dataset);
    if (Diagnostics errors = filling.take_errors(); !errors.empty()) return errors;
    return dataset;
}

}  // namespace

Result<model::Dataset> filled(const OpenDataset& open, const model::Record* record) {
    return filled(open, record, open.dataset);
}

Result<std::string> filled_title(const OpenDataset& open, const model::Record* record) {
    model::Dataset only_title;
    only_title.title = open.dataset.title;
    auto dataset = filled(open, record, std::move(only_title));
    if (!dataset) return dataset.diagnostics();
    return std::move(dataset->title.text);
}

}  // namespace broadside
