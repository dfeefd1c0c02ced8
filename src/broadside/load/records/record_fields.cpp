#include "broadside/load/records/record_fields.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/base/url.hpp"
#include "broadside/load/fields.hpp"
#include "broadside/load/read_quantity.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/unicode/date.hpp"

namespace broadside::load {

namespace {

using model::FieldType;
using model::RecordField;

bool is_date_or_range(std::string_view text) {
    const auto [from, to] = unicode::dates_of(text);
    return is_date(from) && is_date(to) && from.size() == to.size() && from <= to;
}

Problem unlike(std::string_view value, std::string code, std::string_view expected, Hints hints) {
    return {std::move(code), fmt::format("expected {}, got \"{}\"", expected, excerpt(value)),
            std::move(hints)};
}

/// The default of a field, which may be a number as JSON has it.
std::optional<model::Text> read_fallback(const Node& node, Report& report) {
    if (node.is(JsonType::Number)) return model::Text{std::string(node.text()), node.place()};
    return model::Text{read_string(node, report), node.place()};
}

constexpr ValueType<std::optional<model::Text>> kFallback{
    read_fallback, {.members = R"("type": ["string", "number"])"}};

constexpr ObjectType kRecordField{
    "record_field", "",
    std::array{
        optional<&RecordField::type, kOneOf<model::kFieldTypes>>(
            "type",
            "text: set as it is written; rich: with markup; number, date: as the language writes "
            "them; url: an address.",
            R"("text")"),
        optional<&RecordField::fallback, kFallback>(
            "default", "What it says where a record says nothing, and where there is no record."),
        optional<&RecordField::is_required, kFlag>("required", "Each record says it.", "false"),
        optional<&RecordField::is_key, kFlag>(
            "key", "It tells the records apart: {record} in the names of files.", "false"),
        optional<&RecordField::help, kNonemptyString>("help",
                                                      "For whoever fills in the records.")}};

}  // namespace

std::optional<Problem> problem_of(std::string_view value, FieldType type) {
    if (value.size() > limits::kMaxStringBytes)
        return Problem{"too-long", fmt::format("expected at most {} bytes, got {}",
                                               limits::kMaxStringBytes, value.size())};
    if (const auto unfit = find_unfit_character(value))
        return Problem{"unfit-character", fmt::format("expected text, got {}", *unfit)};
    switch (type) {
        case FieldType::Text:
        case FieldType::Rich: return std::nullopt;
        case FieldType::Number:
            if (is_figure(value)) return std::nullopt;
            return unlike(value, "bad-number", "a number", {"write it as 1234.50"});
        case FieldType::Date:
            if (is_date_or_range(value)) return std::nullopt;
            return unlike(value, "bad-date", "a date",
                          {"write 2022, 2022-01 or 2022-01-31, or two with a slash between them"});
        case FieldType::Url: {
            const auto url = parse_url(value);
            if (url) return std::nullopt;
            const Diagnostic& problem = url.diagnostics().front();
            return Problem{problem.code, problem.message, problem.hints};
        }
    }
    return std::nullopt;
}

std::vector<RecordField> read_record_fields(const Node& node, Report& report) {
    std::vector<RecordField> fields = read_by_id<kRecordField>(node, report);
    if (fields.empty() && node.is(JsonType::Object))
        report.error(node.place(), {"empty-list", "expected at least one field, got none"});
    const RecordField* key = nullptr;
    for (const RecordField& field : fields) {
        if (field.is_key && key != nullptr)
            report.error(field.place,
                         {"conflicting-keys",
                          fmt::format("expected one key, and \"{}\" is one too", key->id)});
        if (field.is_key) key = &field;
        if (!field.fallback || field.fallback->empty()) continue;
        if (auto problem = problem_of(field.fallback->text, field.type))
            report.error(field.place, *std::move(problem));
    }
    return fields;
}

ObjectKeys record_field_object() { return kObjectOf<kRecordField>; }

}  // namespace broadside::load
