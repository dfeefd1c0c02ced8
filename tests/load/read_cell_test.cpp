#include "broadside/load/read_cell.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

using model::ColumnKind;
using testing::ElementsAre;

struct CellRead {
    model::Cell cell;
    std::vector<std::string> problems, hints;
};

model::Column column_of(ColumnKind kind) {
    model::Column column;
    column.id = "c";
    column.kind = kind;
    if (kind == ColumnKind::Symbol) column.values.id = "v";
    return column;
}

CellRead cell_from(std::string_view json, const model::Column& column) {
    Report report(file_of("f", json));
    const auto tree = parse_json(report);
    CellRead read;
    if (tree) read.cell = read_cell({&tree->root, &report.file()}, report, column);
    const auto result = std::move(report).result(0);
    read.problems = problems_of(result);
    for (const Diagnostic& diagnostic : result.diagnostics())
        read.hints.insert(read.hints.end(), diagnostic.hints.begin(), diagnostic.hints.end());
    return read;
}

CellRead cell_from(std::string_view json, ColumnKind kind) {
    return cell_from(json, column_of(kind));
}

TEST(ReadCell, TakesBareValuesByKind) {
    EXPECT_EQ(cell_from("\"Signal\"", ColumnKind::Name).cell.names->at(0).text, "Signal");
    EXPECT_EQ(pointer_of(cell_from(R"(["A", "B"])", ColumnKind::Name).cell.names->at(1).place),
              "/1");
    EXPECT_EQ(cell_from("\"rich\"", ColumnKind::Text).cell.text->text, "rich");
    EXPECT_EQ(cell_from("\"yes\"", ColumnKind::Symbol).cell.value->id, "yes");
    EXPECT_EQ(cell_from("4.50", ColumnKind::Plain).cell.text->text, "4.50");
}

TEST(ReadCell, TellsJsonNumbersFromWordsThatLookAlike) {
    EXPECT_EQ(*cell_from("1.10", ColumnKind::Plain).cell.number, "1.10");
    EXPECT_EQ(*cell_from(R"({"text": 1.10})", ColumnKind::Plain).cell.number, "1.10");
    EXPECT_EQ(*cell_from("\"1.10\"", ColumnKind::Plain).cell.number, "");
}

TEST(ReadCell, KeepsTheDigitsOfNumbers) {
    EXPECT_EQ(cell_from("12.50", ColumnKind::Number).cell.quantity->number, "12.50");
    const model::Quantity quantity =
        *cell_from(R"({"number": 1.0, "to": 2.00, "plus_minus": 0.10, "relation": "<="})",
                   ColumnKind::Number)
             .cell.quantity;
    EXPECT_EQ(quantity.to, "2.00");
    EXPECT_EQ(quantity.tolerance, "0.10");
    EXPECT_EQ(quantity.relation, model::Relation::AtMost);
    EXPECT_EQ(cell_from("\"n/a\"", ColumnKind::Number).cell.text->text, "n/a");
}

TEST(ReadCell, TakesNumbersBetweenQuotesAsWhatWritesJsonLosesZeros) {
    EXPECT_EQ(cell_from("\"3.60\"", ColumnKind::Number).cell.quantity->number, "3.60");
    const model::Quantity quantity =
        *cell_from(R"({"number": "-1.0", "to": "20", "plus_minus": "0.10"})", ColumnKind::Number)
             .cell.quantity;
    EXPECT_EQ(quantity.number, "-1.0");
    EXPECT_EQ(quantity.to, "20");
    EXPECT_EQ(quantity.tolerance, "0.10");
}

TEST(ReadCell, RefusesNumbersThatSayNoPrecision) {
    EXPECT_THAT(cell_from("1e5", ColumnKind::Number).problems,
                ElementsAre("f:1:1: error: expected a number without exponent, got 1e5"));
    EXPECT_THAT(
        cell_from("\".44\"", ColumnKind::Number).problems,
        ElementsAre("f:1:1: error: expected a number as JSON writes it, or words, got \".44\""));
    EXPECT_THAT(cell_from(R"({"number": "007"})", ColumnKind::Number).problems,
                ElementsAre("f:1:12: error: /number: expected a number, got \"007\""));
    EXPECT_THAT(
        cell_from(R"({"number": 1, "plus_minus": "-1"})", ColumnKind::Number).problems,
        ElementsAre("f:1:29: error: /plus_minus: expected a number of 0 or more, got \"-1\""));
    EXPECT_THAT(cell_from(R"({"text": "n/a", "to": 5})", ColumnKind::Number).problems,
                ElementsAre("f:1:23: error: /to: expected \"to\" beside a \"number\""));
    EXPECT_THAT(cell_from(R"({"text": "n/a", "number": 5})", ColumnKind::Number).problems,
                ElementsAre("f:1:10: error: /text: expected \"number\" or \"text\", got both"));
    EXPECT_THAT(
        cell_from(R"({"number": 5})", ColumnKind::Plain).problems,
        ElementsAre(
            "f:1:2: error: /number: unexpected key \"number\": column \"c\" is of kind plain"));
}

