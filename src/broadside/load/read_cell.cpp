#include "broadside/load/read_cell.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/dataset_keys.hpp"
#include "broadside/load/read_value.hpp"

namespace broadside::load {

namespace {

using model::ColumnKind;

constexpr std::string_view kContentKeys[] = {"names", "detail", "text", "value", "ref"};
constexpr std::string_view kNameContent[] = {"names", "detail"};
constexpr std::string_view kTextContent[] = {"text", "value", "ref"};
constexpr std::string_view kSymbolContent[] = {"value", "text"};
constexpr std::string_view kPlainContent[] = {"text"};

std::span<const std::string_view> content_keys(ColumnKind kind) {
    switch (kind) {
        case ColumnKind::Name: return kNameContent;
        case ColumnKind::Text: return kTextContent;
        case ColumnKind::Symbol: return kSymbolContent;
        case ColumnKind::Plain: return kPlainContent;
    }
    return {};
}

bool contains(std::span<const std::string_view> keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::string read_certainty(const Node& node, Report& report) {
    static constexpr Word<std::string_view> kWords[] = {
        {"certain", "certain"}, {"high", "high"}, {"medium", "medium"}, {"low", "low"}};
    return std::string(read_word(node, report, kWords));
}

/// A sentence, or a URL alone, which then is one that can be followed.
std::string read_source(const Node& node, Report& report) {
    const std::string& text = node.text();
    const std::string_view scheme = std::string_view(text).substr(0, text.find("://"));
    const bool is_web =
        scheme == "http" || scheme == "https" || scheme == "HTTP" || scheme == "HTTPS";
    if (node.is(JsonType::String) && is_web && text.find(' ') == text.npos)
        return read_link_url(node, report).text;
    return read_nonempty_string(node, report);
}

std::vector<model::Text> read_names(const Node& node, Report& report) {
    if (node.is(JsonType::String)) return {read_nonempty_text(node, report)};
    return read_nonempty_texts(node, report);
}

/// A number is printed as it was written: 1.10 stays 1.10.
model::Text read_plain_text(const Node& node, Report& report) {
    if (node.is(JsonType::Number)) return {node.text(), node.pointer};
    return read_text(node, report);
}

void read_plain_cell(const Node& node, Report& report, model::Cell& cell) {
    cell.text = read_plain_text(node, report);
    if (node.is(JsonType::Number)) cell.number = node.text();
}

void read_bare_cell(const Node& node, Report& report, ColumnKind kind, model::Cell& cell) {
    if (node.is(JsonType::Null)) {
        report_mismatch(node, report,
                        {"wrong-type", "a cell", {"leave the key out where a cell is empty"}});
        return;
    }
    switch (kind) {
        case ColumnKind::Name: cell.names = read_names(node, report); return;
        case ColumnKind::Text: cell.text = read_text(node, report); return;
        case ColumnKind::Symbol: cell.value = read_reference(node, report); return;
        case ColumnKind::Plain: read_plain_cell(node, report, cell); return;
    }
}

void report_misfits(const Node& node, Report& report, const model::Column& column) {
    const auto fitting = content_keys(column.kind);
    for (const NodeMember& member : members_of(node, report)) {
        if (contains(kContentKeys, member.key) && !contains(fitting, member.key)) {
            report_misplaced_key(
                member, report,
                fmt::format("column \"{}\" is of kind {}", column.id, to_string(column.kind)),
                {fmt::format("a {} cell takes: {}", to_string(column.kind),
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

void report_conflicts(const Node& node, const ObjectReader& object, Report& report,
                      ColumnKind kind) {
    const bool has_value = object.find("value").has_value();
    const bool has_text = object.find("text").has_value();
    const bool has_ref = object.find("ref").has_value();
    const auto conflict = [&](std::string message) {
        report.error(node.place(), {"conflicting-keys", std::move(message)});
    };
    if (kind == ColumnKind::Symbol && has_value && has_text) {
        conflict("expected \"value\" or \"text\", got both");
    }
    if (kind == ColumnKind::Text && has_ref && (has_value || has_text)) {
        conflict("expected \"ref\" without \"text\" and \"value\", got both");
    }
}

/// A misplaced content key is reported as such, and not a second time as missing content.
void report_missing_content(const Node& node, Report& report, ColumnKind kind) {
    for (const std::string_view key : {"names", "text", "value", "ref"}) {
        if (node.value->find(key)) return;
    }
    const auto fitting = content_keys(kind);
    const auto wanted = kind == ColumnKind::Name ? fitting.first(1) : fitting;
    report.error(node.place(),
                 {"missing-key", fmt::format("missing key: a {} cell needs \"{}\"", to_string(kind),
                                             fmt::join(wanted.begin(), wanted.end(), "\" or \""))});
}

model::TranslatedParts read_translated_parts(const Node& node, Report& report) {
    using model::TranslatedParts;
    if (!node.is(JsonType::String))
        return read_flag(node, report) ? TranslatedParts::All : TranslatedParts::None;
    static constexpr Word<TranslatedParts> kWords[] = {{"names", TranslatedParts::Names},
                                                       {"detail", TranslatedParts::Detail}};
    return read_word(node, report, kWords);
}

/// What cells of every kind may say.
void read_common(const ObjectReader& object, model::Cell& cell) {
    object.read("notes", cell.notes, read_references);
    object.read("merge", cell.merge, read_flag);
    object.read("rowspan", cell.row_span, [](const Node& node, Report& report) {
        return read_count(node, report, {1, limits::kMaxRows});
    });
    object.read("colspan", cell.column_span, [](const Node& node, Report& report) {
        return read_count(node, report, {1, limits::kMaxColumns});
    });
    object.read("translate", cell.translate, read_translated_parts);
    cell.provenance = read_provenance(object);
}

}  // namespace

Provenance read_provenance(const ObjectReader& object) {
    Provenance provenance;
    object.read("source", provenance.source, read_source);
    object.read("certainty", provenance.certainty, read_certainty);
    object.read("checked", provenance.checked, read_date);
    return provenance;
}

model::Cell read_cell(const Node& node, Report& report, const model::Column& column) {
    model::Cell cell;
    cell.pointer = node.pointer;
    if (!node.is(JsonType::Object)) {
        read_bare_cell(node, report, column.kind, cell);
        return cell;
    }
    const ObjectReader object(node, kCellKeys, report);
    report_misfits(node, report, column);
    report_missing_content(node, report, column.kind);
    report_conflicts(node, object, report, column.kind);
    object.read("names", cell.names, read_names);
    object.read("detail", cell.detail, read_text);
    const auto text = object.find("text");
    if (text && column.kind == ColumnKind::Plain) {
        read_plain_cell(*text, report, cell);
    } else {
        object.read("text", cell.text, read_text);
    }
    object.read("value", cell.value, read_reference);
    object.read("ref", cell.ref, read_reference);
    read_common(object, cell);
    return cell;
}

model::Cell read_shared_cell(const Node& node, Report& report) {
    model::Cell cell;
    cell.pointer = node.pointer;
    if (!node.is(JsonType::Object)) {
        read_bare_cell(node, report, ColumnKind::Text, cell);
        return cell;
    }
    const ObjectReader object(node, kSharedCellKeys, report);
    if (!object.find("text") && !object.find("value")) {
        report.error(node.place(),
                     {"missing-key", "missing key: a shared cell needs \"text\" or \"value\""});
    }
    object.read("text", cell.text, read_text);
    object.read("value", cell.value, read_reference);
    read_common(object, cell);
    return cell;
}

model::Cell read_sample(const Node& node, Report& report) {
    model::Cell cell;
    cell.pointer = node.pointer;
    const ObjectReader object(node, kSampleKeys, report);
    object.read("names", cell.names, read_names);
    object.read("detail", cell.detail, read_text);
    return cell;
}

}  // namespace broadside::load
