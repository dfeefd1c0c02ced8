#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/poppler.hpp"

/// Letters that are found by a reader of PDF that ignores `ActualText`, MuPDF, as Firefox does.
namespace broadside::testing {
namespace {

constexpr std::string_view kLost = "\uFFFD";

struct Letters {
    std::size_t all = 0, lost = 0;
};

/// Of the flyer in a language, without what is in ASCII.
Letters letters_of(const std::string& language) {
    if (!test::has_tool("mutool"))
        throw std::runtime_error("this test needs the program mutool: install mupdf-tools");
    Job job = job_of(kFlyer, {"pdf"});
    job.languages = {language};
    const test::ToolOutput output = test::run_tool("mutool draw -q -F txt {}", only_file_of(job));
    if (output.status != 0) throw std::runtime_error("mutool failed: " + output.text);
    Letters letters;
    for (const char c : output.text) letters.all += (static_cast<unsigned char>(c) & 0xC0) == 0xC0;
    for (std::size_t at = 0; (at = output.text.find(kLost, at)) != std::string::npos; ++at)
        ++letters.lost;
    return letters;
}

TEST(PdfLetters, AreAllFoundInScriptsThatDrawOneByOne) {
    for (const char* language : {"fr", "ru", "uk", "vi", "ja", "ko", "he"})
        EXPECT_EQ(letters_of(language).lost, 0u) << language;
}

TEST(PdfLetters, AreLostOnlyWhereSeveralMakeAGlyph) {
    const Letters thai = letters_of("th"), hindi = letters_of("hi");
    EXPECT_LT(thai.lost * 30, thai.all);
    EXPECT_LT(hindi.lost * 6, hindi.all);
}

}  // namespace
}  // namespace broadside::testing
