#include "broadside/load/dataset_parts.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/read_cell.hpp"

namespace broadside::load {

namespace {

using model::ColumnKind;

/// Not one that would hide a row's own keys.
std::string read_column_id(const Node& node, Report& report) {
    std::string id = read_id(node, report);
    const std::span<const Key> keys = row_keys();
    const auto has_name = [&](const Key& key) { return key.name == id; };
    if (std::any_of(keys.begin(), keys.end(), has_name)) {
        report_mismatch(
            node, report,
            {"reserved-id", "another id for a column", {"rows have a key of this name"}});
    }
    return id;
}

double read_most(const Node& node, Report& report) {
    const auto number = number_in(node);
    if (number && *number > 0) return *number;
    report_mismatch(node, report, {"bad-number", "a number above 0", {}});
    return 1;
}

using model::Column;

constexpr Word<model::ValueSide> kValueSides[] = {{"start", model::ValueSide::Start},
                                                  {"end", model::ValueSide::End}};

constexpr Word<model::NumberLook> kNumberLooks[] = {{"figures", model::NumberLook::Figures},
                                                    {"bar", model::NumberLook::Bar},
                                                    {"rating", model::NumberLook::Rating}};

constexpr Word<unicode::DateLength> kDateLengths[] = {{"numeric", unicode::DateLength::Numeric},
                                                      {"medium", unicode::DateLength::Medium},
                                                      {"long", unicode::DateLength::Long}};

constexpr ValueType<double> kMost{read_most,
                                  {.members = R"("type": "number", "exclusiveMinimum": 0)"}};

constexpr ValueType<std::string> kColumnId{read_column_id, {.definition = "column_id"}};
constexpr ValueType<model::Cell> kSampleCell{read_sample, {.definition = "sample"}};

constexpr auto kUnitField = optional<&Column::unit, kNonemptyText>(
    "unit",
    "Of a number column: %, the sign of a currency, or what stands behind each number, after a "
    "space but where it begins with a slash or is the sign of an angle.");
constexpr auto kShowField = optional<&Column::number_look, kOneOf<kNumberLooks>>(
    "show",
    "Of a number column: figures; bar: with a bar as long as the number; rating: so many "
    "discs of a row.",
    R"("figures")");
constexpr auto kGroupingField = optional<&Column::groups_digits, kFlag>(
    "grouping",
    "Of a number column: false, where 2.000 could be read as 2; by default digits are "
    "grouped as the language does it.",
    "true");
constexpr auto kMostField = optional<&Column::most, kMost>(
    "most", "The number that fills the bar (default: the largest) or the row (5).");
constexpr auto kDateLengthField = optional<&Column::date_length, kOneOf<kDateLengths>>(
    "date", "Of a date column: 7/1/2026, Jul 1, 2026 or July 1, 2026.", R"("medium")");
constexpr auto kMergeField = optional<&Column::merge, kFlag>(
    "merge", "Equal \"ref\"s under each other become one cell; for text columns.", "false");
constexpr auto kSampleField = optional<&Column::sample, kSampleCell>("sample");

/// Keys that columns of one kind alone have.
constexpr std::pair<std::string_view, ColumnKind> kKeysOfKinds[] = {
    {kUnitField.key.name, ColumnKind::Number},     {kShowField.key.name, ColumnKind::Number},
    {kGroupingField.key.name, ColumnKind::Number}, {kMostField.key.name, ColumnKind::Number},
    {kDateLengthField.key.name, ColumnKind::Date}, {kMergeField.key.name, ColumnKind::Text},
    {kSampleField.key.name, ColumnKind::Name}};

constexpr ObjectType kColumn{
    "column", "",
    std::array{
        required<&Column::id, kColumnId>("id", "Rows name their cells by it."),
        required<&Column::kind, kOneOf<model::kColumnKinds>>(
            "kind",
            "name: names in bold; text: rich text; symbol: a value of a vocabulary; plain: literal "
            "words and numbers; number, date: numbers, dates as the language writes them."),
        required<&Column::title, kNonemptyText>("title", "The column's head."),
        optional<&Column::url, kLinkUrl>("url", "Where the title leads."),
        optional<&Column::picture, kReference>("picture", "A picture above the title."),
        optional<&Column::empty_text, kNonemptyText>("empty", "What an empty cell says, as \"–\"."),
        optional<&Column::short_title, kNonemptyText>(
            "short", "Its head where the title has no room or is rotated."),
        optional<&Column::values, kReference>("values", "The vocabulary of its cells."),
        optional<&Column::value_side, kOneOf<kValueSides>>(
            "value_side",
            "Where in its line the value of a cell with a text stands; default: start, in text "
            "columns end."),
        kUnitField, kShowField, kGroupingField, kMostField, kDateLengthField, kMergeField,
        optional<&Column::notes, kReferences>("notes", "Notes on the title."), kSampleField,
        optional<&Column::translate, kTranslatedParts>(
            "translate",
            "What of its cells is for translators: false, for names that are the same in every "
            "language; \"names\" or \"detail\", where the other is so.",
            "true")},
    R"("if": {"properties": {"kind": {"const": "symbol"}}, "required": ["kind"]}, )"
    R"("then": {"required": ["values"]})"};

/// More discs are counted by nobody.
constexpr double kMostDiscs = 10;

void check_rating(const Node& node, Report& report, model::Column& column) {
    if (column.number_look != model::NumberLook::Rating) return;
    for (const NodeMember& member : members_of(node, report)) {
        if (member.key == kUnitField.key.name)
            report_misplaced_key(member, report, "a rating shows no unit");
    }
    if (column.most == 0) column.most = 5;
    const JsonMember* most = node.value->find(kMostField.key.name);
    if (most && (column.most > kMostDiscs || column.most != std::floor(column.most)))
        report_mismatch(
            {&most->value, node.file}, report,
            {"bad-number", fmt::format("a whole number from 1 to {} for a rating", kMostDiscs)});
}

void report_kind_conflicts(const Node& node, Report& report, ColumnKind kind) {
    const std::string reason =
        fmt::format("the column is of kind {}", word_of(model::kColumnKinds, kind));
    for (const NodeMember& member : members_of(node, report)) {
        const bool merges_nothing =
            member.key == kMergeField.key.name && member.node.text() != "true";
        for (const auto& [key, only_kind] : kKeysOfKinds) {
            if (member.key == key && kind != only_kind && !merges_nothing)
                report_misplaced_key(member, report, reason);
        }
    }
    if (kind == ColumnKind::Symbol && !node.value->find("values")) {
        report.error(node.place(),
                     {"missing-key", "missing key \"values\": a symbol column needs a vocabulary"});
    }
}

model::Column read_column(const Node& node, Report& report) {
    model::Column column = read_object<kColumn>(node, report);
    if (node.value->find("kind")) report_kind_conflicts(node, report, column.kind);
    check_rating(node, report, column);
    if (column.kind == ColumnKind::Text && !node.value->find("value_side"))
        column.value_side = model::ValueSide::End;
    return column;
}

std::vector<model::Reference> read_spanned(const Node& node, Report& report) {
    nonempty_items_of(node, report, "column");
    if (!node.is(JsonType::Array)) return {};
    return read_references(node, report);
}

constexpr ValueType<std::vector<model::Reference>> kSpanned{read_spanned, kSomeIds};

constexpr ObjectType kSpanner{
    "spanner", "",
    std::array{
        optional<&model::Spanner::id, kId>(
            "id", "By which locales name it; default: the id of its first column."),
        required<&model::Spanner::title, kNonemptyText>("title", "The head over the columns."),
        required<&model::Spanner::columns, kSpanned>(
            "columns",
            "Adjacent columns. A spanner whose columns are all under another stands inside that."),
        optional<&model::Spanner::short_title, kNonemptyText>(
            "short", "Its head where titles of columns stand in their short form."),
        optional<&model::Spanner::url, kLinkUrl>("url", "Where the title leads."),
        optional<&model::Spanner::picture, kReference>("picture", "A picture above the title."),
        optional<&model::Spanner::notes, kReferences>("notes", "Notes on the title.")}};

/// Locales name a spanner by one word.
void report_shared_keys(const std::vector<model::Spanner>& spanners, Report& report) {
    std::set<std::string> keys;
    for (const model::Spanner& spanner : spanners) {
        if (spanner.columns.empty() || keys.insert(spanner.key()).second) continue;
        report.error(spanner.place,
                     {"duplicate-id",
                      fmt::format("expected another id for the spanner: one is \"{}\" already",
                                  spanner.key()),
                      {"without an \"id\" of its own a spanner has that of its first column"}});
    }
}

}  // namespace

ColumnsRead read_columns(const Node& node, Report& report) {
    ColumnsRead read;
    UniqueIds ids;
    const std::vector<Node> items = nonempty_items_of(node, report, "column");
    if (items.size() > limits::kMaxColumns) {
        report.error(items[limits::kMaxColumns].place(),
                     {"too-many", fmt::format("expected at most {} columns, got {}",
                                              limits::kMaxColumns, items.size())});
        return read;
    }
    for (const Node& item : items) {
        const std::size_t errors_before = report.count();
        model::Column column = read_column(item, report);
        if (report.count() > errors_before) read.doubtful.insert(column.id);
        if (const JsonMember* id = item.value->find("id"))
            ids.add(column.id, Node{&id->value, item.file}.place(), report);
        read.columns.push_back(std::move(column));
    }
    return read;
}

std::vector<model::Spanner> read_spanners(const Node& node, Report& report) {
    std::vector<model::Spanner> spanners = read_objects<kSpanner>(node, report);
    report_shared_keys(spanners, report);
    return spanners;
}

std::vector<ObjectKeys> column_objects() { return {kObjectOf<kColumn>, kObjectOf<kSpanner>}; }

}  // namespace broadside::load
