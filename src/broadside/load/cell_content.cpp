#include "broadside/load/cell_content.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/contains.hpp"
#include "broadside/load/read_quantity.hpp"

namespace broadside::load {

namespace {

using model::ColumnKind;

// The first of each is `bare_key`.
constexpr std::string_view kNameContent[] = {"names",   "detail", "value", "level",
                                             "picture", "tags",   "blank", "record"};
constexpr std::string_view kTextContent[] = {
    "text",     "value",   "ref",      "picture", "number", "to",    "plus_minus",
    "relation", "percent", "interval", "tags",    "blank",  "record"};
constexpr std::string_view kSymbolContent[] = {"value",    "text",       "picture",  "number",
                                               "to",       "plus_minus", "relation", "percent",
                                               "interval", "tags",       "blank",    "record"};
constexpr std::string_view kPlainContent[] = {"text", "value", "picture",
                                              "tags", "blank", "record"};
constexpr std::string_view kNumberContent[] = {"number",   "text",    "to",       "plus_minus",
                                               "relation", "percent", "interval", "value",
                                               "picture",  "tags",    "blank",    "record"};
constexpr std::string_view kDateContent[] = {"date", "text",  "value", "picture",
                                             "tags", "blank", "record"};

bool is_content(std::string_view key) {
    return std::any_of(std::begin(model::kColumnKinds), std::end(model::kColumnKinds),
                       [&](const auto& kind) { return contains(content_keys(kind.meaning), key); });
}

/// Whether the cell has content that `fits` takes.
template <typename Fits>
bool has_content(const Node& node, Fits fits) {
    return std::any_of(std::begin(kContentKeys), std::end(kContentKeys),
                       [&](const ContentKey& content) {
                           return fits(content) && node.value->find(content.key) != nullptr;
                       });
}

/// A symbol alone leads nowhere: who prints the page sees no address, and who hears it no words.
/// Whether a picture says something is known once all are read.
void report_empty_link(const Node& node, Report& report, bool is_number_seen = true) {
    const JsonMember* url = node.value->find("url");
    const auto leads = [&](const ContentKey& content) {
        return content.can_lead && (is_number_seen || content.key != "number");
    };
    if (url == nullptr || has_content(node, leads)) return;
    const bool has_shared = node.value->find("ref") != nullptr;
    report.error(Node{&url->value, node.file}.place(),
                 {"link-without-words",
                  "expected words that lead to the address, got none",
                  {has_shared ? "write the \"url\" in the shared cell"
                              : "give the cell a \"text\" beside its value"}});
}

void report_filled_blank(const Node& node, Report& report) {
    for (const NodeMember& member : members_of(node, report)) {
        if (member.key == "blank" || !is_content(member.key)) continue;
        report.error(member.key_place,
                     {"conflicting-keys",
                      fmt::format("expected a blank cell to say nothing, got \"{}\"", member.key)});
    }
}

/// Words beside those of the record would be lost.
void report_filled_record(const Node& node, Report& report) {
    if (!node.value->find("record")) return;
    if (!report.has_gaps())
        report.error(node.place(), {"misplaced-key", "the dataset has no \"records\""});
    for (const ContentKey& content : kContentKeys) {
        if (!content.joins_record && node.value->find(content.key))
            report.error(node.place(),
                         {"conflicting-keys",
                          fmt::format("expected \"record\" or \"{}\", got both", content.key),
                          {"words beside those of a record stand in a \"text\" with {field}"}});
    }
}

void report_misfits(const Node& node, Report& report, const model::Column& column) {
    const auto fitting = content_keys(column.kind);
    for (const NodeMember& member : members_of(node, report)) {
        if (is_content(member.key) && !contains(fitting, member.key)) {
            report_misplaced_key(
                member, report,
                fmt::format("column \"{}\" is of kind {}", column.id,
                            word_of(model::kColumnKinds, column.kind)),
                {fmt::format("a {} cell takes: {}", word_of(model::kColumnKinds, column.kind),
                             fmt::join(fitting.begin(), fitting.end(), ", "))});
        } else if (member.key == "value" && column.values.id.empty()) {
            report_misplaced_key(member, report,
                                 fmt::format("column \"{}\" has no vocabulary", column.id),
                                 {"name one in the column's \"values\""});
        } else if (member.key == "merge" && !column.merge) {
            report_misplaced_key(member, report,
                                 fmt::format("column \"{}\" does not merge", column.id),
                                 {"set \"merge\": true in the column"});
        }
    }
}

void report_conflicts(const Node& node, const ObjectReader& object, ColumnKind kind,
                      Report& report) {
    const bool has_number = object.find("number").has_value();
    for (const std::string_view key :
         {"to", "plus_minus", "relation", "percent", "interval", "text"}) {
        const auto member = object.find(key);
        const bool needs_number = key != "text";
        const bool may_stand =
            needs_number ? has_number : kind != ColumnKind::Number || !has_number;
        if (!member || may_stand) continue;
        report.error(member->place(),
                     {"conflicting-keys",
                      needs_number ? fmt::format("expected \"{}\" beside a \"number\"", key)
                                   : "expected \"number\" or \"text\", got both"});
    }
    for (const std::string_view key : {"picture", "tags"}) {
        if (object.find("ref") && object.find(key))
            report.error(
                object.find(key)->place(),
                {"conflicting-keys",
                 fmt::format("expected \"{}\" in the shared cell, got it beside \"ref\"", key)});
    }
    if (object.find("ref") && (object.find("value") || object.find("text") || has_number))
        report.error(node.place(),
                     {"conflicting-keys",
                      "expected \"ref\" without \"text\", \"value\" and \"number\", got both"});
    if (object.find("date") && object.find("text"))
        report.error(node.place(), {"conflicting-keys", "expected \"date\" or \"text\", got both"});
}

/// A misplaced content key is reported as such, and not a second time as missing content.
void report_missing_content(const Node& node, Report& report, ColumnKind kind) {
    if (has_content(node, is_any_content)) return;
    const bool is_figure = kind == ColumnKind::Number || kind == ColumnKind::Date;
    const std::size_t usual = kind == ColumnKind::Name ? 1 : is_figure ? 2 : 4;
    const auto fitting = content_keys(kind);
    const auto wanted = fitting.first(std::min(usual, fitting.size()));
    report.error(node.place(),
                 {"missing-key", fmt::format("missing key: a {} cell needs \"{}\"",
                                             word_of(model::kColumnKinds, kind),
                                             fmt::join(wanted.begin(), wanted.end(), "\" or \""))});
}

}  // namespace

std::span<const std::string_view> content_keys(ColumnKind kind) {
    switch (kind) {
        case ColumnKind::Name: return kNameContent;
        case ColumnKind::Text: return kTextContent;
        case ColumnKind::Symbol: return kSymbolContent;
        case ColumnKind::Plain: return kPlainContent;
        case ColumnKind::Number: return kNumberContent;
        case ColumnKind::Date: return kDateContent;
    }
    return {};
}

void check_content(const ObjectReader& object, const Node& node, Report& report,
                   const model::Column& column, const model::Cell& cell) {
    report_misfits(node, report, column);
    report_missing_content(node, report, column.kind);
    report_empty_link(node, report, column.number_look != model::NumberLook::Rating);
    check_scale(node, report, column, cell);
    if (cell.is_blank) report_filled_blank(node, report);
    report_filled_record(node, report);
    if (column.kind != ColumnKind::Name && column.kind != ColumnKind::Plain)
        report_conflicts(node, object, column.kind, report);
}

void check_shared_content(const Node& node, Report& report) {
    report_empty_link(node, report);
    if (!has_content(node, is_shared_content)) {
        report.error(
            node.place(),
            {"missing-key", "missing key: a shared cell needs \"text\", \"value\" or \"picture\""});
    }
}

}  // namespace broadside::load
