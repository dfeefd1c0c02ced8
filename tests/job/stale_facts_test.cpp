#include <gmock/gmock.h>

#include "broadside/job/sources.hpp"
#include "broadside/load/load.hpp"
#include "broadside/options/job_value.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::int64_t kFirstOfMarch2026 = 1772323200;

/// What is said of a row, each line without file and place.
std::vector<std::string> said_of(const std::string& row, const std::string& limit,
                                 const std::string& cells = "{}") {
    const SourceFile file{
        "d.json", R"({"format": 1, "id": "d", "language": "en", "title": "D", "cells": )" + cells +
                      R"(,
"columns": [{"id": "n", "kind": "name", "title": "N"}, {"id": "t", "kind": "text", "title": "T"}],
"bands": [{"id": "b", "label": "B"}],
"sections": [{"id": "s", "rows": [)" +
                      row + "]}]}"};
    const auto dataset = load::load_dataset(file);
    if (!dataset) return {to_string(dataset.diagnostics().front())};
    std::vector<std::string> lines;
    for (const Diagnostic& found : stale_facts(*dataset, {limit, kFirstOfMarch2026})) {
        EXPECT_GT(found.line, 0u);
        EXPECT_EQ(found.severity, Severity::Warning);
        lines.push_back(found.pointer + ": " + found.message);
    }
    return lines;
}

TEST(StaleFacts, AreThoseCheckedBeforeTheLimit) {
    const std::string row = R"({"id": "r", "n": {"names": ["N"], "source": "S", "checked": ")";
    EXPECT_THAT(said_of(row + R"(2025-02-28"}})", "12months"),
                ElementsAre("/sections/0/rows/0/n: last checked 2025-02-28, before 2025-03-01; "
                            "source: S"));
    EXPECT_THAT(said_of(row + R"(2025-03-01"}})", "12months"), IsEmpty());
    EXPECT_THAT(said_of(row + R"(2026-01-31"}})", "2026-02"),
                ElementsAre("/sections/0/rows/0/n: last checked 2026-01-31, before 2026-02-01; "
                            "source: S"));
}

TEST(StaleFacts, CountAgesInFourUnits) {
    const std::string row = R"({"id": "r", "n": "N", "checked": "2026-02-14"})";
    EXPECT_THAT(said_of(row, "14days"), ::testing::SizeIs(1));
    EXPECT_THAT(said_of(row, "15days"), IsEmpty());
    EXPECT_THAT(said_of(row, "2weeks"), ::testing::SizeIs(1));
    EXPECT_THAT(said_of(row, "1month"), IsEmpty());
    EXPECT_THAT(said_of(row, "1year"), IsEmpty());
}

TEST(StaleFacts, TakeAReducedDateForItsLastDay) {
    EXPECT_THAT(said_of(R"({"id": "r", "n": "N", "checked": "2025"})", "2025-12-31"), IsEmpty());
    EXPECT_THAT(said_of(R"({"id": "r", "n": "N", "checked": "2025"})", "2026"),
                ElementsAre("/sections/0/rows/0: last checked 2025, before 2026-01-01; no source"));
    EXPECT_THAT(said_of(R"({"id": "r", "n": "N", "checked": "2024-02"})", "2024-02-29"), IsEmpty());
}

TEST(StaleFacts, AreThoseWithASourceThatNobodyChecked) {
    EXPECT_THAT(said_of(R"({"id": "r", "n": "N", "band": {"id": "b", "source": "B"}})", "1year"),
                ElementsAre("/sections/0/rows/0/band/id: never checked; source: B"));
    EXPECT_THAT(said_of(R"({"id": "r", "n": "N"})", "1year"), IsEmpty());
    EXPECT_THAT(said_of(R"({"id": "r", "n": {"names": ["N"], "certainty": "low"}})", "1year"),
                IsEmpty());
}

TEST(StaleFacts, TakeFromTheRowWhatACellDoesNotSay) {
    EXPECT_THAT(said_of(R"({"id": "r", "source": "R", "checked": "2026-02", "n": "N",
                            "t": {"text": "T", "source": "C"}})",
                        "1year"),
                IsEmpty());
    EXPECT_THAT(
        said_of(R"({"id": "r", "source": "R", "checked": "2020", "n": "N",
                            "t": {"text": "T", "checked": "2021"}})",
                "1year"),
        ElementsAre("/sections/0/rows/0: last checked 2020, before 2025-03-01; source: R",
                    "/sections/0/rows/0/t: last checked 2021, before 2025-03-01; source: R"));
}

TEST(StaleFacts, AreSaidOnceOfASharedCell) {
    EXPECT_THAT(said_of(R"({"id": "r", "n": "N", "t": {"ref": "c"}},
                           {"id": "q", "n": "N", "t": {"ref": "c"}})",
                        "1year", R"({"c": {"text": "T", "source": "C"}})"),
                ElementsAre("/cells/c: never checked; source: C"));
}

TEST(StaleFacts, AreThoseCheckedAfterToday) {
    EXPECT_THAT(
        said_of(R"({"id": "r", "n": "N", "checked": "2026-04"})", "2027"),
        ElementsAre("/sections/0/rows/0: checked 2026-04, and today is 2026-03-01; no source"));
    EXPECT_THAT(said_of(R"({"id": "r", "n": "N", "checked": "2026-03"})", "1year"), IsEmpty());
}

TEST(IsStaleLimit, IsAnAgeOrADate) {
    for (const char* limit : {"12months", "1month", "3days", "52weeks", "0days", "2years", "2026",
                              "2026-01", "2026-01-31"}) {
        EXPECT_TRUE(stale_limit({limit})) << limit;
    }
    for (const char* limit : {"", "12", "months", "-1day", "12 months", "1m", "2026-13",
                              "2026-02-30", "99999days", "1.5years"}) {
        EXPECT_FALSE(stale_limit({limit})) << limit;
    }
}

}  // namespace
}  // namespace broadside
