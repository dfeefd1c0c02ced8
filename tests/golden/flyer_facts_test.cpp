#include <map>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/flyer_words.hpp"
#include "golden/scene_reading.hpp"

/// Symbols, bands and note marks of the flyer, read from its scene.
namespace broadside::testing {
namespace {

using ::testing::ContainerEq;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const ScenePages& flyer() {
    static const ScenePages scene = read_scene(scene_of(job_of(kFlyer)));
    return scene;
}

using Symbols = std::map<std::string, std::vector<std::string>>;

std::string symbols_of(const SceneCell& cell) {
    std::string names;
    for (const std::string& name : cell.symbols) names += (names.empty() ? "" : "+") + name;
    return names;
}

TEST(FlyerScene, DrawsTheSymbolsOfEveryRow) {
    Symbols expected, drawn;
    for (const FlyerSymbols& row : kFlyerSymbols) {
        expected[row.row] = {row.server, row.client, row.encryption};
    }
    for (const SceneCell& cell : flyer().cells) {
        const bool is_symbol_column = cell.column >= 2 && cell.column <= 4;
        if (is_symbol_column && !cell.row.empty()) drawn[cell.row].push_back(symbols_of(cell));
    }
    EXPECT_THAT(drawn, ContainerEq(expected));
}

TEST(FlyerScene, DrawsNoSymbolAmongWords) {
    for (const SceneCell& cell : flyer().cells) {
        if (cell.column == 1 || cell.column == 5 || cell.row.empty()) {
            EXPECT_THAT(cell.symbols, IsEmpty()) << cell.row << " " << cell.column;
        }
    }
}

TEST(FlyerScene, RecommendsFiveRows) {
    std::vector<std::string> recommended;
    for (const SceneCell& cell : flyer().cells) {
        if (cell.column == 0 && symbols_of(cell) == "recommended") recommended.push_back(cell.row);
    }
    EXPECT_THAT(recommended, ElementsAreArray(kRecommendedRows));
}

TEST(FlyerScene, PutsNoteMarksOnTheRightCells) {
    std::vector<std::string> expected, marks;
    for (const FlyerMarks& cell : kFlyerMarks) {
        for (const std::string& note : cell.notes) {
            expected.push_back(cell.row + (" " + std::to_string(cell.column)) + " " + note);
        }
    }
    for (const SceneCell& cell : flyer().cells) {
        for (const std::string& note : cell.notes) {
            marks.push_back(cell.row + " " + std::to_string(cell.column) + " " + note);
        }
    }
    EXPECT_THAT(marks, ElementsAreArray(expected));
}

TEST(FlyerScene, HasTheRowsOfThePrintInItsOrder) {
    std::vector<std::string> expected;
    for (const FlyerWords& row : kFlyerWords) expected.push_back(row.row);
    EXPECT_THAT(flyer().rows, ElementsAreArray(expected));
    EXPECT_THAT(flyer().rows, SizeIs(17));
}

}  // namespace
}  // namespace broadside::testing
