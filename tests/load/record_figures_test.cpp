#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/load/records/load_records.hpp"
#include "load/load_support.hpp"

namespace broadside::load {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<model::RecordField> fields_of_beds() {
    std::vector<model::RecordField> fields(3);
    fields[0].id = "price", fields[0].type = model::FieldType::Number;
    fields[1].id = "beds", fields[1].type = model::FieldType::Number;
    fields[2].id = "day", fields[2].type = model::FieldType::Date;
    return fields;
}

/// What records say, values with bars between them, and then what is wrong with them.
std::vector<std::string> read_lines(const std::string& text, const std::string& name = "r.csv") {
    const std::vector<model::RecordField> fields = fields_of_beds();
    RecordsFile file(std::make_shared<const SourceFile>(file_of(name, text)), fields);
    model::Records records = file.outline();
    file.read(records, [](std::size_t) { return true; });
    std::vector<std::string> lines;
    for (const model::Record& record : records.records) {
        std::string line;
        for (std::size_t i = 0; i < record.values.size(); ++i)
            line += (i > 0 ? "|" : "") + std::string(record.values[i]);
        lines.push_back(std::move(line));
    }
    for (const Diagnostic& problem : file.take_problems()) {
        lines.push_back(to_short_string(problem));
        lines.insert(lines.end(), problem.hints.begin(), problem.hints.end());
    }
    return lines;
}

TEST(RecordFigures, AreReadAsASpreadsheetOfTheirCountryWritesThem) {
    EXPECT_THAT(read_lines("price;beds;day\n12,50;1.234;31.12.2020\n1.234,50;90;2021-01-01\n"
                           "-0,5;1.234.567;3/4/2020\n7;;13/4/2020\n"),
                ElementsAre("12.50|1234|2020-12-31", "1234.50|90|2021-01-01",
                            "-0.5|1234567|2020-04-03", "7||2020-04-13"));
    EXPECT_THAT(read_lines("price\tbeds\tday\n1 234,50\t1'234\t2020/1/31\n1,234\t\t4/13/2020\n"),
                ElementsAre("1234.50|1234|2020-01-31", "1.234||2020-04-13"));
    EXPECT_THAT(read_lines("price,beds,day\n\"1,234.50\",\"12,345\",2020\n0.125,1.234,2020-01\n"),
                ElementsAre("1234.50|12345|2020", "0.125|1.234|2020-01"));
}

TEST(RecordFigures, AreRefusedWhereTheyMayBeReadInTwoWays) {
    EXPECT_THAT(
        read_lines("price;beds;day\n1;1.234;3/4/2020\n"),
        ElementsAre("r.csv:2:3: error: beds: expected a number that can be read in one way, got "
                    "\"1.234\"",
                    "write 1234 or 1.2340",
                    "r.csv:2:9: error: day: expected a date that can be read in one way, got "
                    "\"3/4/2020\"",
                    "write 2020-04-03 or 2020-03-04"));
    // Columns that do not agree say nothing of each other, and one of both says nothing of itself.
    EXPECT_THAT(read_lines("price;beds\n12,50;12.50\n1,234;1.234\n"),
                ElementsAre("12.50|12.50", "1.234|1.234"));
    EXPECT_THAT(
        read_lines("price\n\"12,50\"\n12.50\n1.234\n\"1,234\"\n"),
        ElementsAre("12.50", "12.50", "1.234",
                    "r.csv:5:1: error: price: expected a number that can be read in one way, got "
                    "\"1,234\"",
                    "write 1234 or 1.2340"));
}

/// As before: with a point before decimals, or else refused.
TEST(RecordFigures, AreThoseOfJsonWhereNothingTellsOtherwise) {
    EXPECT_THAT(read_lines("price,beds,day\n1234.50,1.234,2020-01-31/2020-02-01\n"),
                ElementsAre("1234.50|1.234|2020-01-31/2020-02-01"));
    const std::string hint = "write it as 1234.50";
    for (const std::string bad : {"12,50 €", "1.2.3", "1,5-2", "<5", "007", "(5)", "12,50.5"}) {
        EXPECT_THAT(
            read_lines("price;beds\n" + bad + ";1\n"),
            ElementsAre("r.csv:2:1: error: price: expected a number, got \"" + bad + "\"", hint));
    }
    for (const std::string bad : {"30/2/2020", "1.13.2020", "13/13/2020", "1.1.20", "1/2"})
        EXPECT_EQ(read_lines("price;day\n1;" + bad + "\n").at(0),
                  "r.csv:2:3: error: day: expected a date, got \"" + bad + "\"");
    EXPECT_EQ(read_lines(R"({"price": "12,50"})", "r.ndjson").at(1), hint);
}

}  // namespace
}  // namespace broadside::load
