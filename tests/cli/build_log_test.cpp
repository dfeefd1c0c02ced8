#include "cli/build_log.hpp"

#include <cstdio>

#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace broadside::cli {
namespace {

PageReport page(FileState state) {
    return {"out/a.pdf", state, PageFacts{1, 7, "de", "flyer-a4", "pdf"}};
}

/// What a log prints to both of its streams.
class Log : public ::testing::Test {
protected:
    void show(BuildLog::Kind kind, std::size_t outputs) {
        std::FILE* lines = std::fopen((folder / "lines").c_str(), "w");
        std::FILE* bar = std::fopen((folder / "bar").c_str(), "w");
        {
            BuildLog log(kind, lines, bar, [bar](const Diagnostics& problems) {
                for (const Diagnostic& problem : problems)
                    std::fputs((problem.message + "\n").c_str(), bar);
            });
            log.found(problems);
            EXPECT_EQ(log.told(), problems.size());
            log.planned(outputs);
            log.began("de flyer-a4");
            const EditionReport edition{
                "de flyer-a4", EditionState::Made, 1, {page(FileState::Written)}};
            log.finished(edition);
            log.reported(edition);
        }
        std::fclose(lines);
        std::fclose(bar);
    }

    Diagnostics problems;
    testing::TemporaryFolder folder;
};

TEST_F(Log, WritesALineForEachFile) {
    show(BuildLog::Kind::Lines, 20);
    EXPECT_EQ(folder.read("lines"), "de flyer-a4 pdf  out/a.pdf  1 page, smallest type 7.0 pt\n");
    EXPECT_EQ(folder.read("bar"), "");
}

TEST_F(Log, DrawsABarAndTakesItAway) {
    show(BuildLog::Kind::Bar, 20);
    EXPECT_EQ(folder.read("lines"), "");
    EXPECT_EQ(folder.read("bar"),
              "\r\x1b[K[>                       ] 0/20"
              "\r\x1b[K[>                       ] 0/20  de flyer-a4"
              "\r\x1b[K[=>                      ] 1/20  de flyer-a4"
              "\r\x1b[K");
}

TEST_F(Log, ListsAFewFilesOnATerminalToo) {
    show(BuildLog::Kind::Bar, 3);
    EXPECT_EQ(folder.read("bar"), "");
    EXPECT_NE(folder.read("lines"), "");
}

TEST_F(Log, TellsWhatIsWrongBeforeTheFirstFile) {
    problems = {error("a", "bad record"), error("a", "worse record")};
    show(BuildLog::Kind::Bar, 20);
    EXPECT_EQ(folder.read("bar").rfind("bad record\nworse record\n\r", 0), 0u);
    show(BuildLog::Kind::Silent, 3);
    EXPECT_EQ(folder.read("bar"), "bad record\nworse record\n");
    EXPECT_EQ(folder.read("lines"), "");
}

TEST(BarText, CountsWhatFailed) {
    EXPECT_EQ(bar_text({60, 60, 3, "de web"}, 80),
              "[========================] 60/60, 3 failed  de web");
}

TEST(BarText, StaysOnOneLine) {
    EXPECT_EQ(bar_text({1, 2, 0, "de web"}, 30), "[============>           ] 1/");
    EXPECT_EQ(bar_text({1, 2, 0, "de web"}, 0), "");
}

}  // namespace
}  // namespace broadside::cli
