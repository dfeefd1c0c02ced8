#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/shown_page.hpp"
#include "support/tiny_project.hpp"

/// An SVG whose colours give way to others, as Chromium shows it.
namespace broadside::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string kWhite = "rgb(255, 255, 255)", kDark = "rgb(22, 22, 22)";

std::string svg_of(SvgTheme theme, SvgText text = SvgText::System) {
    Job job = flyer_in("fr", "svg");
    job.output_options.svg_theme = theme;
    job.output_options.svg_text = text;
    return only_file_of(job);
}

std::string inlined(const std::string& head = "", SvgText text = SvgText::System) {
    return "<!doctype html>" + head + "<body>" + svg_of(SvgTheme::Auto, text);
}

std::string fill_of(const std::string& selector) {
    return browser().evaluate("getComputedStyle(document.querySelector('" + selector + "')).fill");
}

std::string paper() { return fill_of("svg > g > rect"); }

/// The least contrast of a text with the paper; 0 where there is none.
double least_contrast() {
    return browser().evaluate(R"((() => {
        const light = colour => {
            const [r, g, b] = colour.match(/\d+/g).map(x => x / 255).map(
                x => x <= .04045 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
        };
        const fills = [...document.querySelectorAll('text[fill], tspan[fill], g[fill][transform]')].filter(
            element => !element.closest('[class*=section]')).map(
            element => light(getComputedStyle(element).fill));
        const paper = light(getComputedStyle(document.querySelector('svg > g > rect')).fill);
        return Math.min(...fills.map(
            fill => (Math.max(fill, paper) + .05) / (Math.min(fill, paper) + .05)));
    })())");
}

TEST(SvgTheme, IsNoneUnlessAskedFor) {
    const std::string fixed = svg_of(SvgTheme::Fixed);
    for (const char* word : {"class=", "light-dark", "--bsd", "color-scheme"})
        EXPECT_THAT(fixed, Not(HasSubstr(word)));
    EXPECT_EQ(fixed, svg_of(Job().output_options.svg_theme));
}

TEST(SvgTheme, IsThatOfTheReaderForAFileOnItsOwnAndLightOnPaper) {
    const TemporaryFolder folder;
    folder.write("page.svg", svg_of(SvgTheme::Auto));
    browser().open(folder / "page.svg");
    EXPECT_EQ(paper(), kWhite);
    browser().prefer("dark");
    EXPECT_EQ(paper(), kDark);
    browser().prefer("dark", "print");
    EXPECT_EQ(paper(), kWhite);
}

TEST(SvgTheme, IsThatOfThePageAround) {
    const ShownPage page(inlined());
    browser().prefer("dark");
    EXPECT_EQ(paper(), kWhite) << "as the page is";
    page("document.documentElement.style.colorScheme = 'light dark'");
    EXPECT_EQ(paper(), kDark);
    page("document.body.className = 'light'");
    EXPECT_EQ(paper(), kWhite);
    browser().prefer("light");
    page("document.body.className = '', document.body.dataset.theme = 'dark'");
    EXPECT_EQ(paper(), kDark);
}

TEST(SvgTheme, CanBeReadInTheDarkAsTextAndAsOutlines) {
    for (const SvgText text : {SvgText::System, SvgText::Outline}) {
        const ShownPage page(inlined("<style>html{color-scheme:dark}</style>", text));
        EXPECT_EQ(paper(), kDark);
        EXPECT_GE(least_contrast(), 4.5);
    }
}

/// By its name, for two of the palette may look alike.
TEST(SvgTheme, TakesColoursFromThePageAround) {
    const std::string section = "[class$=\"-fill-section-fill\"]", ink = "[class$=\"-fill-ink\"]";
    const ShownPage page(inlined("<style>:root{--bsd-section-fill:#800080}</style>"));
    EXPECT_EQ(fill_of(section), "rgb(128, 0, 128)");
    EXPECT_EQ(fill_of(ink), "rgb(22, 35, 58)");
    EXPECT_EQ(page("document.querySelector('" + section + "').getAttribute('fill')"), "#16233a")
        << "for who knows no style sheets";
}

TEST(SvgTheme, StandsAgainstAPageThatStylesEverything) {
    const ShownPage page(inlined(
        "<style>html{color-scheme:dark} * {fill: teal; stroke: red} svg * {color-scheme: light}"
        "rect,path,text{fill: red} .dark *{fill: blue}</style>"));
    EXPECT_EQ(paper(), kDark);
    EXPECT_GE(least_contrast(), 4.5);
}

TEST(SvgTheme, IsLightWhereStyleSheetsAreForbidden) {
    const ShownPage page(
        inlined("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">"));
    browser().prefer("dark");
    EXPECT_EQ(paper(), kWhite);
    EXPECT_GE(least_contrast(), 4.5);
}

TEST(SvgTheme, LeavesCodesDarkOnLight) {
    const ShownPage page(inlined("<style>html{color-scheme:dark}:root{--bsd-ink:#fff}</style>"));
    const std::string plate = "[class$=\"-plate\"]";
    EXPECT_EQ(fill_of(plate), kWhite);
    EXPECT_EQ(fill_of(plate + " + path"), "rgb(22, 35, 58)");
    page("document.documentElement.style.colorScheme = 'light'");
    EXPECT_EQ(fill_of(plate), "rgba(0, 0, 0, 0)");
}

TEST(SvgTheme, HasTheDarkColoursOfThePalette) {
    TinyProject project;
    project.files.files["layouts/plain.json"] =
        R"({"format": 1, "name": "plain", "blocks": [{"kind": "header"}],
            "palette": {"dark": {"paper": "#102030", "ink": "#ddeeff"}}})";
    project.job.output_options.svg_theme = SvgTheme::Auto;
    EXPECT_THAT(file_of(project, "planets.svg"),
                AllOf(HasSubstr("{fill:var(--bsd-paper,light-dark(#ffffff,#102030))}"),
                      HasSubstr("{fill:var(--bsd-ink,light-dark(#14213d,#ddeeff))}")));
}

}  // namespace
}  // namespace broadside::testing
