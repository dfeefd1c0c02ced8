#include "broadside/job/sources.hpp"

#include <gmock/gmock.h>

#include "broadside/files/remembering_stores.hpp"
#include "broadside/resolve/qr.hpp"
#include "support/tiny_project.hpp"
#include "support/url.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::Key;
using ::testing::SizeIs;

TEST(ReadSources, GoesOnWithBlankSymbols) {
    testing::TinyProject project;
    project.files.files["planets.json"].replace(
        project.files.files["planets.json"].find("\"yes\"}}}"), 5, "\"yse\"");
    Diagnostics diagnostics;
    const auto sources = read_sources(project.job, SourcesFor::Pages, project.files, diagnostics);
    ASSERT_TRUE(sources);
    EXPECT_FALSE(sources->layouts[0].symbols.are_read);
    EXPECT_THAT(diagnostics, SizeIs(1));
}

/// Counts how often each file is read.
class CountingStore final : public ForwardingStore {
public:
    using ForwardingStore::ForwardingStore;
    Result<std::string> read(const std::string& path) override {
        ++counts[path];
        return ForwardingStore::read(path);
    }

    std::map<std::string, int> counts;
};

TEST(FontManifests, AreReadOnceForAllJobsOfABuild) {
    testing::TinyProject project;
    CountingStore files(project.files);
    std::vector<Job> jobs(20, project.job);
    for (std::size_t i = 0; i < jobs.size(); ++i)
        jobs[i].output = "output/" + std::to_string(i) + ".svg";
    EXPECT_TRUE(build(jobs, files, project.sink).ok());
    EXPECT_EQ(files.counts[BROADSIDE_SOURCE_DIR "/fonts/manifest.json"], 1);
}

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
    EXPECT_FALSE(prints_qr_codes({{{}, model::HeaderBlock{}}, {{}, model::LinksBlock{false}}}));
    model::RowBlock row;
    row.blocks = {{{}, model::NotesBlock{}}, {{}, model::LinksBlock{true}}};
    EXPECT_TRUE(prints_qr_codes({{{}, model::HeaderBlock{}}, {{}, row}}));
}

TEST(LinkCodes, AreThoseOfEveryTargetOnce) {
    const auto codes = link_qr_codes(dataset_with_links({"https://a.org", "https://a.org"}), {});
    ASSERT_THAT(codes, ElementsAre(Key("https://a.org")));
    EXPECT_EQ(codes.at("https://a.org")->name,
              resolve::qr_drawing(test::url("https://a.org"))->name);
}

TEST(LinkCodes, FollowTheTargetsOfTranslations) {
    Languages languages;
    languages.files.emplace_back().locale.texts["links/link-0/url"] = {"https://a.org/de", {}};
    EXPECT_THAT(link_qr_codes(dataset_with_links({"https://a.org"}), languages),
                ElementsAre(Key("https://a.org"), Key("https://a.org/de")));
}

TEST(LinkCodes, AreNullForATargetThatIsTooLong) {
    const std::string target = "https://a.org/" + std::string(3000, 'x');
    EXPECT_EQ(link_qr_codes(dataset_with_links({target}), {}).at(target), nullptr);
}

TEST(LinkCodes, AreByTheAddressThatLinksHaveToo) {
    EXPECT_THAT(link_qr_codes(dataset_with_links({"HTTPS://Müller.example/ü"}), {}),
                ElementsAre(Key("https://xn--mller-kva.example/%C3%BC")));
}

}  // namespace
}  // namespace broadside
