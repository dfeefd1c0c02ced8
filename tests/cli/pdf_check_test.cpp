#include <gmock/gmock.h>

#include "conformance/good_pdf.hpp"
#include "support/program.hpp"

namespace broadside::cli {
namespace {

using conformance_test::file_of;
using conformance_test::good_sources;
using ::testing::HasSubstr;
using testing::ProgramRun;

class CheckOfAPdf : public testing::ProgramTest {};

TEST_F(CheckOfAPdf, SaysWhatItKeeps) {
    folder.write("good.pdf", file_of(good_sources()));
    const ProgramRun ran = run("check good.pdf");
    EXPECT_EQ(ran.out,
              "good.pdf: keeps PDF/UA-1 and PDF/A-3a, as far as a machine can tell; 2 pages\n");
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(run("check good.pdf --quiet").out, "");
}

TEST_F(CheckOfAPdf, NamesEveryProblem) {
    auto sources = good_sources();
    sources[1].text = conformance_test::replaced(sources[1].text, "/Lang (en) ", "");
    sources[32].text = conformance_test::replaced(sources[32].text, "/Alt (yes) ", "");
    folder.write("bad.pdf", file_of(sources));
    is_faulty_on_purpose = true;
    const ProgramRun ran = run("check bad.pdf");
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err,
              "bad.pdf: error: catalogue: /Lang is not there\n"
              "bad.pdf: error: XMP: dc:language differs from /Lang\n"
              "bad.pdf: error: Figure (object 32): a picture needs words as /Alt\n");
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(run("check bad.pdf --diagnostics json").err, HasSubstr(R"("code":"pdf-archive")"));
}

// Nobody means a dataset by it.
TEST_F(CheckOfAPdf, KnowsAPdfThatBeginsInSmallLetters) {
    folder.write("odd.pdf", conformance_test::replaced(file_of(good_sources()), "%PDF", "%pdf"));
    is_faulty_on_purpose = true;
    const ProgramRun ran = run("check odd.pdf");
    EXPECT_EQ(ran.err, "odd.pdf: error: byte 0: expected \"%PDF-1.7\" and a line of a comment\n");
    EXPECT_EQ(ran.code, 1);
}

TEST_F(CheckOfAPdf, TakesNoOptionsOfPages) {
    folder.write("good.pdf", file_of(good_sources()));
    for (const char* options : {"-l plain", "--lang all", "--budgets", "--stale 12months"}) {
        const ProgramRun ran = run(std::string("check good.pdf ") + options);
        EXPECT_EQ(ran.code, 2) << options;
        EXPECT_THAT(ran.err, HasSubstr("good.pdf is a finished PDF")) << options;
    }
}

}  // namespace
}  // namespace broadside::cli
