#include "cli/i18n_print.hpp"

#include <gmock/gmock.h>

namespace broadside::cli {
namespace {

using ::testing::HasSubstr;

TranslationStatus german() { return {"de", false, 12, 11, 1, 2, 3, 4, 5}; }

TEST(Summary, CountsTheTextsOfAFile) {
    EXPECT_EQ(summary(ExtractedFile{"a.po", "de", 12, 10, 0}), "a.po  12 texts, 10 translated");
    EXPECT_EQ(summary(ExtractedFile{"a.po", "de", 12, 10, 2}),
              "a.po  12 texts, 10 translated, 2 of them stale");
}

TEST(Summary, SaysWhatAMergeDid) {
    MergedLocale locale{"de.json", "de", true, true, 2, 1, 3, 1, 1};
    EXPECT_EQ(summary(locale),
              "de.json  2 added, 1 changed, 3 confirmed, 1 fuzzy left out, 1 refused, new");
    EXPECT_EQ(summary(MergedLocale{"de.json", "de"}), "de.json  unchanged");
    MergedLocale withdrawn{"de.json", "de", false, true, 1};
    withdrawn.became_draft = true;
    EXPECT_EQ(summary(withdrawn), "de.json  1 added, a draft again");
    EXPECT_EQ(summary(MergedLocale{"de.json", "de", true}), "de.json  nothing to take");
}

TEST(StatusTable, HasALineALanguage) {
    EXPECT_EQ(
        status_table({german(), {"zh-Hant", true, 0, 0, 0, 0, 0, 0, 0}}),
        "language  translated    %  missing  stale  mismatched  obsolete  identical  review\n"
        "de             11/12   91        1      2           5         3          4  draft\n"
        "zh-Hant          0/0  100        0      0           0         0          0  reviewed\n");
}

TEST(StatusTable, HasAColumnMoreWhereLengthsAreMeasured) {
    TranslationStatus measured = german();
    measured.too_long = 7;
    EXPECT_THAT(status_table({measured}), HasSubstr("identical  too long  review\n"));
    EXPECT_THAT(status_table({measured}), HasSubstr("        7  draft\n"));
    EXPECT_THAT(to_json(measured), HasSubstr(",\"too_long\":7}"));
}

TEST(StatusTable, HasAQuestionMarkWhereOneLanguageIsNotMeasured) {
    TranslationStatus measured = german();
    measured.too_long = 7;
    EXPECT_THAT(status_table({german(), measured}), HasSubstr("        ?  draft\n"));
}

TEST(ToJson, IsAnObjectALanguage) {
    EXPECT_EQ(to_json(german()),
              R"({"language":"de","review":"draft","texts":12,"translated":11,"missing":1,)"
              R"("stale":2,"mismatched":5,"obsolete":3,"identical":4})");
}

}  // namespace
}  // namespace broadside::cli
