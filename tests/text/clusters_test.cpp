#include "broadside/text/clusters.hpp"

#include <gmock/gmock.h>

#include "broadside/text/breaks.hpp"
#include "text/test_fonts.hpp"

namespace broadside::text {
namespace {

using testing::ElementsAre;

Shaped shaped_from(const Request& request) {
    FontSet fonts(test::noto_manifest_with_arabic(), std::make_shared<FontFiles>());
    const HarfBuzzBuffer buffer(hb_buffer_create());
    const Paragraph paragraph = join_spans(request.spans);
    const auto breaks = find_breaks(paragraph, request.language);
    Shaped shaped;
    shaped.utf8 = paragraph.utf8;
    for (const Stretch& stretch : itemize(paragraph, request, fonts)) {
        append_stretch(shaped, {paragraph, request, breaks}, stretch, buffer.get());
    }
    return shaped;
}

std::vector<std::string> texts_of(const Shaped& shaped) {
    std::vector<std::string> texts;
    for (const Cluster& cluster : shaped.clusters) {
        texts.push_back(shaped.utf8.substr(cluster.text_begin, cluster.text_size));
    }
    return texts;
}

TEST(AppendStretch, MeasuresInEm) {
    const Shaped shaped = shaped_from(test::request_for("n"));
    ASSERT_EQ(shaped.clusters.size(), 1u);
    EXPECT_NEAR(shaped.clusters[0].advance, 0.618, 1e-9);
    EXPECT_NEAR(shaped.glyphs[0].advance, 0.618, 1e-9);
}

TEST(AppendStretch, KernsPairs) {
    const Shaped pair = shaped_from(test::request_for("AV"));
    const Shaped single = shaped_from(test::request_for("A"));
    EXPECT_LT(pair.clusters[0].advance, single.clusters[0].advance - 0.01);
}

TEST(AppendStretch, KeepsMarksInTheClusterOfTheirBase) {
    const Shaped shaped = shaped_from(test::request_for("x\u0323\u0301y"));
    EXPECT_THAT(texts_of(shaped), ElementsAre("x\u0323\u0301", "y"));
    EXPECT_EQ(shaped.clusters[0].glyph_count, 3u);
    EXPECT_EQ(shaped.clusters[1].glyph_begin, 3u);
}

TEST(AppendStretch, KeepsALigatureInOneCluster) {
    const Shaped shaped = shaped_from(test::request_for("لا", "ar"));
    ASSERT_EQ(shaped.clusters.size(), 1u);
    EXPECT_EQ(shaped.clusters[0].text_size, 4u);
    EXPECT_TRUE(shaped.missing.empty());
}

TEST(AppendStretch, TiesNoLigatureOverAPlaceForAHyphen) {
    EXPECT_THAT(texts_of(shaped_from(test::request_for("affre"))),
                ElementsAre("a", "ff", "r", "e"));
    EXPECT_THAT(texts_of(shaped_from(test::request_for("af\u00adfre"))),
                ElementsAre("a", "f", "\u00ad", "f", "r", "e"));
}

TEST(AppendStretch, OrdersClustersLogicallyWhenRightToLeft) {
    const Shaped shaped = shaped_from(test::request_for("שלם", "he"));
    EXPECT_THAT(texts_of(shaped), ElementsAre("ש", "ל", "ם"));
    EXPECT_EQ(shaped.items[0].bidi_level, 1);
    EXPECT_EQ(shaped.items[0].face->family, "Noto Sans Hebrew");
    const Shaped first = shaped_from(test::request_for("ש", "he"));
    EXPECT_EQ(shaped.glyphs[shaped.clusters[0].glyph_begin].id, first.glyphs[0].id);
}

TEST(AppendStretch, HidesCharactersWithoutAShape) {
    const Shaped shaped = shaped_from(test::request_for("a\u00adb\nc"));
    EXPECT_THAT(texts_of(shaped), ElementsAre("a", "\u00ad", "b", "\n", "c"));
    for (const std::size_t hidden : {1u, 3u}) {
        EXPECT_TRUE(shaped.clusters[hidden].is_hidden);
        EXPECT_EQ(shaped.clusters[hidden].glyph_count, 0u);
        EXPECT_EQ(shaped.clusters[hidden].advance, 0);
    }
    EXPECT_TRUE(shaped.missing.empty());
}

TEST(AppendStretch, LetsOnlyOrdinarySpacesHang) {
    const Shaped shaped = shaped_from(test::request_for("a \u00a0\u202fb"));
    EXPECT_TRUE(shaped.clusters[1].is_space);
    EXPECT_FALSE(shaped.clusters[2].is_space);
    EXPECT_FALSE(shaped.clusters[3].is_space);
    EXPECT_GT(shaped.clusters[3].advance, 0);
}

TEST(AppendStretch, ReportsMissingCharactersOnce) {
    const Shaped shaped = shaped_from(test::request_for("a漢b漢字", "ja"));
    EXPECT_THAT(shaped.missing, ElementsAre(U'漢', U'字'));
    EXPECT_EQ(shaped.glyphs.size(), 2u);
    EXPECT_EQ(shaped.clusters.size(), 5u);
}

TEST(AppendStretch, ReportsEveryCharacterWithoutAFace) {
    const Shaped shaped = shaped_from({.spans = {{"a b", {"Helvetica", 300}}}});
    EXPECT_THAT(shaped.missing, ElementsAre(U'a', U'b'));
    EXPECT_TRUE(shaped.glyphs.empty());
    EXPECT_EQ(shaped.items[0].face->family, "Helvetica");
}

}  // namespace
}  // namespace broadside::text