TEST(ReadCell, ReadsWhatEveryObjectMaySay) {
    const model::Cell cell =
        cell_from(R"({"value": "yes", "notes": ["A"], "rowspan": 2, "colspan": 3,
        "source": "https://a.org", "certainty": "high", "checked": "2022-01"})",
                  ColumnKind::Symbol)
            .cell;
    EXPECT_EQ(pointer_of(cell.notes->at(0).place), "/notes/0");
    EXPECT_EQ(cell.row_span, 2u);
    EXPECT_EQ(cell.column_span, 3u);
    EXPECT_EQ(cell.provenance->source, "https://a.org");
    EXPECT_EQ(cell.provenance->certainty, "high");
    EXPECT_EQ(cell.provenance->checked, "2022-01");
}

TEST(ReadCell, RefusesKeysOfOtherKinds) {
    EXPECT_THAT(
        cell_from(R"({"names": ["A"]})", ColumnKind::Symbol).problems,
        ElementsAre(
            "f:1:2: error: /names: unexpected key \"names\": column \"c\" is of kind symbol"));
    EXPECT_THAT(
        cell_from(R"({"ref": "a"})", ColumnKind::Plain).problems,
        ElementsAre("f:1:2: error: /ref: unexpected key \"ref\": column \"c\" is of kind plain"));
}

TEST(ReadCell, RefusesValuesWithoutVocabulary) {
    EXPECT_THAT(
        cell_from(R"({"text": "a", "value": "b"})", ColumnKind::Text).problems,
        ElementsAre(
            "f:1:15: error: /value: unexpected key \"value\": column \"c\" has no vocabulary"));
}

TEST(ReadCell, TakesMergeOnlyInMergingColumns) {
    model::Column merging = column_of(ColumnKind::Text);
    merging.merge = true;
    EXPECT_FALSE(cell_from(R"({"ref": "a", "merge": false})", merging).cell.merge);
    EXPECT_THAT(
        cell_from(R"({"ref": "a", "merge": false})", ColumnKind::Text).problems,
        ElementsAre(
            "f:1:14: error: /merge: unexpected key \"merge\": column \"c\" does not merge"));
}

TEST(ReadCell, AsksForContent) {
    EXPECT_THAT(
        cell_from("{}", ColumnKind::Symbol).problems,
        ElementsAre("f:1:1: error: missing key: a symbol cell needs \"value\" or \"text\" or "
                    "\"picture\" or \"number\""));
    EXPECT_THAT(cell_from(R"({"detail": "x"})", ColumnKind::Name).problems,
                ElementsAre("f:1:1: error: missing key: a name cell needs \"names\""));
    EXPECT_THAT(cell_from("null", ColumnKind::Text).problems,
                ElementsAre("f:1:1: error: expected a cell, got null"));
}

TEST(ReadCell, TakesAValueAndATextTogether) {
    const auto read = cell_from(R"({"value": "a", "text": "4.0+"})", ColumnKind::Symbol);
    EXPECT_THAT(read.problems, ElementsAre());
    EXPECT_EQ(read.cell.value->id, "a");
    EXPECT_EQ(read.cell.text->text, "4.0+");
}

TEST(ReadCell, RefusesContentTwice) {
    EXPECT_THAT(
        cell_from(R"({"ref": "a", "text": "b"})", ColumnKind::Text).problems,
        ElementsAre(
            "f:1:1: error: expected \"ref\" without \"text\", \"value\" and \"number\", got both"));
}

TEST(ReadCell, RefusesImpossibleDates) {
    EXPECT_THAT(cell_from(R"({"text": "a", "checked": "2022-02-30"})", ColumnKind::Text).problems,
                ElementsAre("f:1:26: error: /checked: expected a date, got \"2022-02-30\""));
}

TEST(ReadCell, HintsAtWhatADateOfARecordIs) {
    EXPECT_THAT(cell_from("\"{day}\"", ColumnKind::Date).hints,
                ElementsAre("for the date of each record write {\"record\": \"day\"}"));
}

TEST(ReadCell, WantsNamesInQuotes) {
    EXPECT_THAT(cell_from("1e3", ColumnKind::Name).problems,
                ElementsAre(::testing::HasSubstr("expected a string, got 1e3")));
    EXPECT_THAT(cell_from("1e3", ColumnKind::Name).hints,
                ElementsAre("write it in quotes: \"1e3\""));
}

}  // namespace
}  // namespace broadside::load
