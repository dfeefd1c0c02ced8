#include <algorithm>
#include <cstdint>
#include <utility>

#include <gmock/gmock.h>

#include "broadside/scene/scene.hpp"
#include "broadside/unicode/utf8.hpp"
#include "golden/edition.hpp"
#include "golden/plain_text.hpp"
#include "golden/poppler.hpp"

/// Text that leaves a page by search, copy or screen reader is the text that went in, in every
/// script. The fonts are those of a manifest of its own, so that nothing here hangs on which
/// scripts the product's manifest has.
namespace broadside::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

Job job_in(const std::string& language, std::vector<std::string> formats) {
    Job job = job_of(kFlyer, std::move(formats));
    job.languages = {language};
    return job;
}

std::string file_in(const std::string& language, const std::string& format) {
    return only_file_of(job_in(language, {format}));
}

bool is_in(char32_t code, const std::vector<std::pair<char32_t, char32_t>>& ranges) {
    return std::any_of(ranges.begin(), ranges.end(), [code](const auto& range) {
        return code >= range.first && code <= range.second;
    });
}

bool is_joiner(char32_t code) { return code == 0x200C || code == 0x200D; }

/// Spaces, controls of direction and punctuation: where those stand is for a reader's own
/// bidirectional algorithm to say.
bool separates_words(char32_t code) {
    return !is_joiner(code) && is_in(code, {{0x00, 0x2F},
                                            {0x3A, 0x40},
                                            {0x5B, 0x60},
                                            {0x7B, 0xBF},
                                            {0x05BE, 0x05BE},
                                            {0x05F3, 0x05F4},
                                            {0x060C, 0x061F},
                                            {0x2000, 0x206F},
                                            {0x3000, 0x303F},
                                            {0x30FB, 0x30FB},
                                            {0xFF01, 0xFF0F},
                                            {0xFF1A, 0xFF20}});
}

/// What only typesetting has a use for: soft hyphens, isolates, presentation forms.
bool is_leftover(char32_t code) {
    return code == 0xAD || is_in(code, {{0x2066, 0x2069}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}});
}

/// Every word, between two spaces.
std::string words_of(const std::string& text) {
    std::string words = " ";
    for (const unicode::Character& character : unicode::characters_of(text)) {
        if (!separates_words(character.code)) {
            words.append(text, character.begin, character.size);
        } else if (words.back() != ' ') {
            words += ' ';
        }
    }
    return words + " ";
}

std::vector<std::uint32_t> leftovers_in(const std::string& text) {
    std::vector<std::uint32_t> found;
    for (const unicode::Character& character : unicode::characters_of(text)) {
        if (is_leftover(character.code)) found.push_back(character.code);
    }
    return found;
}

/// The words of all runs that are drawn. A run ends where the script changes, so in scripts without
/// spaces it is a part of a word.
std::vector<std::string> drawn_words(const std::string& language) {
    std::vector<std::string> words;
    for (const scene::Page& page : scene_of(job_in(language, {})).pages) {
        scene::for_each_run(page, [&words](const LineRun& run) {
            std::istringstream stream(words_of(run.glyphs.utf8));
            for (std::string word; stream >> word;) words.push_back(word);
        });
    }
    return words;
}

class Extraction : public ::testing::TestWithParam<std::string> {};

TEST_P(Extraction, GivesEveryWordOfAPdfBack) {
    const std::string text = run_poppler("pdftotext {} -", file_in(GetParam(), "pdf"));
    EXPECT_THAT(leftovers_in(text), IsEmpty());
    const std::string page = words_of(text);
    for (const std::string& word : drawn_words(GetParam())) EXPECT_THAT(page, HasSubstr(word));
}

TEST_P(Extraction, EmbedsSubsetsWithUnicode) {
    const auto lines = lines_of(run_poppler("pdffonts {}", file_in(GetParam(), "pdf")));
    ASSERT_GT(lines.size(), 2U);
    for (auto line = lines.begin() + 2; line != lines.end(); ++line)
        EXPECT_THAT(*line, HasSubstr("yes yes yes"));
}

INSTANTIATE_TEST_SUITE_P(Scripts, Extraction,
                         ::testing::Values("ar", "fa", "he", "hi", "ja", "ko", "ru", "th",
                                           "zh-Hant"),
                         [](const auto& info) { return replaced(info.param, "-", "_"); });

/// Words in spaces, so that a letter apart from its word is noticed.
TEST(PdfText, KeepsLigaturesMarksAndJoinersInTheirWords) {
    const auto read = [](const std::string& language) {
        return words_of(run_poppler("pdftotext {} -", file_in(language, "pdf")));
    };
    EXPECT_THAT(read("ar"), HasSubstr(" كل الشيفرة المصدرية "));
    EXPECT_THAT(read("ar"), HasSubstr(" حسب الاختيار "));
    EXPECT_THAT(read("ar"), HasSubstr(" مستقل عن مزوّد الخدمة "));
    EXPECT_THAT(read("fa"), HasSubstr(" سامانه\u200cهای پیام\u200cرسان "));
    EXPECT_THAT(read("th"), HasSubstr(" ฝั่งไคลเอนต์ "));
    EXPECT_THAT(read("hi"), HasSubstr(" क्लाइंट "));
}

TEST(SvgText, StandsInLogicalOrder) {
    const std::string text = without_tags(file_in("he", "svg"));
    EXPECT_THAT(leftovers_in(text), IsEmpty());
    EXPECT_THAT(text, HasSubstr("תקן צ׳אט (XMPP)"));
    EXPECT_THAT(text, HasSubstr("דוא״ל / IMAP"));
    EXPECT_THAT(text, HasSubstr("Briar\u00a0· Jami"));
}

}  // namespace
}  // namespace broadside::testing
