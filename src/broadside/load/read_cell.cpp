#include "broadside/load/read_cell.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/load/fields.hpp"
#include "broadside/load/read_quantity.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/load/syntax/text_rules.hpp"

namespace broadside::load {

namespace {

using model::ColumnKind;

constexpr std::string_view kContentKeys[] = {
    "names",      "detail",   "level",   "text",     "value",   "ref",  "number", "to",    "date",
    "plus_minus", "relation", "percent", "interval", "picture", "tags", "blank",  "record"};
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

std::vector<model::Text> read_names(const Node& node, Report& report) {
    if (node.is(JsonType::String)) return {read_nonempty_text(node, report)};
    return read_nonempty_texts(node, report);
}

/// A number is printed as it was written: 1.10 stays 1.10.
model::Text read_plain_text(const Node& node, Report& report) {
    if (node.is(JsonType::Number)) return {std::string(node.text()), node.place()};
    return read_text(node, report);
}

void read_plain_cell(const Node& node, Report& report, model::Cell& cell) {
    cell.text = read_plain_text(node, report);
    if (node.is(JsonType::Number)) cell.number = std::string(node.text());
}

/// Words stand where there is no number: "n/a".
void read_number_cell(const Node& node, Report& report, model::Cell& cell) {
    if (node.is(JsonType::String) && !is_figure(node.text())) {
        cell.text = read_text(node, report);
        if (parse_number(node.text()))
            report_mismatch(node, report,
                            {"bad-number",
                             "a number as JSON writes it, or words",
                             {"a column of kind plain prints what is in quotes as it is written"}});
    } else {
        cell.quantity.edit().number = read_figure(node, report);
    }
}

/// Words in a column of symbols are the mistake that is made most.
model::Reference read_value_id(const Node& node, Report& report) {
    if (node.is(JsonType::String) && is_id(node.text())) return read_reference(node, report);
    report_mismatch(node, report,
                    {"bad-id", "the id of a value", {"for words write {\"text\": \"…\"}"}});
    return {"", node.place()};
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
        case ColumnKind::Symbol: cell.value = read_value_id(node, report); return;
        case ColumnKind::Plain: read_plain_cell(node, report, cell); return;
        case ColumnKind::Number: read_number_cell(node, report, cell); return;
        case ColumnKind::Date: cell.date = read_dates(node, report); return;
    }
}

/// A symbol alone leads nowhere: who prints the page sees no address, and who hears it no words.
/// Whether a picture says something is known once all are read.
void report_empty_link(const Node& node, Report& report, bool is_number_seen = true) {
    const JsonMember* url = node.value->find("url");
    if (url == nullptr || node.value->find("names") || node.value->find("text") ||
        node.value->find("date") || node.value->find("picture") || node.value->find("record") ||
        (is_number_seen && node.value->find("number")))
        return;
    const bool has_shared = node.value->find("ref") != nullptr;
    report.error(Node{&url->value, node.file}.place(),
                 {"link-without-words",
                  "expected words that lead to the address, got none",
                  {has_shared ? "write the \"url\" in the shared cell"
                              : "give the cell a \"text\" beside its value"}});
}

void report_filled_blank(const Node& node, Report& report) {
    for (const NodeMember& member : members_of(node, report)) {
        if (member.key == "blank" || !contains(kContentKeys, member.key)) continue;
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
    for (const std::string_view key :
         {"names", "text", "value", "ref", "number", "date", "blank"}) {
        if (node.value->find(key))
            report.error(node.place(),
                         {"conflicting-keys",
                          fmt::format("expected \"record\" or \"{}\", got both", key),
                          {"words beside those of a record stand in a \"text\" with {field}"}});
    }
}

void report_misfits(const Node& node, Report& report, const model::Column& column) {
    const auto fitting = content_keys(column.kind);
    for (const NodeMember& member : members_of(node, report)) {
        if (contains(kContentKeys, member.key) && !contains(fitting, member.key)) {
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
    for (const std::string_view key : {"names", "text", "value", "ref", "number", "date", "picture",
                                       "tags", "blank", "record"}) {
        if (node.value->find(key)) return;
    }
    const bool is_figure = kind == ColumnKind::Number || kind == ColumnKind::Date;
    const std::size_t usual = kind == ColumnKind::Name ? 1 : is_figure ? 2 : 4;
    const auto fitting = content_keys(kind);
    const auto wanted = fitting.first(std::min(usual, fitting.size()));
    report.error(node.place(),
                 {"missing-key", fmt::format("missing key: a {} cell needs \"{}\"",
                                             word_of(model::kColumnKinds, kind),
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

using model::Cell;
using model::Quantity;
using model::Relation;

constexpr Word<Relation> kRelations[] = {{"<", Relation::Less},
                                         {">", Relation::More},
                                         {"<=", Relation::AtMost},
                                         {">=", Relation::AtLeast},
                                         {"~", Relation::About}};

constexpr ValueType<std::string> kFigure{read_figure, {.definition = "figure"}};
// The bound is for numbers, and the pattern for those between quotes.
constexpr ValueType<std::string> kTolerance{
    read_tolerance, {.members = R"("$ref": "#/$defs/figure", "minimum": 0, "pattern": "^[0-9]")"}};

constexpr ValueType<std::pair<std::string, std::string>> kInterval{
    read_interval,
    {.members = R"("type": "array", "minItems": 2, "maxItems": 2, )"
                R"("items": {"$ref": "#/$defs/figure"})"}};
constexpr ValueType<std::string> kDates{read_dates, {.definition = "dates"}};

constexpr ValueType<std::vector<model::Text>> kNamesOfCell{read_names, {.definition = "names"}};
constexpr ValueType<model::TranslatedParts> kTranslatedParts{
    read_translated_parts, {.members = R"("enum": [true, false, "names", "detail"])"}};
constexpr auto& kRowSpan = kCount<std::uint32_t, 1, limits::kMaxRows>;
constexpr auto& kColumnSpan = kCount<std::uint16_t, 1, limits::kMaxColumns>;

constexpr auto kDetailField =
    optional<&Cell::detail, kText>("detail", "Small print below the names.");
constexpr auto kDateField = optional<&Cell::date, kDates>(
    "date", "Of a date column: 2022, 2022-01 or 2022-01-31, or a range: 2022-01/2022-03.");
constexpr auto kTagsField =
    optional<&Cell::tags, kNamesOfCell>("tags", "Short words in boxes, behind its first line.");
constexpr auto kBlankField = optional<&Cell::is_blank, kFlag>(
    "blank", "true: it says nothing, not even what the column's empty cells say.");
constexpr auto kNotesField =
    optional<&Cell::notes, kReferences>("notes", "Notes whose marks stand here.");
constexpr auto kPictureField = optional<&Cell::picture, kReference>(
    "picture", "A picture before its names or its text, or alone.");
constexpr auto kUrlField = optional<&Cell::url, kLinkUrl>(
    "url", "Where its names, its text and its picture lead: http, https, mailto or tel.");
constexpr auto kTranslateField = optional<&Cell::translate, kTranslatedParts>(
    "translate", "What of it is for translators; default: as its column says, else true.");

constexpr ObjectType kCell{
    "cell", "Which keys fit depends on the column's kind.",
    std::array{optional<&Cell::names, kNamesOfCell>("names"),
               kDetailField,
               optional<&Cell::level, kCount<std::uint8_t, 1, 4>>(
                   "level", "How far its names are indented under those above."),
               Field<Cell>{{"text",
                            Presence::Optional,
                            {.members = R"("type": ["string", "number"])"},
                            "What the cell says; a number only in plain columns."}},
               optional_in<&Cell::quantity, &Quantity::number, kFigure>(
                   "number",
                   "The number, with the digits to print; in text and symbol columns "
                   "before the text."),
               optional_in<&Cell::quantity, &Quantity::to, kFigure>("to", "The end of a range."),
               optional_in<&Cell::quantity, &Quantity::tolerance, kTolerance>(
                   "plus_minus", "By how much the number may be off."),
               optional_in<&Cell::quantity, &Quantity::relation, kOneOf<kRelations>>(
                   "relation", "What the number is to the quantity; default: equal."),
               optional_in<&Cell::quantity, &Quantity::percent, kTolerance>(
                   "percent", "What part of a whole it is, in brackets: 12 (40 %)."),
               optional_in<&Cell::quantity, &Quantity::interval, kInterval>(
                   "interval", "Where it lies, in brackets: 1.2 (0.9–1.5)."),
               kDateField,
               optional<&Cell::value, kReference>("value", "A value of the column's vocabulary."),
               optional<&Cell::ref, kReference>("ref", "A shared cell."),
               optional<&Cell::record, kReference>(
                   "record", "A field of the records, which says all that the cell says."),
               kPictureField,
               kTagsField,
               kBlankField,
               kUrlField,
               kNotesField,
               optional<&Cell::merge, kFlag>(
                   "merge", "false starts a new cell under an equal \"ref\".", "true"),
               optional<&Cell::row_span, kRowSpan>("rowspan", "Rows that it covers.", "1"),
               optional<&Cell::column_span, kColumnSpan>("colspan", "Columns that it covers.", "1"),
               source_field<&Cell::provenance>(),
               certainty_field<&Cell::provenance>(),
               checked_field<&Cell::provenance>(),
               kTranslateField},
    R"("anyOf": [{"required": ["names"]}, {"required": ["text"]}, {"required": ["value"]}, )"
    R"({"required": ["ref"]}, {"required": ["number"]}, {"required": ["date"]}, )"
    R"({"required": ["picture"]}, {"required": ["tags"]}, {"required": ["blank"]}, )"
    R"({"required": ["record"]}])"};

constexpr ObjectType kSharedCell{
    "shared_cell", "A cell that several rows share.",
    std::array{optional<&Cell::text, kText>("text", "Rich text."),
               optional<&Cell::value, kReference>(
                   "value", "A value of the column's vocabulary, which closes the text."),
               kPictureField, kTagsField, kUrlField, kNotesField, source_field<&Cell::provenance>(),
               certainty_field<&Cell::provenance>(), checked_field<&Cell::provenance>(),
               kTranslateField},
    R"("anyOf": [{"required": ["text"]}, {"required": ["value"]}, {"required": ["picture"]}])"};

constexpr ObjectType kSample{
    "sample", "Explains large and small print in the legend; for name columns.",
    std::array{required<&Cell::names, kNamesOfCell>("names"), kDetailField}};

}  // namespace

std::string read_certainty(const Node& node, Report& report) {
    return std::string(kCertaintyWords[read_word_index(node, report, kCertaintyWords)]);
}

std::string read_source(const Node& node, Report& report) {
    const std::string_view text = node.text();
    const std::string_view scheme = text.substr(0, text.find("://"));
    const bool is_web =
        scheme == "http" || scheme == "https" || scheme == "HTTP" || scheme == "HTTPS";
    if (node.is(JsonType::String) && is_web && text.find(' ') == text.npos)
        return read_link_url(node, report).text;
    return read_nonempty_string(node, report);
}

model::Cell read_cell(const Node& node, Report& report, const model::Column& column) {
    model::Cell cell;
    cell.place = node.place();
    if (!node.is(JsonType::Object)) {
        read_bare_cell(node, report, column.kind, cell);
        check_scale(node, report, column, cell);
        return cell;
    }
    const ObjectReader object = read_fields<kCell>(node, report, cell);
    report_misfits(node, report, column);
    report_missing_content(node, report, column.kind);
    report_empty_link(node, report, column.number_look != model::NumberLook::Rating);
    check_scale(node, report, column, cell);
    if (cell.is_blank) report_filled_blank(node, report);
    report_filled_record(node, report);
    if (column.kind != ColumnKind::Name && column.kind != ColumnKind::Plain)
        report_conflicts(node, object, column.kind, report);
    const auto text = object.find("text");
    if (text && column.kind == ColumnKind::Plain) {
        read_plain_cell(*text, report, cell);
    } else if (text) {
        cell.text = read_text(*text, report);
    }
    return cell;
}

model::Cell read_shared_cell(const Node& node, Report& report) {
    model::Cell cell;
    cell.place = node.place();
    if (!node.is(JsonType::Object)) {
        read_bare_cell(node, report, ColumnKind::Text, cell);
        return cell;
    }
    const ObjectReader object = read_fields<kSharedCell>(node, report, cell);
    report_empty_link(node, report);
    if (!object.find("text") && !object.find("value") && !object.find("picture")) {
        report.error(
            node.place(),
            {"missing-key", "missing key: a shared cell needs \"text\", \"value\" or \"picture\""});
    }
    return cell;
}

model::Cell read_sample(const Node& node, Report& report) {
    return read_object<kSample>(node, report);
}

std::vector<ObjectKeys> cell_objects() {
    return {kObjectOf<kCell>, kObjectOf<kSharedCell>, kObjectOf<kSample>};
}

}  // namespace broadside::load
