#include "broadside/resolve/legend.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/table_setting.hpp"

namespace broadside::resolve {
namespace {

using test::row;
using test::value_cell;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<doc::LegendGroup> groups_of(const model::Project& project) {
    Problems problems("dataset.json");
    return build_legend(project, tables_of(project), {}, problems).groups;
}

std::vector<std::string> samples_of(const doc::LegendGroup& group) {
    std::vector<std::string> samples;
    for (const doc::Paragraph& sample : group.sample) samples.push_back(test::text_of(sample));
    return samples;
}

TEST(BuildLegend, ListsUsedSymbolsInTheOrderOfTheVocabulary) {
    const auto groups =
        groups_of(test::project_of({row("a", {{"encryption", value_cell("no")}}),
                                    row("b", {{"encryption", value_cell("yes")}})}));
    ASSERT_THAT(groups, SizeIs(1));
    EXPECT_EQ(test::text_of(groups[0].heading), "Encryption");
    ASSERT_THAT(groups[0].entries, SizeIs(2));
    EXPECT_EQ(test::text_of(groups[0].entries[0].label), "encrypted");
    EXPECT_EQ(groups[0].entries[0].symbol->alt, "");
    EXPECT_EQ(groups[0].entries[1].symbol->drawing->name, "open");
}

TEST(BuildLegend, ShowsSymbolsOnWhatFillsTheirCells) {
    model::Project project = test::project_of({row("a", {{"encryption", value_cell("no")}})});
    auto& block = std::get<model::TableBlock>(project.layout.blocks[0].kind);
    const auto drawing = [&](model::CellFill fill) {
        block.fill = fill;
        return *groups_of(project)[0].entries[0].symbol->drawing;
    };
    const Drawing alone = drawing(model::CellFill::None);
    const BandStyle bad = band_style(project.layout, model::Tone::Bad);
    for (const auto& [fill, behind] :
         {std::pair(model::CellFill::Tint, bad.tint), std::pair(model::CellFill::Solid, bad.bar)}) {
        const Drawing on_plate = drawing(fill);
        EXPECT_THAT(on_plate.name, ::testing::EndsWith("-open"));
        ASSERT_EQ(on_plate.shapes.size(), alone.shapes.size() + 2) << "the patch and its edge";
        EXPECT_EQ(std::get<Colour>(*on_plate.shapes[0].fill), behind);
    }
}

TEST(BuildLegend, SetsCodesThatCanBeReadBesideThePatchesOfLightTones) {
    model::Project project = test::project_of({row("a", {{"encryption", value_cell("none")}})});
    model::Value& value = project.dataset.vocabularies[0].values.back();
    value.text.text = "x";
    value.tone = model::Tone::Bad;
    auto& table = std::get<model::TableBlock>(project.layout.blocks[0].kind);
    const auto code = [&](const char* tone, model::CellFill fill) {
        table.fill = fill;
        project.layout.palette[model::ink_of(value.tone)] = *parse_colour(tone);
        return to_string(groups_of(project)[0].entries[0].code.spans[0].style.colour);
    };
    const std::string ink = to_string(project.layout.palette[PaletteColour::Ink]);
    EXPECT_EQ(code("#884400", model::CellFill::Solid), "#884400");
    EXPECT_EQ(code("#f2b200", model::CellFill::Solid), ink);
    EXPECT_EQ(code("#f2b200", model::CellFill::None), "#f2b200") << "nothing else shows it";
    value.tone = model::Tone::Neutral;
    EXPECT_EQ(code("#f2b200", model::CellFill::None), ink) << "as words are in cells";
}

TEST(BuildLegend, LeavesOutValuesWithoutSymbolAndValuesOfColumnsNotPrinted) {
    model::Project project = test::project_of({row("a", {{"encryption", value_cell("none")}}),
                                               row("b", {{"encryption", value_cell("yes")}})});
    EXPECT_THAT(groups_of(project)[0].entries, SizeIs(1));
    std::get<model::TableBlock>(project.layout.blocks[0].kind).select_columns = {
        test::reference("system")};
    EXPECT_THAT(groups_of(project), IsEmpty());
}

TEST(BuildLegend, ExplainsCodesButNoDash) {
    model::Project project = test::project_of({row("a", {{"encryption", value_cell("none")}})});
    auto& none = project.dataset.vocabularies[0].values.back();
    none.text.text = "–";
    EXPECT_THAT(groups_of(project), IsEmpty());
    none.text.text = "x";
    const auto groups = groups_of(project);
    ASSERT_THAT(groups, SizeIs(1));
    ASSERT_THAT(groups[0].entries, SizeIs(1));
    EXPECT_FALSE(groups[0].entries[0].symbol);
    EXPECT_EQ(test::text_of(groups[0].entries[0].code), "x");
    EXPECT_EQ(test::text_of(groups[0].entries[0].label), none.label.text);
}

TEST(BuildLegend, ShowsDashesOnWhatFillsTheirCells) {
    model::Project project = test::project_of({row("a", {{"encryption", value_cell("none")}})});
    project.dataset.vocabularies[0].values.back().text.text = "–";
    auto& table = std::get<model::TableBlock>(project.layout.blocks[0].kind);
    const auto drawing = [&](model::CellFill fill) {
        table.fill = fill;
        return *groups_of(project)[0].entries[0].symbol->drawing;
    };
    for (const model::CellFill fill : {model::CellFill::Tint, model::CellFill::Solid}) {
        const Drawing patch = drawing(fill);
        EXPECT_THAT(patch.name, ::testing::EndsWith("-dash"));
        EXPECT_THAT(patch.shapes, SizeIs(3)) << "the patch, its edge and the dash";
    }
    table.kinds[model::ColumnKind::Symbol].hides_words = true;
    EXPECT_THAT(drawing(model::CellFill::Tint).shapes, SizeIs(2)) << "as cells look";
}

TEST(BuildLegend, ExplainsAllShortTextsWhereHalfAreCodes) {
    model::Project project = test::project_of({row("a", {{"encryption", value_cell("none")}}),
                                               row("b", {{"encryption", value_cell("half")}})});
    auto& values = project.dataset.vocabularies[0].values;
    values.push_back(test::value("half", "half of it", "", model::Tone::Fair));
    auto& none = values[values.size() - 2];
    const auto count = [&](const char* text, const char* other) {
        none.text.text = text;
        values.back().text.text = other;
        const auto groups = groups_of(project);
        return groups.empty() ? 0 : groups[0].entries.size();
    };
    EXPECT_EQ(count("no", "partly"), 2U);
    EXPECT_EQ(count("n/a.", "partly"), 2U) << "an abbreviation";
    EXPECT_EQ(count("नहीं", "आंशिक"), 2U) << "two letters with their marks";
    EXPECT_EQ(count("never", "partly"), 0U) << "words";
}

TEST(BuildLegend, ExplainsTheSameSymbolAndLabelOnce) {
    model::Project project = test::project_of(
        {row("a", {{"encryption", value_cell("yes")}, {"backup", value_cell("yes")}})});
    project.dataset.vocabularies.push_back(project.dataset.vocabularies[0]);
    project.dataset.vocabularies.back().id = "lock2";
    project.dataset.columns.push_back(test::column("backup", model::ColumnKind::Symbol, "lock2"));
    EXPECT_THAT(groups_of(project), SizeIs(1));
}

TEST(BuildLegend, ShowsTheSampleInsideTheBand) {
    model::Project project = test::project_of({row("a", {})});
    project.dataset.bands = {test::band("best", "Recommended"), test::band("unused", "Unused")};
    project.dataset.sections[0].rows[0].band = test::reference("best");
    project.dataset.columns[0].sample = test::name_cell({"System"}, "Examples");
    const auto groups = groups_of(project);
    ASSERT_THAT(groups, SizeIs(1));
    EXPECT_EQ(groups[0].band->bar, test::kGood);
    EXPECT_EQ(groups[0].badge->alt, "");
    EXPECT_THAT(samples_of(groups[0]), ElementsAre("Recommended", "System", "Examples"));
    EXPECT_EQ(groups[0].sample[0].spans[0].style.weight, kBoldWeight);
}

TEST(BuildLegend, ShowsTheSampleBeforeSeveralBands) {
    model::Project project = test::project_of({row("a", {}), row("b", {})});
    project.dataset.bands = {test::band("best", "Recommended"), test::band("fair", "Cheap")};
    project.dataset.sections[0].rows[0].band = test::reference("best");
    project.dataset.sections[0].rows[1].band = test::reference("fair");
    project.dataset.columns[0].sample = test::name_cell({"System"}, "Examples");
    const auto groups = groups_of(project);
    ASSERT_THAT(groups, SizeIs(3));
    EXPECT_FALSE(groups[0].band);
    EXPECT_THAT(samples_of(groups[0]), ElementsAre("System", "Examples"));
    EXPECT_THAT(samples_of(groups[1]), ElementsAre("Recommended"));
    EXPECT_THAT(samples_of(groups[2]), ElementsAre("Cheap"));
}

TEST(BuildLegend, ShowsTheSampleWithoutAnyBand) {
    model::Project project = test::project_of({row("a", {})});
    project.dataset.columns[0].sample = test::name_cell({"System"});
    const auto groups = groups_of(project);
    ASSERT_THAT(groups, SizeIs(1));
    EXPECT_FALSE(groups[0].band);
    EXPECT_THAT(samples_of(groups[0]), ElementsAre("System"));
}

}  // namespace
}  // namespace broadside::resolve
