#include "broadside/resolve/links.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;

model::Project linked_project(std::string url) {
    model::Project project = test::project_of({});
    project.dataset.links = {
        {"more", test::words("More: ", "/links/0/label"), {}, test::words(std::move(url))}};
    return project;
}

TEST(PrintedUrl, DropsSchemeAndFinalSlash) {
    EXPECT_EQ(printed_url("https://example.org/"), "example.org");
    EXPECT_EQ(printed_url("http://example.org/a/b"), "example.org/a/b");
    EXPECT_EQ(printed_url("mailto:me@example.org"), "me@example.org");
}

TEST(BuildLinks, LinksThePrintedUrl) {
    Problems problems("dataset.json");
    const auto links = build_links(linked_project("https://example.org/"), {false}, problems).links;
    ASSERT_EQ(links.size(), 1u);
    EXPECT_EQ(test::text_of(links[0].label), "More: ");
    ASSERT_THAT(test::texts_of(links[0].text.spans), ElementsAre("example.org"));
    EXPECT_EQ(links[0].text.spans[0].url, "https://example.org/");
    EXPECT_FALSE(links[0].qr);
}

TEST(BuildLinks, PrefersTheAuthorsText) {
    Problems problems("dataset.json");
    model::Project project = linked_project("https://example.org/");
    project.dataset.links[0].text = test::words("our site");
    EXPECT_EQ(test::text_of(build_links(project, {false}, problems).links[0].text), "our site");
}

TEST(BuildLinks, SetsAQrCodeInInk) {
    Problems problems("dataset.json");
    const auto links = build_links(linked_project("https://example.org/"), {true}, problems).links;
    ASSERT_TRUE(links[0].qr);
    EXPECT_EQ(links[0].qr->height, Pt(48));
    EXPECT_EQ(links[0].qr->colour, test::kInk);
    EXPECT_EQ(links[0].qr->alt, "");
}

TEST(BuildLinks, ReportsAUrlTooLongForAQrCode) {
    Problems problems("dataset.json");
    build_links(linked_project("https://" + std::string(3000, 'a')), {true}, problems);
    EXPECT_THAT(
        test::lines_of(problems.found()),
        ElementsAre("dataset.json: error: /links/0/label: the URL of link \"more\" is too long for "
                    "a QR code"));
}

}  // namespace
}  // namespace broadside::resolve
