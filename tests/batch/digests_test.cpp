#include "broadside/batch/digests.hpp"

#include <functional>
#include <set>

#include <gtest/gtest.h>

#include "broadside/version.hpp"
#include "support/temporary_folder.hpp"
#include "support/tiny_project.hpp"

namespace broadside::batch {
namespace {

/// Digest of the first edition's output after a change of the project.
Digest digest_after(const std::function<void(testing::TinyProject&)>& change,
                    const std::string& format = "pdf") {
    testing::TinyProject project;
    project.files.files["locales/de.json"] =
        R"({"format": 1, "language": "de", "translates": "planets", "title": "Planeten"})";
    project.job.languages = {"de"};
    project.job.formats = {format};
    change(project);
    Diagnostics diagnostics;
    const auto sources = read_sources(project.job, SourcesFor::Pages, project.files, diagnostics);
    const auto request = read_output_request(project.job);
    TakenNames taken;
    const auto plan = plan_outputs(*request, *sources, taken);
    FontDigests fonts;
    const InputDigests digests(*sources, {project.job.output_options}, project.job.attach_source,
                               fonts);
    return digests.of_output(plan->editions.front(), *request->formats.front());
}

void nothing(testing::TinyProject&) {}

TEST(InputDigests, NoticeEveryFileThatIsRead) {
    const Digest before = digest_after(nothing);
    EXPECT_EQ(digest_after(nothing), before);
    for (const char* file :
         {"planets.json", "layouts/plain.json", "symbols/yes.svg", "locales/de.json"}) {
        const auto change = [file](auto& project) { project.files.files[file] += " "; };
        EXPECT_NE(digest_after(change), before) << file;
    }
}

TEST(InputDigests, LeaveOutOtherLanguages) {
    const auto add_french = [](testing::TinyProject& project) {
        project.files.files["locales/fr.json"] =
            R"({"format": 1, "language": "fr", "translates": "planets", "title": "Planètes"})";
        project.job.languages = {"de", "fr"};
    };
    EXPECT_EQ(digest_after(add_french), digest_after(nothing));
}

TEST(InputDigests, NoticeTheOptionsThatAFormatReads) {
    const auto sharper = [](testing::TinyProject& project) {
        project.job.output_options.ppi = 300;
    };
    const auto few_colours = [](testing::TinyProject& project) {
        project.job.output_options.png_palette = true;
    };
    const auto transparent = [](testing::TinyProject& project) {
        project.job.output_options.png_background = PngBackground::Transparent;
    };
    EXPECT_NE(digest_after(few_colours, "png"), digest_after(nothing, "png"));
    EXPECT_NE(digest_after(transparent, "png"), digest_after(nothing, "png"));
    EXPECT_EQ(digest_after(transparent, "svg"), digest_after(nothing, "svg"));
    const auto later = [](testing::TinyProject& project) {
        project.job.output_options.creation_time = 86400;
    };
    EXPECT_NE(digest_after(sharper, "png"), digest_after(nothing, "png"));
    EXPECT_EQ(digest_after(sharper, "pdf"), digest_after(nothing, "pdf"));
    EXPECT_NE(digest_after(later, "pdf"), digest_after(nothing, "pdf"));
    const auto attached = [](testing::TinyProject& project) { project.job.attach_source = true; };
    EXPECT_NE(digest_after(attached, "pdf"), digest_after(nothing, "pdf"));
    EXPECT_EQ(digest_after(attached, "png"), digest_after(nothing, "png"));
    EXPECT_EQ(digest_after(later, "png"), digest_after(nothing, "png"));
    EXPECT_NE(digest_after(nothing, "svg"), digest_after(nothing, "png"));
}

class Fonts : public ::testing::Test {
protected:
    Fonts() {
        folder.write("a.ttf", "directory");
        folder.write("de.dic", "pattern");
        FontFamily family;
        family.files.push_back({kRegularWeight, FontSlant::Upright, folder / "a.ttf", 0});
        fonts.families = {family};
        fonts.hyphenation["de"] = {folder / "de.dic", ""};
    }

    Digest digest() const {
        FontDigests unknown;
        return digest_of_fonts(fonts, unknown);
    }

    testing::TemporaryFolder folder;
    FontManifest fonts;
};

TEST_F(Fonts, AreReadOnceForAllJobsOfABuild) {
    FontDigests known;
    const Digest before = digest_of_fonts(fonts, known);
    folder.write("a.ttf", "Directory");
    folder.write("de.dic", "patterns");
    EXPECT_EQ(digest_of_fonts(fonts, known), before);
}

TEST_F(Fonts, ChangeWithEachOfTheirFiles) {
    std::set<Digest> digests = {digest(), digest()};
    EXPECT_EQ(digests.size(), 1U);
    folder.write("a.ttf", "Directory");
    digests.insert(digest());
    folder.write("de.dic", "patterns");
    digests.insert(digest());
    EXPECT_EQ(digests.size(), 3U);
}

TEST_F(Fonts, ChangeWithTheSizeOfAFileOfTheSameStart) {
    const std::string start(32 << 10, 'x');
    folder.write("a.ttf", start);
    const Digest before = font_file_digest(folder / "a.ttf");
    folder.write("a.ttf", start + "y");
    EXPECT_NE(font_file_digest(folder / "a.ttf"), before);
}

TEST(FontFileDigest, IsAnsweredForAFileThatIsNotThere) {
    EXPECT_EQ(font_file_digest("none.ttf"), font_file_digest("neither.ttf"));
}

TEST(ProgramDigest, KnowsMoreThanTheVersion) {
    ContentHash version;
    version.add_text(version_text());
    version.add_text("");
    EXPECT_NE(program_digest(), version.digest()) << "linked without --build-id";
}

}  // namespace
}  // namespace broadside::batch
