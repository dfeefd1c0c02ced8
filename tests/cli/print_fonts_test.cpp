#include "cli/print_fonts.hpp"

#include <gtest/gtest.h>

namespace broadside::cli {
namespace {

FontReport two_languages() {
    FontReport report;
    report.languages.resize(2);
    report.languages[0] = {.language = "de",
                           .faces = {{.family = "Sans", .characters = 65, .missing = {}}},
                           .patterns = "/h/de.dic",
                           .patterns_package = "hyphen-de"};
    report.languages[1] = {.language = "zh-Hant",
                           .faces = {{.family = "Sans TC",
                                      .weight = kBoldWeight,
                                      .slant = FontSlant::Italic,
                                      .characters = 120,
                                      .missing = {0x5B57, 0x1F600}}},
                           .patterns = "",
                           .patterns_package = ""};
    return report;
}

TEST(FontsText, IsATableForPeople) {
    EXPECT_EQ(fonts_text(two_languages(), DiagnosticsForm::Human),
              "language  face                 characters  missing\n"
              "de        Sans regular                 65  -\n"
              "de        hyphenation: /h/de.dic\n"
              "zh-Hant   Sans TC bold italic         120  U+5B57 U+1F600\n"
              "zh-Hant   hyphenation: none\n");
}

TEST(FontsText, IsAnObjectALineForPrograms) {
    EXPECT_EQ(fonts_text(two_languages(), DiagnosticsForm::Json),
              R"({"language":"de","family":"Sans","weight":400,"slant":"upright",)"
              R"("characters":65,"missing":[]})"
              "\n"
              R"({"language":"de","hyphenation":"/h/de.dic","package":"hyphen-de"})"
              "\n"
              R"({"language":"zh-Hant","family":"Sans TC","weight":700,"slant":"italic",)"
              R"("characters":120,"missing":["U+5B57","U+1F600"]})"
              "\n"
              R"({"language":"zh-Hant","hyphenation":null})"
              "\n");
}

}  // namespace
}  // namespace broadside::cli
