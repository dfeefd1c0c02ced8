#include "broadside/job/sources.hpp"

#include <gmock/gmock.h>

#include "broadside/resolve/qr.hpp"
#include "support/tiny_project.hpp"
#include "support/url.hpp"

namespace broadside {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Key;
using ::testing::SizeIs;

TEST(ReadSources, ReadsEachLayoutWithItsSymbols) {
    testing::TinyProject project;
    std::vector<Diagnostic> diagnostics;
    const auto sources = read_sources(project.job, Need::Pages, project.files, diagnostics);
    ASSERT_TRUE(sources);
    ASSERT_THAT(sources->layouts, SizeIs(1));
    EXPECT_THAT(sources->layouts[0].symbols, SizeIs(1));
    EXPECT_TRUE(sources->layouts[0].has_all_symbols);
    EXPECT_TRUE(sources->layouts[0].has_all_families);
}

TEST(ReadSources, SaysWhichFilesItRead) {
    testing::TinyProject project;
    project.files.files["layouts/broken.json"] = "{";
    project.job.layouts = {"plain", "broken"};
    std::vector<Diagnostic> diagnostics;
    const auto sources = read_sources(project.job, Need::Pages, project.files, diagnostics);
    ASSERT_TRUE(sources);
    ASSERT_THAT(sources->layouts[0].symbol_files, SizeIs(1));
    EXPECT_EQ(sources->layouts[0].symbol_files[0].path, "symbols/yes.svg");
    EXPECT_EQ(sources->font_manifest.path, BROADSIDE_SOURCE_DIR "/fonts/manifest.json");
    EXPECT_THAT(sources->failed_layouts, ::testing::ElementsAre("broken"));
}

TEST(ReadSources, GoesOnWithBlankSymbols) {
    testing::TinyProject project;
    project.files.files["planets.json"].replace(
        project.files.files["planets.json"].find("\"yes\"}}}"), 5, "\"yse\"");
    std::vector<Diagnostic> diagnostics;
    const auto sources = read_sources(project.job, Need::Pages, project.files, diagnostics);
    ASSERT_TRUE(sources);
    EXPECT_FALSE(sources->layouts[0].has_all_symbols);
    EXPECT_THAT(diagnostics, SizeIs(1));
}

TEST(ReadSources, ReadsNeitherLayoutsNorFontsForReferences) {
    testing::TinyProject project;
    project.job.layouts = {"plane"};
    project.job.resources = {};
    std::vector<Diagnostic> diagnostics;
    EXPECT_TRUE(read_sources(project.job, Need::References, project.files, diagnostics));
    EXPECT_THAT(diagnostics, IsEmpty());
}

/// Counts how often each file is read.
class CountingStore final : public FileStore {
public:
    explicit CountingStore(FileStore& files) : files_(files) {}

    Result<std::string> read(const std::string& path) override {
        ++counts[path];
        return files_.read(path);
    }
    bool is_file(const std::string& path) override { return files_.is_file(path); }
    bool is_folder(const std::string& path) override { return files_.is_folder(path); }
    Result<std::vector<std::string>> list(const std::string& folder) override {
        return files_.list(folder);
    }

    std::map<std::string, int> counts;

private:
    FileStore& files_;
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

TEST(BlankSymbols, StandInForEveryNameOfTheDataset) {
    testing::TinyProject project;
    const auto dataset = read_dataset(project.job, project.files);
    EXPECT_EQ(blank_symbols(dataset->dataset).count("yes"), 1u);
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
    EXPECT_FALSE(prints_codes({{{}, model::HeaderBlock{}}, {{}, model::LinksBlock{false}}}));
    model::RowBlock row;
    row.blocks = {{{}, model::NotesBlock{}}, {{}, model::LinksBlock{true}}};
    EXPECT_TRUE(prints_codes({{{}, model::HeaderBlock{}}, {{}, row}}));
}

TEST(LinkCodes, AreThoseOfEveryTargetOnce) {
    const auto codes = link_codes(dataset_with_links({"https://a.org", "https://a.org"}), {});
    ASSERT_THAT(codes, ElementsAre(Key("https://a.org")));
    EXPECT_EQ(codes.at("https://a.org")->name,
              resolve::qr_drawing(test::url("https://a.org"))->name);
}

TEST(LinkCodes, FollowTheTargetsOfTranslations) {
    Languages languages;
    languages.files.emplace_back().locale.texts["links/link-0/url"] = {"https://a.org/de", {}};
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
