#include "broadside/text/pango_shaper.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <thread>

#include "text/test_fonts.hpp"

namespace broadside::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::unique_ptr<Shaper> noto_shaper() {
    return make_pango_shaper(test::noto_manifest_with_arabic()).value();
}

/// Glyphs and advances as text, for comparing whole answers.
std::string print(const Shaped& shaped) {
    std::string printed;
    for (const Cluster& cluster : shaped.clusters) {
        printed += std::to_string(cluster.text_begin) + ':' + std::to_string(cluster.advance) + ' ';
    }
    for (const Glyph& glyph : shaped.glyphs) printed += std::to_string(glyph.id) + ' ';
    return printed;
}

TEST(PangoShaper, ShapesAFrenchSentenceCompletely) {
    const std::string text = "Système : «\u202fouvert\u202f», 100\u00a0% — vérifié…";
    const auto shaped = noto_shaper()->shape(test::request_for(text));
    EXPECT_EQ(shaped->utf8, text);
    EXPECT_THAT(shaped->missing, IsEmpty());
    EXPECT_EQ(shaped->clusters.back().break_after, Break::Mandatory);
    EXPECT_EQ(shaped->items.size(), 1u);
}

TEST(PangoShaper, CoversTheTextWithClusters) {
    const auto shaped = noto_shaper()->shape(test::request_for("né\u00ade \n לא e\u0301 漢", "he"));
    std::uint32_t text = 0, glyphs = 0;
    for (const Cluster& cluster : shaped->clusters) {
        EXPECT_EQ(cluster.text_begin, text);
        EXPECT_EQ(cluster.glyph_begin, glyphs);
        text += cluster.text_size;
        glyphs += cluster.glyph_count;
    }
    EXPECT_EQ(text, shaped->utf8.size());
    EXPECT_EQ(glyphs, shaped->glyphs.size());
}

TEST(PangoShaper, KeepsTheAnswerOfTheSameRequestAlone) {
    const auto shaper = noto_shaper();
    const Request base{.spans = {{"ab", {"Noto Sans"}}, {"c", {"Noto Sans"}}}, .language = "fr"};
    EXPECT_EQ(shaper->shape(base), shaper->shape(Request(base)));
    std::vector<Request> others(7, base);
    others[0].spans[0].text = "b";
    others[1].spans[0].font.weight = kBoldWeight;
    others[2].spans[0].font.slant = FontSlant::Italic;
    others[3].language = "de";
    others[4].direction = Direction::RightToLeft;
    others[5].hyphenation = Hyphenation::On;
    others[6].spans = {{"a", {"Noto Sans"}}, {"bc", {"Noto Sans"}}};
    for (const Request& other : others) EXPECT_NE(shaper->shape(other), shaper->shape(base));
}

TEST(PangoShaper, UsesTheFaceThatEachSpanAsksFor) {
    const auto shaped =
        noto_shaper()->shape({.spans = {{"a", {"Noto Sans"}}, {"a", {"Noto Sans", kBoldWeight}}}});
    ASSERT_EQ(shaped->items.size(), 2u);
    EXPECT_EQ(shaped->items[1].face->weight, kBoldWeight);
    EXPECT_LT(shaped->clusters[0].advance, shaped->clusters[1].advance);
    EXPECT_GT(shaped->items[0].hyphen.advance, 0);
}

TEST(PangoShaper, HyphenatesOnlyWhenAsked) {
    const auto shaper = noto_shaper();
    const auto hyphens = [&](Hyphenation hyphenation) {
        Request request = test::request_for("chiffrement");
        request.hyphenation = hyphenation;
        const auto shaped = shaper->shape(request);
        return std::count_if(shaped->clusters.begin(), shaped->clusters.end(),
                             [](const Cluster& c) { return c.break_after == Break::Hyphen; });
    };
    EXPECT_EQ(hyphens(Hyphenation::On), 2);
    EXPECT_EQ(hyphens(Hyphenation::Off), 0);
}

TEST(PangoShaper, TakesTheBaseDirectionFromTheRequest) {
    Request request = test::request_for("abc");
    request.direction = Direction::RightToLeft;
    EXPECT_EQ(noto_shaper()->shape(request)->items[0].bidi_level, 2);
    EXPECT_EQ(noto_shaper()->shape(test::request_for("אב", "he"))->items[0].bidi_level, 1);
}

TEST(PangoShaper, ReportsTextThatNoFamilyCanShow) {
    const auto shaper = make_pango_shaper(test::noto_manifest()).value();
    EXPECT_THAT(shaper->shape(test::request_for("سا", "ar"))->missing, ElementsAre(U'س', U'ا'));
}

TEST(PangoShaper, KeepsItsAnswers) {
    const auto shaper = noto_shaper();
    EXPECT_EQ(shaper->shape(test::request_for("a")), shaper->shape(test::request_for("a")));
}

