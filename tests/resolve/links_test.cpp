#include "broadside/resolve/links.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/resolve/qr.hpp"
#include "support/model_builder.hpp"
#include "support/url.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;

model::Project linked_project(std::string url) {
    model::Project project = test::project_of({});
    project.dataset.links = {{"more",
                              test::words("More: ", "/links/0/label"),
                              {},
                              test::words(std::move(url), "/links/0/url")}};
    return project;
}

/// The body of a link: its label and its text.
const doc::Labelled& link_of(const doc::Tiles& links, std::size_t index = 0) {
    return std::get<doc::Labelled>(links.boxes.at(index).content);
}

TEST(PrintedUrl, DropsSchemeAndFinalSlash) {
    EXPECT_EQ(printed_url("https://example.org/"), "example.org");
    EXPECT_EQ(printed_url("http://example.org/a/b"), "example.org/a/b");
    EXPECT_EQ(printed_url("mailto:me@example.org"), "me@example.org");
    EXPECT_EQ(printed_url("HTTP://Example.org"), "Example.org");
    EXPECT_EQ(printed_url("tel:+49-30-1"), "+49-30-1");
}

TEST(BuildLinks, LinksThePrintedUrl) {
    Problems problems("dataset.json");
    const auto links = build_links(linked_project("https://example.org/"), {false}, problems);
    ASSERT_EQ(links.boxes.size(), 1u);
    const std::vector<doc::Paragraph>& texts = link_of(links).body;
    EXPECT_EQ(test::text_of(texts.at(0)), "More: ");
    ASSERT_THAT(test::texts_of(texts.at(1).spans), ElementsAre("example.org"));
    EXPECT_EQ(texts[1].spans[0].url.address(), "https://example.org/");
    EXPECT_EQ(texts[1].meaning->url.address(), "https://example.org/");
    EXPECT_TRUE(std::holds_alternative<std::monostate>(link_of(links).label));
}

TEST(BuildLinks, LeadsToOneAsciiAddressAndPrintsTheReadableOne) {
    Problems problems("dataset.json");
    const auto links = build_links(linked_project("HTTPS://Müller.example/Ü"), {true}, problems);
    const doc::Span& span = link_of(links).body.at(1).spans.at(0);
    EXPECT_EQ(span.text, "Müller.example/Ü");
    EXPECT_EQ(span.url.address(), "https://xn--mller-kva.example/%C3%9C");
    EXPECT_EQ(std::get<doc::Symbol>(link_of(links).label).drawing->name,
              qr_drawing(span.url)->name);
}

TEST(BuildLinks, ReportsWhatIsNoAddressWhereItStands) {
    Problems problems("dataset.json");
    const auto links = build_links(linked_project("javascript:alert(1)"), {true}, problems);
    EXPECT_TRUE(links.boxes.empty());
    EXPECT_THAT(test::lines_of(problems.found()),
                ElementsAre("dataset.json: error: /links/0/url: expected a URL that starts with "
                            "https:, http:, mailto: or tel:, got \"javascript:alert(1)\""));
}

TEST(BuildLinks, SetsACodeOnAPlateWhereThePaperIsDark) {
    Problems problems("dataset.json");
    model::Project project = linked_project("https://example.org/");
    std::swap(project.layout.palette[PaletteColour::Ink],
              project.layout.palette[PaletteColour::Paper]);
    project.codes["https://example.org/"] = qr_drawing(test::url("https://example.org/"));
    const auto links = build_links(project, {true}, problems);
    EXPECT_EQ(std::get<doc::Symbol>(link_of(links).label).drawing->shapes.size(), 2u);
}

TEST(BuildLinks, PrefersTheAuthorsText) {
    Problems problems("dataset.json");
    model::Project project = linked_project("https://example.org/");
    project.dataset.links[0].text = test::words("our site");
    EXPECT_EQ(test::text_of(link_of(build_links(project, {false}, problems)).body.at(1)),
              "our site");
}

TEST(BuildLinks, SetsAQrCodeInInk) {
    Problems problems("dataset.json");
    const auto links = build_links(linked_project("https://example.org/"), {true}, problems);
    const auto& code = std::get<doc::Symbol>(link_of(links).label);
    EXPECT_EQ(code.height, Pt(48));
    EXPECT_EQ(code.colour, test::kInk);
    EXPECT_EQ(code.alt, "");
    EXPECT_EQ(test::pointer_of(code.code_of), "/links/0/url");
}

TEST(BuildLinks, ReportsAUrlTooLongForAQrCode) {
    Problems problems("dataset.json");
    build_links(linked_project("https://a.org/" + std::string(3000, 'a')), {true}, problems);
    EXPECT_THAT(
        test::lines_of(problems.found()),
        ElementsAre("dataset.json: error: /links/0/url: the URL of link \"more\" is too long for "
                    "a QR code"));
}

}  // namespace
}  // namespace broadside::resolve
