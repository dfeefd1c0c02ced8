#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "support/browser.hpp"

/// Finished SVGs as Chromium shows them.
namespace broadside::testing {
namespace {

using ::testing::Each;
using ::testing::Ge;
using ::testing::HasSubstr;
using ::testing::Lt;
using ::testing::Not;
using ::testing::SizeIs;

std::string flyer_in(const std::string& language, SvgText text = SvgText::Embed) {
    Job job = job_of(kFlyer, {"svg"});
    job.languages = {language};
    job.svg_text = text;
    return only_file_of(job);
}

void show(const std::string& name, const std::string& content) {
    static const TemporaryFolder folder;
    folder.write(name, content);
    browser().open(folder / name);
    browser().evaluate("document.fonts.ready.then(() => 0)");
}

/// By how much each run is wider than layout found it, in points, when nothing holds it.
std::vector<double> errors_of_widths() {
    return browser().evaluate(R"([...document.querySelectorAll('[textLength]')].map(run => {
        const meant = run.getAttribute('textLength');
        run.removeAttribute('textLength');
        return Math.abs(run.getComputedTextLength() - meant) / 10;
    }))");
}

class SvgShaping : public ::testing::TestWithParam<std::string> {};

TEST_P(SvgShaping, ShapesTextAsLayoutDid) {
    show("page.svg", flyer_in(GetParam()));
    EXPECT_EQ(browser().evaluate("[...document.fonts].every(font => font.status == 'loaded')"),
              true);
    EXPECT_THAT(browser().evaluate("[...document.fonts].map(font => font.family)"), SizeIs(Ge(2u)));
    const std::vector<double> errors = errors_of_widths();
    EXPECT_THAT(errors, SizeIs(Ge(100u)));
    // A browser kerns over the ends of runs inside a line that is read from the right.
    const bool is_leftwards = GetParam() == "ar" || GetParam() == "he";
    EXPECT_THAT(errors, Each(Lt(is_leftwards ? 0.2 : 0.021)));
}

/// Heads that layout hyphenates.
const std::vector<std::string> kBrokenWords = {"Serverseite", "Clientseite", "Verschlüsselung",
                                               "Serverstandort"};

TEST(SvgInBrowser, TellsWordsOverTwoLinesWhole) {
    show("words.svg", flyer_in("de"));
    const Accessible page = browser().accessible();
    std::vector<std::string> heads;
    for (const Accessible* head : page.all("columnheader")) heads.push_back(head->name);
    EXPECT_THAT(heads, ::testing::IsSupersetOf(kBrokenWords));
}

TEST(SvgInBrowser, FindsAndCopiesWordsOverTwoLinesWhole) {
    show("words.svg", flyer_in("de"));
    for (const std::string& word : {kBrokenWords[0], kBrokenWords[1], kBrokenWords[3]})
        EXPECT_EQ(browser().evaluate("find('" + word + "')"), true) << word;
    const std::string copied = browser().evaluate(
        "getSelection().selectAllChildren(document.documentElement), getSelection().toString()");
    EXPECT_THAT(copied,
                HasSubstr("\nServerseite\nClientseite\nVerschlüsselung\nServerstandort\nS"));
}

INSTANTIATE_TEST_SUITE_P(Scripts, SvgShaping, ::testing::Values("ar", "fr", "he", "hi", "ja", "th"),
                         [](const auto& info) { return info.param; });

}  // namespace
}  // namespace broadside::testing