TEST(PangoShaper, LetsGoOfWhatOnlyEarlierPagesSay) {
    const auto shaper = noto_shaper();
    const auto common = shaper->shape(test::request_for("on every page"));
    const std::weak_ptr<const Shaped> first = shaper->shape(test::request_for("page 0"));
    for (int page = 1; page < 200; ++page) {
        shaper->begin_pages();
        const std::string text = std::string(500, 'a') + std::to_string(page);
        shaper->shape(test::request_for(text));
        EXPECT_EQ(shaper->shape(test::request_for("on every page")), common);
    }
    EXPECT_TRUE(first.expired());
}

TEST(PangoShaper, AnswersAnEmptyTextWithNothing) {
    const auto shaper = noto_shaper();
    EXPECT_THAT(shaper->shape({})->clusters, IsEmpty());
    EXPECT_THAT(shaper->shape(test::request_for(""))->items, IsEmpty());
}

TEST(PangoShaper, HandsOutFacesForMetrics) {
    const auto shaper = noto_shaper();
    ASSERT_TRUE(shaper->face({"Noto Sans", kBoldWeight}));
    EXPECT_GT(shaper->face({"Noto Sans", kBoldWeight})->metrics.cap_height, 0.7);
    EXPECT_FALSE(shaper->face({"Noto Sans", 300}));
}

TEST(PangoShaper, AnswersAlikeInSeveralThreads) {
    const auto manifest = test::noto_manifest_with_arabic();
    std::vector<std::string> answers(4);
    std::vector<std::thread> threads;
    for (std::string& answer : answers) {
        threads.emplace_back([&answer, manifest] {
            const auto shaper = make_pango_shaper(manifest).value();
            for (int i = 0; i < 50; ++i) {
                const std::string text = "Né en " + std::to_string(i) + " \u2212 שלום سلام";
                answer += print(*shaper->shape(test::request_for(text)));
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& answer : answers) EXPECT_EQ(answer, answers[0]);
}

TEST(PangoShaper, NamesTheFilesThatATextNeedsAndThatCannotBeRead) {
    auto manifest = test::noto_manifest();
    manifest->families[2].files[0].file = "/nowhere/hebrew.ttf";
    manifest->hyphenation["fr"] = {"/nowhere/hyph_fr.dic", "hyphen-fr"};
    const auto shaper = make_pango_shaper(manifest).value();
    Request request = test::request_for("chiffrement");
    EXPECT_THAT(shaper->shape(request)->unreadable, IsEmpty());
    request.hyphenation = Hyphenation::On;
    EXPECT_THAT(shaper->shape(request)->unreadable,
                ElementsAre(UnreadableFile{
                    "/nowhere/hyph_fr.dic", "hyphen-fr", "No such file or directory", {}}));
    EXPECT_THAT(shaper->shape(test::request_for("שלום", "he"))->unreadable,
                ElementsAre(UnreadableFile{
                    "/nowhere/hebrew.ttf", "fonts-noto-core", "No such file or directory", {}}));
}

TEST(PangoShaper, SetsAScaledFaceInEmOfTheStyle) {
    auto manifest = test::noto_manifest();
    const auto full = make_pango_shaper(manifest).value()->shape(test::request_for("שלום"));
    manifest->families[2].scale = 0.5;
    const auto half = make_pango_shaper(manifest).value()->shape(test::request_for("שלום"));
    EXPECT_DOUBLE_EQ(half->clusters[0].advance, full->clusters[0].advance / 2);
    EXPECT_DOUBLE_EQ(half->items[0].face->scale, 0.5);
}

TEST(MakePangoShaper, FailsWithoutAnyFont) {
    EXPECT_EQ(make_pango_shaper(std::make_shared<FontManifest>()).diagnostics()[0].code,
              "no-fonts");
}

TEST(PangoShaper, StacksSquaresInTheirFormsOfVerticalText) {
    Request request = test::request_for("ページ（小）", "ja");
    const auto shaper = make_pango_shaper(test::noto_manifest_with_han()).value();
    const auto level = shaper->shape(request);
    request.is_stacked = true;
    const auto stacked = shaper->shape(request);
    ASSERT_EQ(level->clusters.size(), 6u);
    ASSERT_EQ(stacked->clusters.size(), 6u);
    const auto glyph = [](const Shaped& shaped, std::size_t cluster) {
        return shaped.glyphs.at(shaped.clusters[cluster].glyph_begin).id;
    };
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(stacked->clusters[i].break_after, Break::Allowed);
    EXPECT_NE(glyph(*level, 1), glyph(*stacked, 1)) << "the long vowel runs downwards";
    EXPECT_NE(glyph(*level, 3), glyph(*stacked, 3)) << "a bracket lies on the character below it";
    EXPECT_EQ(glyph(*level, 4), glyph(*stacked, 4)) << "a character stands as ever";
}

}  // namespace
}  // namespace broadside::text
