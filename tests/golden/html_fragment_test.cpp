#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/plain_text.hpp"
#include "golden/shown_page.hpp"
#include "support/tiny_project.hpp"

/// HTML that stands in somebody else's page.
namespace broadside::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

/// One a language, for a page of the host's.
std::map<std::string, std::string> fragments(const std::vector<std::string>& languages) {
    Job job = job_of(kFlyer, {"html"});
    job.languages = languages;
    job.output_options.html = HtmlForm::Fragment;
    job.output = "{lang}.html";
    return files_of(job);
}

const std::string& french() {
    static const std::string fragment = fragments({"fr"}).at("fr.html");
    return fragment;
}

constexpr char kHost[] = R"(<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Host</title>
    <style>{}</style><body><h1>Host</h1><p class="label">Words, <a href="#">a link</a></p>
    <table><tr><th>A</th><td>B</td></tr></table><svg width="9" height="9"></svg>
    <div style="margin:0;padding:0;border:0;width:1100px;max-width:none">{}</div></body></html>)";

std::string host(const std::string& css, const std::string& fragment) {
    return replaced(replaced(kHost, "<style>{}", "<style>" + css), "{}", fragment);
}

TEST(HtmlFragment, IsOneElementWithAStyleSheetOfOneLayer) {
    EXPECT_THAT(french(), AllOf(StartsWith("<div class=\"bsd-messengers-flyer-a4-fr\""),
                                HasSubstr("@layer bsd{.bsd-messengers-flyer-a4-fr{"),
                                Not(HasSubstr("<main")), Not(HasSubstr("<h1"))));
    const std::size_t sheet = french().find("<style>"), end = french().find("</style>");
    EXPECT_THAT(french().substr(sheet + 7, end - sheet - 7), StartsWith("\n@layer bsd{"));
}

/// What a host's rules change of the fragment: the boxes and colours of its elements.
constexpr char kLook[] = R"([...document.querySelector("[class^=bsd-]").querySelectorAll("*")]
    .filter(element => element.getClientRects().length > 0)
    .map(element => {
        const {x, y, width, height} = element.getBoundingClientRect();
        const root = document.querySelector("[class^=bsd-]").getBoundingClientRect();
        const {color, fill, stroke, fontFamily, fontSize, textTransform, textDecorationLine,
               backgroundColor} = getComputedStyle(element);
        return [element.tagName, ...[x - root.x, y - root.y, width, height].map(Math.round), color, fill, stroke, fontFamily, fontSize,
                textTransform, textDecorationLine, backgroundColor].join(" ");
    }))";

TEST(HtmlFragment, LooksTheSameUnderRulesOfItsHost) {
    constexpr char kRude[] = R"(*,*::before,*::after{box-sizing:content-box;margin:3px;padding:1px}
        body{margin:8px;padding:0;text-align:right;letter-spacing:2px;text-transform:uppercase;line-height:3;
             font:italic 30px serif;color:red;cursor:wait}
        td,th{padding:2rem;border:3px solid red;display:inline-block;background:yellow !important}
        table{width:50%;table-layout:fixed;border-collapse:separate;border-spacing:9px}
        tr:nth-child(even){background:lime}
        svg{fill:none;stroke:currentColor;display:block;max-width:100%;height:auto !important}
        h1,h2,h3{font-size:5rem;color:lime;text-transform:uppercase}
        a{text-decoration:none;color:lime;border:1px solid} ul,ol{list-style:square;padding:4rem}
        .bsd-start{text-align:right} div{max-width:90%} p{max-width:20ch} sup{top:-1em})";
    const nlohmann::json alone = ShownPage(host("body{margin:8px}", french()))(kLook);
    const nlohmann::json among = ShownPage(host(kRude, french()))(kLook);
    ASSERT_EQ(alone.size(), among.size());
    ASSERT_GT(alone.size(), 300u);
    std::size_t others = 0;
    for (std::size_t i = 0; i < alone.size(); ++i) {
        if (alone[i] == among[i]) continue;
        if (++others <= 5) ADD_FAILURE() << alone[i] << "\n" << among[i];
    }
    EXPECT_EQ(others, 0u);
}

TEST(HtmlFragment, ChangesNothingOfItsHost) {
    constexpr char kHostLook[] = R"([...document.querySelectorAll("body > *, body > :not(div) *")]
        .map(element => {
            const style = getComputedStyle(element);
            return [...style].map(name => style.getPropertyValue(name)).join(";");
        }))";
    const std::string same_height = "body > div{height:9px;overflow:hidden}";
    const nlohmann::json alone = ShownPage(host(same_height, "<div></div>"))(kHostLook);
    const nlohmann::json beside = ShownPage(host(same_height, french()))(kHostLook);
    ASSERT_EQ(alone.size(), beside.size());
    ASSERT_GT(beside.size(), 5u);
    for (std::size_t i = 0; i < beside.size(); ++i) EXPECT_EQ(alone[i], beside[i]);
}

TEST(HtmlFragment, StandsBesideAnotherWithIdsOfItsOwn) {
    const auto both = fragments({"fr", "ar"});
    const ShownPage page(host("", both.at("fr.html") + both.at("ar.html")));
    EXPECT_THAT(page(R"((() => {
        const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
        return ids.filter((id, i) => ids.indexOf(id) != i);
    })())"),
                IsEmpty());
    EXPECT_EQ(page(R"([...document.querySelectorAll("[class^=bsd-] [href^='#']")].every(link =>
        document.querySelector(link.getAttribute("href")).closest("[lang]") ==
        link.closest("[lang]")))"),
              true);
    EXPECT_EQ(page(R"(getComputedStyle(document.querySelectorAll("[class^=bsd-messengers]")[1])
                      .direction)"),
              "rtl");
}

TEST(HtmlFragment, FollowsTheRoomThatItHasAndTheSchemeOfItsHost) {
    const ShownPage page(host("", "<div id=\"room\" style=\"width:360px\">" + french() + "</div>"));
    const std::string label = "document.querySelector('.bsd-head').getClientRects().length";
    EXPECT_EQ(page(label), 1);
    page("document.querySelector('#room').style = 'width:1100px'");
    EXPECT_EQ(page(label), 0);
    const std::string paper =
        "getComputedStyle(document.querySelector('[class^=bsd-]')).backgroundColor";
    browser().prefer("dark");
    EXPECT_EQ(page(paper), "rgb(255, 255, 255)");
    page("document.querySelector('#room').style.colorScheme = 'dark'");
    EXPECT_EQ(page(paper), "rgb(22, 22, 22)");
}

TEST(HtmlFragment, IsMadeAgainInItsPlace) {
    TinyProject project;
    project.job.output = "planets.html";
    project.job.output_options.html = HtmlForm::Fragment;
    for (int run = 0; run < 2; ++run) {
        const BuildReport report = build(project.job, project.files, project.sink);
        EXPECT_EQ(problems_of(report), "");
        project.files.files.insert(project.sink.written.begin(), project.sink.written.end());
    }
}

}  // namespace
}  // namespace broadside::testing
