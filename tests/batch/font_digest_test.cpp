#include "broadside/batch/font_digest.hpp"

#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace broadside::batch {
namespace {

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

    testing::TemporaryFolder folder;
    FontManifest fonts;
};

TEST_F(Fonts, StayTheSameWhileNobodyChangesThem) {
    EXPECT_EQ(FontDigests().of(fonts), FontDigests().of(fonts));
}

TEST_F(Fonts, AreReadOnceForAllJobsOfABuild) {
    FontDigests digests;
    const Digest before = digests.of(fonts);
    folder.write("a.ttf", "Directory");
    folder.write("de.dic", "patterns");
    EXPECT_EQ(digests.of(fonts), before);
}

TEST_F(Fonts, ChangeWithAFontFile) {
    const Digest before = FontDigests().of(fonts);
    folder.write("a.ttf", "Directory");
    EXPECT_NE(FontDigests().of(fonts), before);
}

TEST_F(Fonts, ChangeWithADictionary) {
    const Digest before = FontDigests().of(fonts);
    folder.write("de.dic", "patterns");
    EXPECT_NE(FontDigests().of(fonts), before);
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

}  // namespace
}  // namespace broadside::batch
