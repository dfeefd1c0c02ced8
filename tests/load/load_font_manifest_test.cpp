#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(LoadFontManifest, ReadsFamiliesAndPatterns) {
    const auto manifest = load_font_manifest(
        {"m.json", R"({"format": 1, "families": [{"family": "F", "scripts": ["Latn"],
        "licence": "OFL-1.1", "package": "fonts-f", "files": [{"weight": "bold", "slant": "italic", "file": "f.ttc", "index": 2}]}],
        "hyphenation": {"fr": {"file": "h.dic", "package": "hyphen-fr"}}})"});
    ASSERT_TRUE(manifest.ok());
    const FontFamily& family = manifest->families.at(0);
    EXPECT_EQ(family.family + family.licence + family.package + family.scripts.at(0),
              "FOFL-1.1fonts-fLatn");
    EXPECT_EQ(family.files.at(0).weight, kBoldWeight);
    EXPECT_EQ(family.files.at(0).slant, FontSlant::Italic);
    EXPECT_EQ(family.files.at(0).file, "f.ttc");
    EXPECT_EQ(family.files.at(0).index, 2);
    EXPECT_EQ(manifest->hyphenation.at("fr").file, "h.dic");
    EXPECT_EQ(manifest->hyphenation.at("fr").package, "hyphen-fr");
}

TEST(LoadFontManifest, ReadsWhatFitsAScriptToTheOthers) {
    const auto manifest = load_font_manifest(
        {"m.json", R"({"format": 1, "families": [{"family": "F", "scripts": ["Jpan"],
        "licence": "OFL-1.1", "scale": 0.94, "line_height": 1.1, "files": [{"file": "f"}]}]})"});
    ASSERT_TRUE(manifest.ok());
    EXPECT_DOUBLE_EQ(manifest->families[0].scale, 0.94);
    EXPECT_DOUBLE_EQ(manifest->families[0].line_height, 1.1);
}

TEST(LoadFontManifest, RefusesAScaleThatIsNone) {
    const auto manifest =
        load_font_manifest({"m", R"({"format": 1, "families": [{"family": "F", "scripts": ["Jpan"],
        "licence": "L", "scale": 94, "files": [{"file": "f"}]}]})"});
    EXPECT_THAT(problems_of(manifest),
                ElementsAre(HasSubstr("/families/0/scale: expected a number from 0.5 to 2")));
}

TEST(LoadFontManifest, ReportsAllProblems) {
    const auto manifest = load_font_manifest(
        {"m", R"({"format": 1, "families": [{"family": "F", "scripts": ["latin"], "licence": "L",
        "files": [{"file": "a"}, {"file": "b"}]}], "hyphenation": {"fr_FR": {"file": "h"}}})"});
    EXPECT_THAT(
        problems_of(manifest),
        ElementsAre(
            HasSubstr("/families/0/scripts/0: expected an ISO 15924 script code, got \"latin\""),
            HasSubstr(
                "/families/0/files/1: expected one file for each weight and slant, got another"),
            HasSubstr("/hyphenation/fr_FR: expected a BCP 47 language tag, got \"fr_FR\"")));
}

}  // namespace
}  // namespace broadside::load
