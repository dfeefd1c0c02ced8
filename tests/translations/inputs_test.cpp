#include "broadside/translations/inputs.hpp"

#include <gmock/gmock.h>

#include "support/tiny_project.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Translated : testing::TinyProject {
    std::vector<Diagnostic> diagnostics;

    void add(const std::string& tag) {
        // A bare file name lies in "./" for lists, and in no folder for reading.
        const std::string locale =
            R"({"format": 1, "language": ")" + tag + R"(", "translates": "planets"})";
        files.files["./locales/" + tag + ".json"] = locale;
        files.files["locales/" + tag + ".json"] = locale;
    }
};

TEST(TranslationInputs, HaveTheLanguagesOwnLocaleAndNotItsParents) {
    Translated project;
    project.add("de");
    const auto inputs = TranslationInputs::read(project.job, project.files, project.diagnostics);
    ASSERT_TRUE(inputs);
    EXPECT_THAT(inputs->locale_tags(), ElementsAre("de"));
    EXPECT_TRUE(inputs->read_locale("de", project.diagnostics));
    EXPECT_FALSE(inputs->read_locale("de-AT", project.diagnostics));
    EXPECT_FALSE(inputs->read_locale("en", project.diagnostics));
    EXPECT_THAT(project.diagnostics, IsEmpty());
}

TEST(TranslationInputs, ReportALocaleWithErrors) {
    Translated project;
    project.add("de");
    project.files.files["locales/de.json"] = "{";
    const auto inputs = TranslationInputs::read(project.job, project.files, project.diagnostics);
    EXPECT_FALSE(inputs->read_locale("de", project.diagnostics));
    EXPECT_THAT(project.diagnostics, SizeIs(1));
}

TEST(TranslationInputs, AreNothingWithoutADataset) {
    Translated project;
    project.files.files["planets.json"] = "{";
    EXPECT_FALSE(TranslationInputs::read(project.job, project.files, project.diagnostics));
    EXPECT_THAT(project.diagnostics, SizeIs(1));
}

}  // namespace
}  // namespace broadside
