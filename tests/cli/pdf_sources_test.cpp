#include <gmock/gmock.h>

#include "conformance/good_pdf.hpp"
#include "support/program.hpp"

namespace broadside::cli {
namespace {

using conformance_test::file_of;
using conformance_test::good_sources;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::ProgramRun;

class ExtractionOfSources : public testing::ProgramTest {};

TEST_F(ExtractionOfSources, WritesThemBesideThePdf) {
    folder.write("good.pdf", file_of(good_sources()));
    const ProgramRun ran = run("extract good.pdf");
    EXPECT_EQ(ran.out, "good/data.json\n");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(folder.read("good/data.json"), "{}");
    EXPECT_EQ(run("extract good.pdf").code, 1);
    EXPECT_EQ(run("extract good.pdf --force").code, 0);
    EXPECT_EQ(run("extract good.pdf -o there").out, "there/data.json\n");
}

// Validators ask for a date of what is attached; nobody but the caller knows one.
TEST_F(ExtractionOfSources, HaveTheDateOfTheirPage) {
    const auto build = [this](const std::string& options) {
        EXPECT_EQ(run("build planets.json -l plain -f pdf --force --attach-source" + options).code,
                  0);
        return folder.read("output/planets-plain-en.pdf");
    };
    EXPECT_THAT(build(" --creation-timestamp 86400"),
                HasSubstr(" /ModDate (D:19700102000000Z) >>"));
    EXPECT_THAT(build(""), Not(HasSubstr("/ModDate")));
}

TEST_F(ExtractionOfSources, StaysInItsFolder) {
    for (const char* name : {"../up.json", "/etc/x", "a/../../b", "c:d", "a\\\\b", "a/", "."}) {
        auto sources = good_sources();
        sources[26].text = conformance_test::replaced(sources[26].text, "/UF (data.json)",
                                                      std::string("/UF (") + name + ")");
        folder.write("bad.pdf", file_of(sources));
        const ProgramRun ran = run("extract bad.pdf -o there");
        EXPECT_EQ(ran.code, 1) << name;
        EXPECT_THAT(ran.err, HasSubstr("expected a name below the folder")) << name;
    }
}

}  // namespace
}  // namespace broadside::cli
