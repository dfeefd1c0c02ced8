#include "broadside/model/text_slots.hpp"

#include <gmock/gmock.h>

namespace broadside::model {
namespace {

using ::testing::ElementsAre;

std::vector<TextSlot> text_slots(const Dataset& dataset) {
    std::vector<TextSlot> slots;
    visit_texts(dataset, [&slots](const TextSlot& slot) { slots.push_back(slot); });
    return slots;
}

std::vector<std::string> keys(const Dataset& dataset) {
    std::vector<std::string> keys;
    for (const TextSlot& slot : text_slots(dataset)) keys.push_back(slot.key);
    return keys;
}

Dataset one_row(ColumnKind kind, Cell cell) {
    Dataset dataset;
    dataset.columns.resize(1);
    dataset.columns[0].id = "place";
    dataset.columns[0].kind = kind;
    dataset.sections.resize(1);
    dataset.sections[0].rows.resize(1);
    dataset.sections[0].rows[0].id = "olive";
    dataset.sections[0].rows[0].cells = std::vector<Cell>{std::move(cell)};
    return dataset;
}

TEST(TextSlots, NamesTextsByIdsAlone) {
    Dataset dataset;
    dataset.title.text = "Lunch";
    dataset.notes = {{"cash", {"Cash only.", {}}}};
    dataset.sections.resize(1);
    dataset.sections[0].id = "sit";
    dataset.sections[0].title.text = "To sit down";
    dataset.texts["intro"].text = "Where we went.";
    EXPECT_THAT(keys(dataset),
                ElementsAre("title", "notes/cash/text", "sections/sit/title", "texts/intro"));
}

TEST(TextSlots, LeavesOutWhatTheAuthorLeftOut) {
    Dataset dataset;
    EXPECT_THAT(keys(dataset), ElementsAre());
}

TEST(TextSlots, NamesARowWithoutItsSection) {
    Cell cell;
    cell.names = std::vector<Text>{{"Olive", {}}, {"Tree", {}}};
    Dataset dataset = one_row(ColumnKind::Name, cell);
    dataset.sections[0].id = "sit";
    EXPECT_THAT(keys(dataset), ElementsAre("rows/olive/place/names/0", "rows/olive/place/names/1"));
}

TEST(TextSlots, TakesABareWordForTheOnlyTextOfACell) {
    Cell cell;
    cell.text.edit().text = "free";
    Dataset dataset = one_row(ColumnKind::Plain, cell);
    EXPECT_EQ(text_slots(dataset).front().short_key, "rows/olive/place");
    EXPECT_EQ(text_slots(dataset).front().form, TextForm::Literal);
}

TEST(TextSlots, KeepsNamesOfAColumnFromTranslators) {
    Cell cell;
    cell.names = std::vector<Text>{{"Olive", {}}};
    cell.extras.edit().detail.edit().text = "by the river";
    Dataset dataset = one_row(ColumnKind::Name, cell);
    dataset.columns[0].translate = TranslatedParts::None;
    dataset.sections[0].rows[0].cells.edit()[0].translate = TranslatedParts::Detail;
    EXPECT_FALSE(text_slots(dataset)[0].translate);
    EXPECT_TRUE(text_slots(dataset)[1].translate);
    dataset.columns[0].translate = TranslatedParts::Detail;
    dataset.sections[0].rows[0].cells.edit()[0].translate.reset();
    EXPECT_FALSE(text_slots(dataset)[0].translate);
    EXPECT_TRUE(text_slots(dataset)[1].translate);
}

TEST(TextSlots, NamesASpannerByItsFirstColumn) {
    Dataset dataset;
    dataset.spanners = {{{}, {"Licence", {}}, {{"server", {}}, {"client", {}}}}};
    EXPECT_THAT(keys(dataset), ElementsAre("spanners/server/title"));
}

TEST(TextSlots, ReplacesATextInOneDatasetOfThoseThatShareIt) {
    Cell cell;
    cell.names = std::vector<Text>{{"Olive", {}}, {"Tree", {}}};
    Dataset dataset = one_row(ColumnKind::Name, cell);
    dataset.title.text = "Lunch";
    Dataset german = dataset;
    const Text title{"Mittagessen", {}}, name{"Baum", {}};
    replace_texts(german, [&](const TextSlot& slot) {
        return slot.key == "title" ? &title : slot.key.ends_with("/1") ? &name : nullptr;
    });
    const auto texts = [](const Dataset& of) {
        std::vector<std::string> texts;
        for (const TextSlot& slot : text_slots(of)) texts.push_back(slot.text->text);
        return texts;
    };
    EXPECT_THAT(texts(german), ElementsAre("Mittagessen", "Olive", "Baum"));
    EXPECT_THAT(texts(dataset), ElementsAre("Lunch", "Olive", "Tree"));
}

}  // namespace
}  // namespace broadside::model
