#include "broadside/job/sources.hpp"

#include <gmock/gmock.h>

#include "broadside/resolve/qr.hpp"
#include "support/url.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Key;

model::Dataset dataset_with_links(const std::vector<std::string>& targets) {
    model::Dataset dataset;
    for (const std::string& target : targets) {
        model::Link link;
        link.id = "link-" + std::to_string(dataset.links.size());
        link.url.text = target;
        dataset.links.push_back(link);
    }
    return dataset;
}

TEST(PrintsCodes, FindsThemInARow) {
    EXPECT_FALSE(prints_codes({{"", model::HeaderBlock{}}, {"", model::LinksBlock{false}}}));
    model::RowBlock row;
    row.blocks = {{"", model::NotesBlock{}}, {"", model::LinksBlock{true}}};
    EXPECT_TRUE(prints_codes({{"", model::HeaderBlock{}}, {"", row}}));
}

TEST(LinkCodes, AreThoseOfEveryTargetOnce) {
    const auto codes = link_codes(dataset_with_links({"https://a.org", "https://a.org"}), {});
    ASSERT_THAT(codes, ElementsAre(Key("https://a.org")));
    EXPECT_EQ(codes.at("https://a.org")->name,
              resolve::qr_drawing(test::url("https://a.org"))->name);
}

TEST(LinkCodes, FollowTheTargetsOfTranslations) {
    Languages languages;
    languages.files.emplace_back().locale.texts["links/link-0/url"] = {"https://a.org/de", ""};
    EXPECT_THAT(link_codes(dataset_with_links({"https://a.org"}), languages),
                ElementsAre(Key("https://a.org"), Key("https://a.org/de")));
}

TEST(LinkCodes, AreNullForATargetThatIsTooLong) {
    const std::string target = "https://a.org/" + std::string(3000, 'x');
    EXPECT_EQ(link_codes(dataset_with_links({target}), {}).at(target), nullptr);
}

TEST(LinkCodes, AreByTheAddressThatLinksHaveToo) {
    EXPECT_THAT(link_codes(dataset_with_links({"HTTPS://Müller.example/ü"}), {}),
                ElementsAre(Key("https://xn--mller-kva.example/%C3%BC")));
}

TEST(LinkCodes, AreNoneWithoutLinks) { EXPECT_THAT(link_codes({}, {}), IsEmpty()); }

}  // namespace
}  // namespace broadside
