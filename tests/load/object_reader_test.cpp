#include "broadside/load/syntax/object_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

constexpr Key kKeyList[] = {{"id", kRequired}, {"title"}};
constexpr ObjectKeys kKeys{"", kKeyList};

std::vector<Diagnostic> diagnostics_of(std::string_view json,
                                       std::span<const std::string_view> more_keys = {}) {
    Report report(file_of("f", json));
    const auto tree = parse_json(report);
    const ObjectReader reader({&tree->root, &report.file()}, kKeys, report, more_keys);
    return std::move(report).result(0).diagnostics();
}

TEST(ObjectReader, ReportsUnknownKeysWithTheNearest) {
    const auto diagnostics = diagnostics_of("{\"id\": 1,\n \"titel\": 2}");
    ASSERT_EQ(diagnostics.size(), 1u);
    EXPECT_EQ(to_string(diagnostics[0]),
              "f:2:2: error: /titel: unknown key \"titel\"\n  hint: did you mean \"title\"?");
}

TEST(ObjectReader, ReportsMissingKeys) {
    EXPECT_THAT(short_strings(diagnostics_of("{}")),
                testing::ElementsAre("f:1:1: error: missing key \"id\""));
}

TEST(ObjectReader, ReportsOtherTypesOnce) {
    EXPECT_THAT(short_strings(diagnostics_of("[]")),
                testing::ElementsAre("f:1:1: error: expected an object, got an array"));
}

TEST(ObjectReader, AcceptsFurtherKeys) {
    constexpr std::string_view kColumns[] = {"a", "b"};
    EXPECT_TRUE(diagnostics_of(R"({"id": 1, "b": 2})", kColumns).empty());
    EXPECT_EQ(diagnostics_of(R"({"id": 1, "c": 2})", kColumns).size(), 1u);
}

}  // namespace
}  // namespace broadside::load
