#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/flyer_words.hpp"
#include "golden/xml_reading.hpp"

/// Marks and notes of finished files, as another reader of XML finds them.
namespace broadside::testing {
namespace {

using ::testing::ElementsAreArray;

const std::string& flyer() {
    static const std::string svg = file_of(kFlyer, "svg");
    return svg;
}

/// The note of the flyer whose printed mark is `mark` or `(mark)`.
std::string flyer_note(const std::string& mark) {
    for (const std::string& note : kFlyerNotes) {
        if (note.starts_with(mark + " ") || note.starts_with("(" + mark + ") ")) return note;
    }
    throw std::runtime_error("no note " + mark);
}

TEST(FlyerSvg, LeadsFromEveryMarkToItsNote) {
    std::vector<std::string> expected, found;
    for (const FlyerMarks& cell : kFlyerMarks) {
        for (const std::string& note : cell.notes) expected.push_back(flyer_note(note));
    }
    for (const std::string& target : xml_values(flyer(), "//svg:a[@role='doc-noteref']/@href")) {
        ASSERT_TRUE(target.starts_with("#")) << target;
        found.push_back(xml_text(flyer(), "//svg:*[@id='" + target.substr(1) + "']"));
    }
    EXPECT_THAT(found, ElementsAreArray(expected));
}

}  // namespace
}  // namespace broadside::testing
