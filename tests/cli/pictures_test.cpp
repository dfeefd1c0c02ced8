#include <gmock/gmock.h>

#include "support/program.hpp"

namespace broadside::cli {
namespace {

using ::testing::HasSubstr;

std::string logo(const std::string& name) {
    DiskFileStore files;
    return files.read(BROADSIDE_SOURCE_DIR "/tests/fixtures/pictures/logos/" + name).value();
}

class Pictures : public testing::ProgramTest {
protected:
    Pictures() {
        folder.write("logo.png", logo("orbit.png"));
        replace("\"values\":", R"("pictures": {"logo": {"file": "logo.png", "alt": "a ring"}},
                                  "values":)");
        replace("\"Saturn\"", R"({"names": ["Saturn"], "picture": "logo"})");
    }
};

TEST_F(Pictures, MakeAPageAgainWhenTheyChange) {
    const std::string build = "build planets.json -l plain -f svg,html -o out.{ext} --deps deps.d";
    EXPECT_THAT(run(build).out, HasSubstr("2 written, 0 unchanged"));
    EXPECT_THAT(folder.read("deps.d"), HasSubstr("logo.png"));
    EXPECT_THAT(run(build).out, HasSubstr("0 written, 2 unchanged"));
    folder.write("logo.png", logo("wave.jpg"));
    EXPECT_THAT(run(build).out, HasSubstr("2 written, 0 unchanged"));
    EXPECT_THAT(folder.read("out.svg"), HasSubstr("image/jpeg"));
}

TEST_F(Pictures, AreNeverOverwritten) {
    const auto ran = run("build planets.json -l plain -f png -o logo.png --force");
    EXPECT_NE(ran.code, 0);
    EXPECT_EQ(folder.read("logo.png"), logo("orbit.png"));
}

TEST_F(Pictures, AreToldToTranslators) {
    ASSERT_EQ(run("i18n extract planets.json --lang de -l plain -o de.po").code, 0);
    std::string po = folder.read("de.po");
    EXPECT_THAT(po, HasSubstr("what picture \"logo\" shows, for who does not see it"));
    const std::string asked = "msgid \"a ring\"\nmsgstr \"\"";
    ASSERT_NE(po.find(asked), std::string::npos) << po;
    folder.write("de.po",
                 po.replace(po.find(asked), asked.size(), "msgid \"a ring\"\nmsgstr \"ein Ring\""));
    ASSERT_EQ(run("i18n merge planets.json de.po").code, 0);
    EXPECT_THAT(folder.read("locales/de.json"), HasSubstr("\"alt\": \"ein Ring\""));
    ASSERT_EQ(run("build planets.json -l plain --lang de -o out.svg").code, 0);
    EXPECT_THAT(folder.read("out.svg"), HasSubstr("<title>ein Ring</title>"));
}

}  // namespace
}  // namespace broadside::cli
