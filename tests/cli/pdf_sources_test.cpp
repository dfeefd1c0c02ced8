#include <gmock/gmock.h>

#include "conformance/good_pdf.hpp"
#include "support/program.hpp"

namespace broadside::cli {
namespace {

using conformance_test::file_of;
using conformance_test::good_sources;
using ::testing::HasSubstr;
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
