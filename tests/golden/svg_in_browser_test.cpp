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

std::string svg_of_flyer(const std::string& language, SvgText text = SvgText::Embed) {
    Job job = job_of(kFlyer, {"svg"});
    job.languages = {language};
    job.output_options.svg_text = text;
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
    show("page.svg", svg_of_flyer(GetParam()));
    EXPECT_EQ(browser().evaluate("[...document.fonts].every(font => font.status == 'loaded')"),
              true);
    EXPECT_THAT(browser().evaluate("[...document.fonts].map(font => font.family)"), SizeIs(Ge(2u)));
    const std::vector<double> errors = errors_of_widths();
    EXPECT_THAT(errors, SizeIs(Ge(100u)));
    // A browser kerns over the ends of runs inside a line that is read from the right.
    const bool is_leftwards = GetParam() == "ar" || GetParam() == "he";
    // Chromium rounds the size of type to a 64th of a unit.
    EXPECT_THAT(errors, Each(Lt(is_leftwards ? 0.2 : 0.035)));
}

/// Heads that layout hyphenates.
const std::vector<std::string> kBrokenWords = {"Serverseite", "Clientseite", "Verschlüsselung",
                                               "Serverstandort"};

TEST(SvgInBrowser, TellsWordsOverTwoLinesWhole) {
    show("words.svg", svg_of_flyer("de"));
    const Accessible page = browser().accessible();
    std::vector<std::string> heads;
    for (const Accessible* head : page.all("columnheader")) heads.push_back(head->name);
    EXPECT_THAT(heads, ::testing::IsSupersetOf(kBrokenWords));
}

TEST(SvgInBrowser, FindsAndCopiesWordsOverTwoLinesWhole) {
    show("words.svg", svg_of_flyer("de"));
    for (const std::string& word : {kBrokenWords[0], kBrokenWords[1], kBrokenWords[3]})
        EXPECT_EQ(browser().evaluate("find('" + word + "')"), true) << word;
    const std::string copied = browser().evaluate(
        "getSelection().selectAllChildren(document.documentElement), getSelection().toString()");
    EXPECT_THAT(copied,
                HasSubstr("\nServerseite\nClientseite\nVerschlüsselung\nServerstandort\nS"));
}

constexpr char kHostilePage[] = R"(<!doctype html><style>
    body {letter-spacing: 3px; word-spacing: 9px; font: italic bold 30px/3 serif; direction: rtl;
          text-transform: uppercase; text-shadow: 2px 2px red; text-indent: 2em; color: red;
          font-variant: small-caps; font-feature-settings: "smcp"; text-emphasis: dot red;
          writing-mode: vertical-rl; stroke-dasharray: 2 2; text-anchor: end; font-kerning: none}
    svg {fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round}
    svg * {letter-spacing: 2px; text-decoration: underline; opacity: .5}
    * {font-family: monospace; font-weight: 900; font-size: 33px; fill: teal}
    text {visibility: hidden} a {fill: red} path, rect {fill: red; stroke: red;
          clip-path: circle(1px); clip-rule: evenodd}
    g {stroke: blue; font-style: oblique; transform: none}
    svg * {transform-origin: center; transform-box: fill-box} tspan {font-size: 9px; fill: green; direction: rtl}
    </style><body>)";

/// How everything in the SVGs of the page looks, and where it is in them.
nlohmann::json looks() {
    return browser().evaluate(R"([...document.querySelectorAll('svg > g *')].map(element => {
        const style = getComputedStyle(element);
        const looks = ['fill', 'fillOpacity', 'fillRule', 'stroke', 'strokeWidth', 'strokeDasharray',
            'strokeLinejoin', 'clipPath', 'clipRule', 'transform', 'opacity', 'visibility', 'fontFamily', 'fontSize', 'fontWeight',
            'fontStyle', 'fontVariant', 'fontFeatureSettings', 'fontKerning', 'letterSpacing',
            'wordSpacing', 'textTransform', 'textShadow', 'textIndent', 'textEmphasis',
            'textDecorationLine', 'textAnchor', 'direction', 'writingMode'
        ].map(name => name + ':' + style[name]);
        const box = element.getBBox?.();
        return looks.concat(box ? [box.x, box.y, box.width, box.height] : []).join(' ');
    }))");
}

TEST(SvgInBrowser, LooksTheSameInAPageThatStylesEverything) {
    for (const SvgText text : {SvgText::Embed, SvgText::Outline}) {
        const std::string both = svg_of_flyer("fr", text) + svg_of_flyer("ar", text);
        show("clean.html", "<!doctype html><body>" + both);
        const auto clean = looks();
        EXPECT_THAT(clean, SizeIs(Ge(500u)));
        show("hostile.html", kHostilePage + both);
        EXPECT_TRUE(looks() == clean);
        EXPECT_EQ(browser().evaluate("(ids => ids.length - new Set(ids).size)("
                                     "[...document.querySelectorAll('[id]')].map(one => one.id))"),
                  0);
    }
}

TEST(SvgInBrowser, KeepsItsColoursWhereColoursAreForced) {
    show("page.html",
         "<!doctype html><style>body{margin:0;overflow:hidden}svg{display:block;width:100%}</style>"
         "<body>" +
             svg_of_flyer("fr"));
    const std::string chosen = browser().picture();
    browser().force_colours();
    EXPECT_TRUE(browser().picture() == chosen);
}

/// With neither a style sheet nor its fonts.
TEST(SvgInBrowser, StaysInItsPlacesWhereStyleSheetsAreForbidden) {
    const std::string page =
        "<!doctype html><meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'\"><body>";
    for (const char* language : {"fr", "ar"}) {
        show("forbidden.html", page + svg_of_flyer(language));
        EXPECT_EQ(browser().evaluate("document.fonts.size"), 0);
        EXPECT_EQ(browser().evaluate("[...document.querySelectorAll('[textLength]')].filter("
                                     "run => Math.abs(run.getComputedTextLength() - "
                                     "run.getAttribute('textLength')) > 2).length"),
                  0);
        EXPECT_EQ(
            browser().evaluate("[...document.querySelectorAll('[textLength]')].filter(text => "
                               "getComputedStyle(text).whiteSpace != 'pre').length"),
            0);
    }
}

TEST(SvgInBrowser, PrintsTheTextOfOutlines) {
    show("outline.svg", svg_of_flyer("fr", SvgText::Outline));
    const auto text = test::run_tool("base64 -d {} | pdftotext - -", browser().printed()).text;
    EXPECT_THAT(text, HasSubstr("Aperçu rapide des systèmes de messagerie"));
    EXPECT_THAT(text, HasSubstr("Code source ouvert (libre)"));
}

INSTANTIATE_TEST_SUITE_P(Scripts, SvgShaping,
                         ::testing::Values("ar", "fr", "he", "hi", "ja", "ko", "th"),
                         [](const auto& info) { return info.param; });

}  // namespace
}  // namespace broadside::testing
