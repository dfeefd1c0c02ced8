#include "broadside/load/read_cell.hpp"

#include "broadside/base/limits.hpp"
#include "broadside/load/cell_content.hpp"
#include "broadside/load/read_quantity.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/load/syntax/text_rules.hpp"

namespace broadside::load {

namespace {

using model::ColumnKind;

std::vector<model::Text> read_names(const Node& node, Report& report) {
    if (node.is(JsonType::Array)) return read_nonempty_texts(node, report);
    return {read_nonempty_text(node, report)};
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
        case ColumnKind::Date: cell.extras.edit().date = read_dates(node, report); return;
    }
}

using model::Cell;
using model::CellExtras;
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
constexpr auto& kRowSpan = kCount<std::uint32_t, 1, limits::kMaxRows>;
constexpr auto& kColumnSpan = kCount<std::uint16_t, 1, limits::kMaxColumns>;

constexpr auto kDetailField = optional_in<&Cell::extras, &CellExtras::detail, kText>(
    "detail", "Small print below the names.");
constexpr auto kDateField = optional_in<&Cell::extras, &CellExtras::date, kDates>(
    "date", "Of a date column: 2022, 2022-01 or 2022-01-31, or a range: 2022-01/2022-03.");
constexpr auto kTagsField = optional_in<&Cell::extras, &CellExtras::tags, kNamesOfCell>(
    "tags", "Short words in boxes, behind its first line.");
constexpr auto kBlankField = optional<&Cell::is_blank, kFlag>(
    "blank", "true: it says nothing, not even what the column's empty cells say.");
constexpr auto kNotesField =
    optional<&Cell::notes, kReferences>("notes", "Notes whose marks stand here.");
constexpr auto kPictureField = optional_in<&Cell::extras, &CellExtras::picture, kReference>(
    "picture", "A picture before its names or its text, or alone.");
constexpr auto kUrlField = optional_in<&Cell::extras, &CellExtras::url, kLinkUrl>(
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
               optional_in<&Cell::extras, &CellExtras::ref, kReference>("ref", "A shared cell."),
               optional_in<&Cell::extras, &CellExtras::record, kReference>(
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
    kWantsContent<is_any_content>.data()};

constexpr ObjectType kSharedCell{
    "shared_cell", "A cell that several rows share.",
    std::array{optional<&Cell::text, kText>("text", "Rich text."),
               optional<&Cell::value, kReference>(
                   "value", "A value of the column's vocabulary, which closes the text."),
               kPictureField, kTagsField, kUrlField, kNotesField, source_field<&Cell::provenance>(),
               certainty_field<&Cell::provenance>(), checked_field<&Cell::provenance>(),
               kTranslateField},
    kWantsContent<is_shared_content>.data()};

constexpr ObjectType kSample{
    "sample", "Explains large and small print in the legend; for name columns.",
    std::array{required<&Cell::names, kNamesOfCell>("names"), kDetailField}};

}  // namespace

std::string read_certainty(const Node& node, Report& report) {
    return std::string(kCertaintyWords[read_word_index(node, report, kCertaintyWords)]);
}

model::TranslatedParts read_translated_parts(const Node& node, Report& report) {
    using model::TranslatedParts;
    if (!node.is(JsonType::String))
        return read_flag(node, report) ? TranslatedParts::All : TranslatedParts::None;
    static constexpr Word<TranslatedParts> kWords[] = {{"names", TranslatedParts::Names},
                                                       {"detail", TranslatedParts::Detail}};
    return read_word(node, report, kWords);
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
    check_content(object, node, report, column, cell);
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
    read_fields<kSharedCell>(node, report, cell);
    check_shared_content(node, report);
    return cell;
}

model::Cell read_sample(const Node& node, Report& report) {
    return read_object<kSample>(node, report);
}

std::vector<ObjectKeys> cell_objects() {
    return {kObjectOf<kCell>, kObjectOf<kSharedCell>, kObjectOf<kSample>};
}

}  // namespace broadside::load
