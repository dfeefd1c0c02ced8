#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "support/many_languages.hpp"

namespace broadside::batch {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

/// What became of each shard of the tiny project in five languages.
struct Shards {
    explicit Shards(std::size_t parts, const std::string& page = "", bool has_records = false) {
        for (std::size_t part = 1; part <= parts; ++part) {
            testing::ManyLanguages many;
            many.files.files["locales/fr.json"] = "{";
            many.files.files["layouts/plain.json"].insert(1, page);
            if (has_records) {
                many.files.files["planets.json"].insert(1,
                                                        R"("records": {"name": {"key": true}}, )");
                many.files.files["list.csv"] = "name\na\nb\n";
                many.job.records = "list.csv";
                many.job.output = "output/{record}-{lang}.{ext}";
            }
            many.job.formats = {"html"};
            many.job.shard = {part, parts};
            const BuildReport report = many.build();
            bool is_told = false;
            for (const Diagnostic& problem : report.problems)
                is_told = is_told || problem.file == "locales/fr.json";
            told += is_told ? 1 : 0;
            EXPECT_EQ(report.ok(), !is_told);
            for (const std::string& name : report.names(EditionState::Failed)) failed.insert(name);
            sizes.push_back(report.editions.size());
            for (const std::string& path : many.written())
                if (path.ends_with(".html")) written.insert(path);
        }
    }

    std::size_t told = 0;
    std::multiset<std::string> failed, written;
    std::vector<std::size_t> sizes;
};

/// A scheduler runs the others to their ends.
TEST(Shards, OfOtherLanguagesDoNotOpenABrokenLocale) {
    const Shards shards(5);
    EXPECT_EQ(shards.told, 1u);
    EXPECT_THAT(shards.failed, ElementsAre("fr plain"));
    EXPECT_THAT(shards.sizes, ElementsAre(1, 1, 1, 1, 1));
    EXPECT_THAT(shards.written, SizeIs(4));
    EXPECT_EQ(std::set(shards.written.begin(), shards.written.end()).size(), 4u);
}

TEST(Shards, OfRecordsDoNotEither) {
    const Shards shards(10, "", true);
    EXPECT_EQ(shards.told, 2u);
    EXPECT_THAT(shards.failed, ElementsAre("fr plain a", "fr plain b"));
    EXPECT_THAT(shards.written, SizeIs(8));
}

TEST(Shards, OfASharedGridOpenAllLocales) {
    const Shards shards(5, R"("fit": {"lock": true}, )");
    EXPECT_EQ(shards.told, 5u);
    EXPECT_THAT(shards.failed, ElementsAre("fr plain"));
    EXPECT_THAT(shards.written, SizeIs(4));
}

}  // namespace
}  // namespace broadside::batch
