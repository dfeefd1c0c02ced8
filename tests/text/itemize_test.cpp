#include "broadside/text/itemize.hpp"

#include <gmock/gmock.h>

#include "text/test_fonts.hpp"

namespace broadside::text {
namespace {

using testing::ElementsAre;

std::vector<std::string> texts_of(const Request& request) {
    FontSet fonts(test::noto_manifest(), std::make_shared<FontFiles>());
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
    FontSet fonts(test::noto_manifest(), std::make_shared<FontFiles>());
    Request request = test::request_for("abc\n(1");
    request.direction = Direction::RightToLeft;
    const auto stretches = itemize(join_spans(request.spans), request, fonts);
    ASSERT_GE(stretches.size(), 3u);
    EXPECT_EQ(stretches[0].level, 2);
    EXPECT_EQ(stretches[1].level, 1);
}

/// Pieces of a text with the families that they are set in: `a[Noto Sans]、[Jpan]`.
std::string families_in(std::string_view utf8, std::string_view language) {
    FontSet fonts(test::noto_manifest_with_han(), std::make_shared<FontFiles>());
    const Request request = test::request_for(utf8, language);
    std::string shown;
    const OpenFont* last = nullptr;
    for (const Stretch& stretch : itemize(join_spans(request.spans), request, fonts)) {
        if (last && stretch.font != last) shown += '[' + last->face->family + ']';
        shown += utf8.substr(stretch.begin, stretch.end - stretch.begin);
        last = stretch.font;
    }
    return shown + '[' + (last ? last->face->family : "none") + ']';
}

TEST(Itemize, SetsPunctuationOfFullWidthInTheFaceOfTheLanguage) {
    EXPECT_EQ(families_in("XMPP／Matrix", "ja"), "XMPP[Noto Sans]／[Jpan]Matrix[Noto Sans]");
    EXPECT_EQ(families_in("：", "zh-Hant"), "：[Hant]");
    EXPECT_EQ(families_in("「a」", "ko"), "「[Kore]a[Noto Sans]」[Kore]");
    EXPECT_EQ(families_in("（", "zh"), "（[Hans]");
}

TEST(Itemize, SetsACrossByItselfInTheFaceOfCirclesAndTriangles) {
    EXPECT_EQ(families_in("×", "ja"),
              "×[" + families_in("○", "ja").substr(std::string("○[").size()));
    EXPECT_EQ(families_in("×", "en"), "×[Noto Sans]");
    EXPECT_EQ(families_in("5 × 3", "ja"), "5 × 3[Noto Sans]");
}

TEST(Itemize, SetsQuotesAndDashesAmongHanInTheirFace) {
    EXPECT_EQ(families_in("说“好”……是——书", "zh"), "说“好”……是——书[Hans]");
    EXPECT_EQ(families_in("“비밀” 대화…", "ko"),
              "“[Noto Sans]비밀[Kore]” [Noto Sans]대화[Kore]…[Noto Sans]");
    EXPECT_EQ(families_in("“a” – don’t", "zh"), "“a” – don’t[Noto Sans]");
    EXPECT_EQ(families_in("书 · b", "en"), "书 [Hans]· b[Noto Sans]") << "as between other words";
}

TEST(Itemize, TakesASignFromTheFaceThatHasIt) {
    for (const char* sign : {"≠", "=\u0338", "≮", "≯"}) {
        EXPECT_EQ(families_in("a" + std::string(sign) + "b", "en"),
                  "a[Noto Sans]" + std::string(sign) + "[Noto Sans Math]b[Noto Sans]");
    }
    for (const char* letters : {"ṩ", "s\u0323\u0307", "ǖ", "u\u0308\u0304", "ằ", "x\u030c"})
        EXPECT_EQ(families_in(letters, "vi"), std::string(letters) + "[Noto Sans]");
}

TEST(Itemize, LeavesASignWithoutAFaceThatEveryFaceWouldDistort) {
    auto manifest = test::noto_manifest();
    manifest->families.erase(manifest->families.begin() + 1);
    FontSet fonts(manifest, std::make_shared<FontFiles>());
    for (const char* sign : {"≠", "=\u0338"}) {
        const Request request = test::request_for(sign);
        EXPECT_FALSE(itemize(join_spans(request.spans), request, fonts).at(0).font);
    }
}

TEST(Itemize, LeavesAnUnknownFamilyWithoutAFace) {
    FontSet fonts(test::noto_manifest(), std::make_shared<FontFiles>());
    const Request request{.spans = {{"abc", {"Helvetica"}}}};
    const auto stretches = itemize(join_spans(request.spans), request, fonts);
    ASSERT_EQ(stretches.size(), 1u);
    EXPECT_FALSE(stretches[0].font);
}

}  // namespace
}  // namespace broadside::text
