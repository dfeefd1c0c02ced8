#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

#include "broadside/base/colour.hpp"
#include "broadside/load/load.hpp"

/// WCAG 2.2, success criterion 1.4.3, level AA: words of every colour of every layout that comes
/// with the program, on every fill that they may stand on, on a light page and on a dark one.
namespace broadside::emit {
namespace {

constexpr double kReadable = 4.5;

std::vector<std::filesystem::path> shipped_layouts() {
    std::vector<std::filesystem::path> paths;
    const std::filesystem::path top(BROADSIDE_SOURCE_DIR);
    std::vector<std::filesystem::path> folders{top / "layouts"};
    for (const auto& dataset : std::filesystem::directory_iterator(top / "data"))
        folders.push_back(dataset.path() / "layouts");
    for (const auto& folder : folders) {
        if (!std::filesystem::exists(folder)) continue;
        for (const auto& file : std::filesystem::directory_iterator(folder)) {
            if (file.path().extension() == ".json") paths.push_back(file.path());
        }
    }
    return paths;
}

model::Layout layout_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    const std::string json{std::istreambuf_iterator<char>(file), {}};
    return load::load_layout({path.string(), json}).value();
}

struct Pair {
    Colour words, fill;
};

std::vector<Pair> pairs_of(const model::Layout& layout) {
    const model::Palette& palette = layout.palette;
    std::vector<Colour> inks{palette[PaletteColour::Ink], palette[PaletteColour::Muted],
                             palette[PaletteColour::Link]};
    std::vector<Colour> fills{palette[PaletteColour::Paper], palette[PaletteColour::Stripe],
                              palette[PaletteColour::Emphasis]};
    std::vector<Pair> pairs{
        {palette[PaletteColour::SectionInk], palette[PaletteColour::SectionFill]},
        {palette[PaletteColour::SectionDetail], palette[PaletteColour::SectionFill]}};
    for (const auto& [word, tone] : model::kTones) {
        inks.push_back(palette[ink_of(tone)]);
        fills.push_back(palette[tint_of(tone)]);
        pairs.push_back({palette[PaletteColour::Paper], inks.back()});
    }
    for (const auto& [role, style] : layout.styles) {
        const bool is_on_bar =
            role == model::StyleRole::Section || role == model::StyleRole::SectionDetail;
        if (is_on_bar)
            pairs.push_back({style.colour, palette[PaletteColour::SectionFill]});
        else
            inks.push_back(style.colour);
    }
    for (const Colour& ink : inks) {
        for (const Colour& fill : fills) pairs.push_back({ink, fill});
    }
    return pairs;
}

TEST(Contrast, IsEnoughForWordsOnEveryFillOfEveryLayout) {
    const auto layouts = shipped_layouts();
    EXPECT_GE(layouts.size(), 10u);
    for (const auto& path : layouts) {
        for (const auto& [words, fill] : pairs_of(layout_of(path))) {
            EXPECT_GE(contrast(words, fill), kReadable)
                << path << ": " << to_string(words) << " on " << to_string(fill);
            EXPECT_GE(contrast(in_the_dark(words), in_the_dark(fill)), kReadable)
                << path << ", in the dark: " << to_string(words) << " on " << to_string(fill);
        }
    }
}

/// Of 255: as far as pale tints must be from each other to be told apart on paper.
TEST(Contrast, TellsTintsOfTheDefaultPaletteApart) {
    const auto layout = load::load_layout(
        {"a.json", R"({"format": 1, "name": "a", "blocks": [{"kind": "table"}]})"});
    ASSERT_TRUE(layout);
    const model::Palette& palette = layout.value().palette;
    for (const auto& [word, tone] : model::kTones) {
        for (const auto& [other_word, other] : model::kTones) {
            const Colour a = palette[tint_of(tone)], b = palette[tint_of(other)];
            const double distance = std::hypot(a.red - b.red, a.green - b.green, a.blue - b.blue);
            EXPECT_GT(distance, tone == other ? -1 : 14) << word << " and " << other_word;
        }
    }
}

TEST(Contrast, MakesPagesDarkAndKeepsHues) {
    const Colour paper = in_the_dark({255, 255, 255}), ink = in_the_dark({0, 0, 0});
    EXPECT_LT(luminance(paper), 0.02);
    EXPECT_GT(luminance(ink), 0.8);
    const Colour green = in_the_dark({0x17, 0x66, 0x3a});
    EXPECT_GT(green.green, green.red);
    EXPECT_GT(green.green, green.blue);
}

}  // namespace
}  // namespace broadside::emit
