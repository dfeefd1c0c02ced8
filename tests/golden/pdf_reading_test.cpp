#include <algorithm>

#include <gmock/gmock.h>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"
#include "golden/edition.hpp"
#include "golden/plain_text.hpp"
#include "golden/scene_reading.hpp"

/// What other readers hear of a PDF, against what is drawn: the same letters in the same order,
/// those of symbols' words among them.
namespace broadside::testing {
namespace {

const std::vector<std::string> kLeftToRight = {"de", "en", "es", "fr", "hi",     "it",
                                               "ja", "ko", "nl", "pl", "pt",     "ru",
                                               "th", "tr", "uk", "vi", "zh-Hant"};
const std::vector<std::string> kRightToLeft = {"ar", "fa", "he"};

bool is_letter(char32_t code) {
    constexpr std::u32string_view kHyphens = U"-\u2010";
    return !unicode::is_white_space(code) && !unicode::is_default_ignorable(code) &&
           kHyphens.find(code) == kHyphens.npos;
}

/// Without what readers may set by themselves.
std::u32string only_letters(std::string_view text) {
    std::u32string letters = unicode::decode(text);
    std::erase_if(letters, [](char32_t code) { return !is_letter(code); });
    return letters;
}

std::u32string sorted(std::u32string letters) {
    std::sort(letters.begin(), letters.end());
    return letters;
}

struct DrawnAndHeard {
    std::u32string drawn, heard;
};

/// Poppler's walk of the structure.
DrawnAndHeard reading_of(const Edition& edition, const std::string& language) {
    Job job = job_of(edition, {"pdf"});
    job.languages = {language};
    const std::string heard = test::run_tool("pdfinfo -struct-text {}", only_file_of(job)).text;
    std::string contents;
    for (const std::string& indented : lines_of(heard)) {
        const std::string line = indented.substr(std::min(indented.find('"'), indented.size()));
        if (line.size() > 1 && line.back() == '"') contents.append(line, 1, line.size() - 2);
    }
    return {only_letters(read_scene(scene_of(job)).words), only_letters(contents)};
}

/// Where the two part, for who has to find out why.
std::string around_difference(const DrawnAndHeard& reading) {
    const auto& [drawn, heard] = reading;
    const auto [at, other] = std::mismatch(drawn.begin(), drawn.end(), heard.begin(), heard.end());
    const auto excerpt = [](const std::u32string& text, std::ptrdiff_t place) {
        std::string utf8;
        for (const char32_t code : text.substr(static_cast<std::size_t>(place), 30))
            unicode::append_utf8(utf8, code);
        return utf8;
    };
    return "drawn: " + excerpt(drawn, at - drawn.begin()) +
           ", heard: " + excerpt(heard, other - heard.begin());
}

TEST(PdfReading, HasAllLettersInTheOrderThatTheyAreDrawnIn) {
    for (const std::string& language : kLeftToRight) {
        const DrawnAndHeard reading = reading_of(kFlyer, language);
        ASSERT_GT(reading.drawn.size(), 500u);
        EXPECT_TRUE(reading.heard == reading.drawn)
            << language << ": " << around_difference(reading);
    }
}

/// Poppler does not turn them around, nor does it know the words that the structure has for them.
TEST(PdfReading, HasAllLettersFromRightToLeft) {
    for (const std::string& language : kRightToLeft) {
        const auto [drawn, heard] = reading_of(kFlyer, language);
        ASSERT_GT(drawn.size(), 500u);
        EXPECT_TRUE(sorted(heard) == sorted(drawn)) << language;
    }
}

}  // namespace
}  // namespace broadside::testing
