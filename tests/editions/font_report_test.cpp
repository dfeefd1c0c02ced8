#include "broadside/font_report.hpp"

#include <gmock/gmock.h>

#include "support/tiny_project.hpp"

namespace broadside {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A title in `language` beside the words of the tiny dataset.
std::string locale(const std::string& language, const std::string& title) {
    return R"({"format": 1, "language": ")" + language +
           R"(", "translates": "planets", "review": "draft", "title": ")" + title + R"("})";
}

std::vector<std::string> families_of(const LanguageFonts& fonts) {
    std::vector<std::string> families;
    for (const FaceUse& face : fonts.faces) families.push_back(face.family);
    return families;
}

TEST(ReportFonts, ListsTheFacesOfEachLanguage) {
    testing::TinyProject project;
    project.files.files["locales/ja.json"] = locale("ja", "惑星、星");
    project.job.languages = {"en", "ja"};
    const auto report = report_fonts(project.job, project.files);
    ASSERT_TRUE(report);
    ASSERT_THAT(report->languages, SizeIs(2));
    EXPECT_THAT(report->problems, IsEmpty());
    EXPECT_THAT(families_of(report->languages[0]), Each("Noto Sans"));
    const FaceUse& kanji = report->languages[1].faces.back();
    EXPECT_EQ(kanji.family, "Noto Sans CJK JP");
    EXPECT_EQ(kanji.characters, 3u);
}

TEST(ReportFonts, NamesTheCharactersThatNoFontHas) {
    testing::TinyProject project;
    project.files.files["locales/de.json"] = locale("de", "Planeten 🧿");
    project.job.languages = {"de"};
    const auto report = report_fonts(project.job, project.files);
    ASSERT_TRUE(report);
    EXPECT_THAT(report->languages[0].faces,
                ::testing::Contains(Field(&FaceUse::missing, ElementsAre(U'🧿'))));
    ASSERT_THAT(report->problems, SizeIs(1));
    EXPECT_THAT(to_string(report->problems[0]), HasSubstr("[de] /title: no font"));
}

TEST(ReportFonts, NeedsNoLayout) {
    testing::TinyProject project;
    project.job.layouts.clear();
    const auto report = report_fonts(project.job, project.files);
    ASSERT_TRUE(report);
    EXPECT_THAT(families_of(report->languages[0]), ::testing::Contains("Noto Sans"));
}

TEST(ReportFonts, SaysWhichPatternsHyphenateALanguage) {
    testing::TinyProject project;
    project.files.files["locales/de-AT.json"] = locale("de-AT", "Planeten");
    project.files.files["locales/hi.json"] = locale("hi", "ग्रह");
    project.job.languages = {"de-AT", "hi"};
    const auto report = report_fonts(project.job, project.files);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->languages[0].patterns_package, "hyphen-de");
    EXPECT_EQ(report->languages[1].patterns, "");
}

TEST(ReportFonts, NamesFilesThatAreNotThere) {
    testing::TinyProject project;
    project.files.files["own.json"] =
        R"({"format": 1, "families": [{"family": "Noto Sans", "scripts": ["Latn"],
            "licence": "OFL-1.1", "package": "fonts-x", "files": [{"file": "/none.ttf"},
            {"weight": "bold", "file": "/none-bold.ttf"}]}],
            "hyphenation": {"en": {"file": "/none.dic", "package": "hyphen-x"}}})";
    project.job.font_manifest = "own.json";
    const auto report = report_fonts(project.job, project.files);
    ASSERT_TRUE(report);
    ASSERT_THAT(report->problems, SizeIs(2));
    EXPECT_THAT(report->problems[0].hints, ElementsAre(HasSubstr("fonts-x")));
    EXPECT_THAT(report->problems[1].hints, ElementsAre(HasSubstr("hyphen-x")));
}

}  // namespace
}  // namespace broadside
