#include <filesystem>

#include <gmock/gmock.h>

#include "golden/edition.hpp"

/// PDF/UA-1 and PDF/A in every file, whatever its language, its layout and its pages.
namespace broadside::testing {
namespace {

namespace fs = std::filesystem;

/// Of all languages; what does not fit is left out.
Written pdfs_of(const std::string& dataset, const fs::path& layout) {
    Job job = job_of({dataset, layout.string()}, {"pdf"});
    job.layouts = {layout.string()};
    job.languages = {"all"};
    job.attach_source = dataset != kFlyer.dataset;
    job.output = "{layout}-{lang}.{ext}";
    DiskFileStore files;
    MemorySink sink;
    build(job, files, sink);
    return sink.written;
}

TEST(PdfPromises, AreKeptByTheFlyerInEveryLanguageAndLayout) {
    std::size_t count = 0;
    for (const auto& layout : fs::directory_iterator(repository_path("layouts"))) {
        if (layout.path().extension() != ".json") continue;
        const Written written = pdfs_of(kFlyer.dataset, layout.path());
        EXPECT_EQ(broken_promises(written), "") << layout.path();
        count += written.size() - written.count("manifest.json");
    }
    EXPECT_EQ(count, 220u);
}

TEST(PdfPromises, AreKeptByOtherDatasetsWithTheirSources) {
    for (const char* dataset : {"data/menu", "data/browsers", "data/timetable"}) {
        const fs::path layouts = repository_path(dataset) + "/layouts";
        for (const auto& layout : fs::directory_iterator(layouts)) {
            const Written written = pdfs_of(dataset, layout.path());
            EXPECT_EQ(broken_promises(written), "") << layout.path();
            EXPECT_GT(written.size(), 1u) << layout.path();
        }
    }
}

}  // namespace
}  // namespace broadside::testing
