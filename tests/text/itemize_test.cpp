#include "broadside/text/itemize.hpp"

#include <gmock/gmock.h>

#include "text/test_fonts.hpp"

namespace broadside::text {
namespace {

using testing::ElementsAre;

std::vector<std::string> texts_of(const Request& request) {
    FontSet fonts(test::noto_manifest());
    const Paragraph paragraph = join_spans(request.spans);
    std::vector<std::string> texts;
    for (const Stretch& stretch : itemize(paragraph, request, fonts)) {
        texts.push_back(paragraph.utf8.substr(stretch.begin, stretch.end - stretch.begin));
    }
    return texts;
}

TEST(JoinSpans, KnowsWhereSpansEnd) {
    const Paragraph paragraph = join_spans({{"né", {}}, {"", {}}, {"x", {}}});
    EXPECT_EQ(paragraph.utf8, "néx");
    EXPECT_THAT(paragraph.span_ends, ElementsAre(3u, 3u, 4u));
}

TEST(JoinSpans, ReplacesBytesThatAreNoText) {
    const Paragraph paragraph = join_spans({{std::string_view("a\xFF\0b", 4), {}}});
    EXPECT_EQ(paragraph.utf8, "a\ufffd\ufffdb");
}

TEST(Itemize, KeepsAPlainTextInOnePiece) {
    EXPECT_THAT(texts_of(test::request_for("Né à 8 h, le «\u202f12\u202f» !")),
                ElementsAre("Né à 8 h, le «\u202f12\u202f» !"));
}

TEST(Itemize, CutsAtSpans) {
    const FontRequest bold{"Noto Sans", kBoldWeight};
    EXPECT_THAT(texts_of({.spans = {{"a ", {"Noto Sans"}}, {"", bold}, {"b", bold}}}),
                ElementsAre("a ", "b"));
}

TEST(Itemize, CutsAtScriptsAndDirections) {
    EXPECT_THAT(texts_of(test::request_for("abc שלום")), ElementsAre("abc ", "שלום"));
}

TEST(Itemize, CutsAtFaces) {
    EXPECT_THAT(texts_of(test::request_for("à \u22125")), ElementsAre("à ", "\u2212", "5"));
}

TEST(Itemize, KeepsMarksWithTheirBase) {
    EXPECT_THAT(texts_of(test::request_for("e\u0301שָׁלוֹם")), ElementsAre("e\u0301", "שָׁלוֹם"));
}

TEST(Itemize, ResolvesEveryLineByItself) {
    FontSet fonts(test::noto_manifest());
    Request request = test::request_for("abc\n(1");
    request.direction = Direction::RightToLeft;
    const auto stretches = itemize(join_spans(request.spans), request, fonts);
    ASSERT_GE(stretches.size(), 3u);
    EXPECT_EQ(stretches[0].level, 2);
    EXPECT_EQ(stretches[1].level, 1);
}

TEST(Itemize, LeavesAnUnknownFamilyWithoutAFace) {
    FontSet fonts(test::noto_manifest());
    const Request request{.spans = {{"abc", {"Helvetica"}}}};
    const auto stretches = itemize(join_spans(request.spans), request, fonts);
    ASSERT_EQ(stretches.size(), 1u);
    EXPECT_FALSE(stretches[0].font);
}

}  // namespace
}  // namespace broadside::text
