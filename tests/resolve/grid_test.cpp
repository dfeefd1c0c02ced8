#include "broadside/resolve/grid.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/resolve/column_looks.hpp"
#include "broadside/resolve/columns.hpp"
#include "resolve/table_setting.hpp"

namespace broadside::resolve {
namespace {

using test::cell_at;
using test::name_cell;
using test::row;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

model::Row in_band(model::Row row) {
    row.band = test::reference("best");
    return row;
}

model::Project banded(std::vector<model::Row> rows) {
    model::Project project = test::project_of(std::move(rows));
    project.dataset.bands = {test::band("best", "Recommended")};
    return project;
}

TEST(BuildGrid, HeadsColumnsInOneRow) {
    const doc::Grid grid = grid_of(test::project_of({row("a", {})}));
    ASSERT_EQ(grid.rows.size(), 2u);
    EXPECT_EQ(grid.rows[0].kind, RowKind::Header);
    EXPECT_EQ(cell_at(grid, 0, 1).scope, HeaderScope::Column);
    EXPECT_THAT(test::texts_of(cell_at(grid, 0, 1).content), ElementsAre("structure"));
    EXPECT_EQ(cell_at(grid, 0, 2).alignment, Alignment::Centre);
}

TEST(BuildGrid, HeadsColumnsInTwoRowsUnderSpanners) {
    model::Project project = test::project_of({row("a", {})});
    project.dataset.spanners = {
        {{}, test::words("Facts"), {test::reference("encryption"), test::reference("place")}}};
    const doc::Grid grid = grid_of(project);
    EXPECT_EQ(cell_at(grid, 0, 0).row_span, 2u);
    EXPECT_EQ(cell_at(grid, 0, 2).scope, HeaderScope::ColumnGroup);
    EXPECT_EQ(cell_at(grid, 0, 2).column_span, 2u);
    EXPECT_THAT(test::texts_of(cell_at(grid, 1, 3).content), ElementsAre("place"));
    EXPECT_EQ(grid.rows[2].kind, RowKind::Body);
}

TEST(BuildGrid, SetsNotesOnColumnTitles) {
    model::Project project = test::project_of({row("a", {})});
    project.dataset.notes = {test::note("A", "first")};
    project.dataset.columns[3].notes = {test::reference("A")};
    EXPECT_THAT(test::texts_of(cell_at(grid_of(project), 0, 3).content),
                ElementsAre("place\u202f(A)"));
}

TEST(BuildGrid, SpansSectionTitlesOverAllColumns) {
    model::Project project = test::project_of({row("a", {})});
    project.dataset.sections[0].title = test::words("Chat _(small)_");
    const doc::Grid grid = grid_of(project);
    EXPECT_EQ(grid.rows[1].kind, RowKind::Section);
    EXPECT_EQ(grid.rows[1].id, "chat");
    EXPECT_EQ(cell_at(grid, 1, 0).column_span, 4u);
    EXPECT_EQ(cell_at(grid, 1, 0).scope, HeaderScope::RowGroup);
    const auto& title = std::get<doc::Paragraph>(cell_at(grid, 1, 0).content[0]);
    EXPECT_EQ(title.spans[1].style.size, Pt(8.6));
}

TEST(BuildGrid, CentresACellOverColumnsUnlessTheLayoutAlignsIt) {
    model::Project project =
        test::project_of({row("a", {{"structure", test::spanning(test::text_cell("s"), 1, 2)}})});
    EXPECT_EQ(cell_at(grid_of(project), 1, 1).alignment, Alignment::Centre);
    model::ColumnDesign design;
    design.alignment = Alignment::Start;
    std::get<model::TableBlock>(project.layout.blocks[0].kind).columns = {
        {"structure", {}, std::move(design)}};
    EXPECT_EQ(cell_at(grid_of(project), 1, 1).alignment, Alignment::Start);
}

TEST(BuildGrid, ShowsHowFarAFigureReaches) {
    const auto fill_over = [](const std::string& text, std::uint16_t columns, bool stripes) {
        model::Project project = test::project_of(
            {row("a", {{"place", test::text_cell("5")}}),
             row("b", {{"place", test::spanning(test::text_cell(text), 1, columns)}})});
        project.dataset.columns.push_back(test::column("more", model::ColumnKind::Plain));
        std::get<model::TableBlock>(project.layout.blocks[0].kind).stripes = stripes;
        return cell_at(grid_of(project), 2, 3).fill.has_value();
    };
    EXPECT_TRUE(fill_over("12", 2, false));
    EXPECT_FALSE(fill_over("12", 1, false));
    EXPECT_FALSE(fill_over("closed", 2, false)) << "words stand in the middle of them";
    EXPECT_FALSE(fill_over("12", 2, true)) << "it would be taken for a stripe";
}

TEST(BuildGrid, ShowsHowFarAllCellsOfAColumnReachOrNone) {
    const auto fills_with = [](const std::vector<const char*>& texts) {
        std::vector<model::Row> rows = {row("a", {{"place", test::text_cell("5")}})};
        for (const char* text : texts)
            rows.push_back(row(text, {{"place", test::spanning(test::text_cell(text), 1, 2)}}));
        model::Project project = test::project_of(std::move(rows));
        project.dataset.columns.push_back(test::column("more", model::ColumnKind::Plain));
        const doc::Grid grid = grid_of(project);
        std::vector<bool> fills;
        for (std::size_t i = 0; i < texts.size(); ++i)
            fills.push_back(cell_at(grid, i + 2, 3).fill.has_value());
        return fills;
    };
    EXPECT_THAT(fills_with({"12", "closed"}), ElementsAre(true, true));
    EXPECT_THAT(fills_with({"2 days", "closed", "free"}), ElementsAre(false, false, false));
}

TEST(BuildGrid, ShowsHowFarAWordAmongNumbersReaches) {
    model::Project project =
        test::project_of({row("a", {{"place", test::text_cell("5")}}),
                          row("b", {{"place", test::spanning(test::text_cell("free"), 1, 2)}})});
    project.dataset.columns.back().kind = model::ColumnKind::Number;
    project.dataset.columns.push_back(test::column("more", model::ColumnKind::Number));
    EXPECT_TRUE(cell_at(grid_of(project), 2, 3).fill.has_value());
}

TEST(BuildGrid, ShowsHowFarAFigureReachesOnlyWhereAColumnHasNoFillOfItsOwn) {
    const auto fill_with = [](model::CellFill fill, const std::string& value) {
        model::Cell price = test::spanning(test::text_cell("12"), 1, 2);
        if (!value.empty()) price.value = test::reference(value);
        model::Project project = test::project_of(
            {row("a", {{"place", test::text_cell("5")}}), row("b", {{"place", std::move(price)}})});
        project.dataset.columns.back().values = test::reference("lock");
        project.dataset.columns.push_back(test::column("more", model::ColumnKind::Plain));
        model::ColumnDesign design;
        design.fill = fill;
        auto& table = std::get<model::TableBlock>(project.layout.blocks[0].kind);
        table.columns = {{"place", {}, std::move(design)}};
        return cell_at(grid_of(project), 2, 3).fill;
    };
    EXPECT_FALSE(fill_with(model::CellFill::None, "").has_value());
    const auto tint = fill_with(model::CellFill::Tint, "yes");
    ASSERT_TRUE(tint.has_value());
    EXPECT_EQ(to_string(*tint), "#e0ffe0") << "that of its value";
}

TEST(BuildGrid, BeginsSymbolsAtTheStartWhereWordsAreBesideAnEighth) {
    const auto alignment = [](std::size_t with_words, std::size_t alone) {
        std::vector<model::Row> rows;
        for (std::size_t i = 0; i < with_words + alone; ++i) {
            model::Cell cell = test::value_cell("yes");
            if (i < with_words) cell.text = test::words("5");
            rows.push_back(row(std::string(1, static_cast<char>('a' + i)), {{"encryption", cell}}));
        }
        return cell_at(grid_of(test::project_of(rows)), 1, 2).alignment;
    };
    EXPECT_EQ(alignment(1, 7), Alignment::Start);
    EXPECT_EQ(alignment(1, 8), Alignment::Centre);
}

TEST(BuildGrid, HangsWordsOfATransposedTableBesideSymbolsThatStandBelowOthersAlone) {
    const auto hangs_words = [](bool has_symbol_alone) {
        model::Cell with_words = test::value_cell("yes");
        with_words.text = test::words("4.0+");
        const model::Cell other = has_symbol_alone ? test::value_cell("yes") : with_words;
        model::Project project = test::project_of(
            {row("a", {{"encryption", with_words}}), row("b", {{"encryption", other}})});
        std::get<model::TableBlock>(project.layout.blocks[0].kind).is_transposed = true;
        const doc::Grid grid = grid_of(project);
        for (std::size_t line = 1; line < grid.rows.size(); ++line)
            if (grid.rows[line].id == "encryption") return cell_at(grid, line, 1).hangs_words;
        ADD_FAILURE() << "no such row";
        return false;
    };
    EXPECT_TRUE(hangs_words(true));
    EXPECT_FALSE(hangs_words(false)) << "all have words: they stand in the middle together";
}

/// The alignment of cells in the first two rows of a transposed table.
std::vector<Alignment> transposed_alignments(model::Project project) {
    std::get<model::TableBlock>(project.layout.blocks[0].kind).is_transposed = true;
    const doc::Grid grid = grid_of(project);
    return {cell_at(grid, 1, 1).alignment, cell_at(grid, 2, 1).alignment};
}

TEST(BuildGrid, BeginsAllRowsOfTextsOfATransposedTableAtTheStartWhereOneTakesTwoLines) {
    const auto alignments = [](std::size_t length) {
        model::Project project = test::project_of(
            {row("a", {{"structure", test::text_cell("short")},
                       {"encryption", test::text_cell(std::string(length, 'w'))}})});
        project.dataset.columns[2].kind = model::ColumnKind::Text;
        return transposed_alignments(std::move(project));
    };
    EXPECT_THAT(alignments(40), ElementsAre(Alignment::Centre, Alignment::Centre));
    EXPECT_THAT(alignments(41), ElementsAre(Alignment::Start, Alignment::Start));
}

TEST(BuildGrid, BeginsBarsOfATransposedTableAtTheStart) {
    const auto alignments = [](model::NumberLook look) {
        model::Cell number;
        number.quantity.edit().number = "3";
        model::Project project =
            test::project_of({row("a", {{"structure", number}, {"encryption", number}})});
        for (std::size_t i : {1u, 2u}) {
            project.dataset.columns[i].kind = model::ColumnKind::Number;
            project.dataset.columns[i].number_look = look;
            project.dataset.columns[i].most = 5;
        }
        return transposed_alignments(std::move(project));
    };
    EXPECT_THAT(alignments(model::NumberLook::Bar),
                ElementsAre(Alignment::Start, Alignment::Start));
    EXPECT_THAT(alignments(model::NumberLook::Rating),
                ElementsAre(Alignment::Centre, Alignment::Centre));
}

TEST(BuildGrid, KeepsWordsFromTheHeadsOfColumnsOfSymbols) {
    const auto indent = [](Pt padding, const std::string& words) {
        model::Project project = test::project_of({row("a", {{"place", test::text_cell(words)}}),
                                                   row("b", {{"place", test::text_cell("here")}})});
        project.layout.padding_x = padding;
        const doc::Grid grid = grid_of(project);
        EXPECT_EQ(cell_at(grid, 0, 3).indent, cell_at(grid, 1, 3).indent) << "as its head";
        return cell_at(grid, 1, 3).indent;
    };
    EXPECT_EQ(indent(Pt(3), "one of many words"), Pt(4));
    EXPECT_EQ(indent(Pt(5), "one of many words"), Pt(0)) << "padding is enough";
    EXPECT_EQ(indent(Pt(3), "there"), Pt(0)) << "words in the middle";
}

TEST(BuildGrid, BeginsWordsOfManyLengthsAtTheStart) {
    const auto alignment = [](const std::string& one, const std::string& other) {
        return cell_at(grid_of(test::project_of({row("a", {{"place", test::text_cell(one)}}),
                                                 row("b", {{"place", test::text_cell(other)}})})),
                       1, 3)
            .alignment;
    };
    EXPECT_EQ(alignment("Monday", "Tuesday and Thursday"), Alignment::Start);
    EXPECT_EQ(alignment("0341 555-120", "0341 555-1200"), Alignment::Centre);
    EXPECT_EQ(alignment("yes", "not yet"), Alignment::Centre);
    EXPECT_EQ(alignment("9:00–17:00", "closed for the winter"), Alignment::Centre);
}

TEST(BuildGrid, TintsAScheduleByItself) {
    const model::Cell bar = test::spanning(test::value_cell("yes"), 1, 2);
    model::Project project = test::project_of({row("a", {{"encryption", bar}})});
    EXPECT_TRUE(cell_at(grid_of(project), 1, 2).fill.has_value());
    std::get<model::TableBlock>(project.layout.blocks[0].kind).fill = model::CellFill::None;
    EXPECT_FALSE(cell_at(grid_of(project), 1, 2).fill.has_value());
    std::vector<model::Row> rows = {row("a", {{"encryption", bar}})};
    for (const char* id : {"b", "c", "d", "e", "f"})
        rows.push_back(row(id, {{"encryption", test::value_cell("yes")}}));
    const auto fill = cell_at(grid_of(test::project_of(rows)), 1, 2).fill;
    ASSERT_TRUE(fill.has_value());
    EXPECT_EQ(to_string(*fill), to_string(project.layout.palette[PaletteColour::Stripe]))
        << "it shows how far one bar reaches, and not its value";
}

TEST(BuildGrid, StripesRowsOfOneNameAlike) {
    const model::Cell name = test::spanning(name_cell({"Signal"}), 2, 1);
    model::Project project = test::project_of({row("a", {{"system", name_cell({"Matrix"})}}),
                                               row("b", {{"system", name}}), row("c", {}),
                                               row("d", {{"system", name_cell({"Threema"})}})});
    std::get<model::TableBlock>(project.layout.blocks[0].kind).stripes = true;
    std::vector<bool> striped;
    for (const doc::Row& row : grid_of(project).rows)
        if (row.kind == RowKind::Body) striped.push_back(row.is_striped);
    EXPECT_THAT(striped, ElementsAre(false, true, true, false));
    // A second name of its own makes it another row.
    model::Project two =
        test::project_of({row("a", {{"system", name}, {"structure", name_cell({"x"})}}),
                          row("b", {{"structure", name_cell({"y"})}})});
    for (model::Column& column : two.dataset.columns)
        if (column.id == "structure") column.kind = model::ColumnKind::Name;
    std::get<model::TableBlock>(two.layout.blocks[0].kind).stripes = true;
    EXPECT_TRUE(grid_of(two).rows.back().is_striped);
}

TEST(BuildGrid, TintsNoValuesBesideASchedule) {
    const model::Cell bar = test::spanning(test::value_cell("yes"), 1, 2);
    const model::Cell other = test::value_cell("free");
    const doc::Grid grid =
        grid_of(test::project_of({row("a", {{"encryption", bar}, {"structure", other}})}));
    const auto is_filled = [](const doc::Slot& slot) {
        const auto* cell = std::get_if<doc::Cell>(&slot);
        return cell != nullptr && cell->fill.has_value();
    };
    EXPECT_EQ(std::count_if(grid.slots.begin(), grid.slots.end(), is_filled), 1);
}

TEST(BuildGrid, TintsAScheduleWhoseBarsOfWordsRunDownwards) {
    const auto is_tinted = [](const char* column, const char* value) {
        const model::Cell bar = test::spanning(test::value_cell(value), 2, 1);
        const doc::Grid grid = grid_of(test::project_of({row("a", {{column, bar}}), row("b", {})}));
        return std::any_of(grid.slots.begin(), grid.slots.end(), [](const doc::Slot& slot) {
            const auto* cell = std::get_if<doc::Cell>(&slot);
            return cell && cell->fill.has_value();
        });
    };
    EXPECT_TRUE(is_tinted("structure", "free"));
    EXPECT_FALSE(is_tinted("encryption", "yes")) << "a symbol of two rows is no bar";
}

TEST(BuildGrid, BeginsASectionWithItsTitleOrItsFirstRow) {
    model::Project project = test::project_of({row("a", {}), row("b", {})});
    const doc::Grid untitled = grid_of(project);
    EXPECT_TRUE(untitled.rows[1].begins_section);
    EXPECT_FALSE(untitled.rows[2].begins_section);
    project.dataset.sections[0].title = test::words("Chat");
    const doc::Grid titled = grid_of(project);
    EXPECT_TRUE(titled.rows[1].begins_section);
    EXPECT_FALSE(titled.rows[2].begins_section);
}

TEST(BuildGrid, HeadsRowsWithTheirNames) {
    const doc::Grid grid =
        grid_of(test::project_of({row("a", {{"system", name_cell({"Signal"})}})}));
    EXPECT_EQ(grid.rows[1].id, "a");
    EXPECT_EQ(cell_at(grid, 1, 0).scope, HeaderScope::Row);
    EXPECT_EQ(test::pointer_of(cell_at(grid, 1, 0).origin), "/rows/a/system");
    EXPECT_EQ(cell_at(grid, 1, 1).scope, HeaderScope::None);
    EXPECT_THAT(cell_at(grid, 1, 1).content, IsEmpty());
}

TEST(BuildGrid, MarksBandedRowsWithABadge) {
    const doc::Grid grid = grid_of(banded({in_band(row("a", {{"system", name_cell({"x"})}}))}));
    EXPECT_EQ(grid.rows[1].band, 0);
    ASSERT_TRUE(cell_at(grid, 1, 0).badge);
    EXPECT_EQ(cell_at(grid, 1, 0).badge->drawing->name, "check");
    EXPECT_EQ(cell_at(grid, 1, 0).badge->alt, "Recommended");
    EXPECT_EQ(cell_at(grid, 1, 0).badge->colour, test::kGood);
    EXPECT_FALSE(cell_at(grid, 1, 1).badge);
}

TEST(BuildGrid, BandsAMergedCellOnlyWhenAllItsRowsAreInTheBand) {
    const std::map<std::string, model::Cell> merging = {{"structure", test::ref_cell("c")}};
    model::Project project = banded({in_band(row("a", merging)), row("b", merging)});
    project.dataset.cells["c"] = test::text_cell("same");
    const doc::Grid half = grid_of(project);
    EXPECT_EQ(cell_at(half, 1, 1).row_span, 2u);
    EXPECT_EQ(cell_at(half, 1, 1).band, kNoBand);
    EXPECT_EQ(cell_at(half, 1, 0).band, 0);
    project.dataset.sections[0].rows[1].band = test::reference("best");
    EXPECT_EQ(cell_at(grid_of(project), 1, 1).band, 0);
}

TEST(BuildGrid, AlignsANumberColumnWithItsTitle) {
    const doc::Grid grid = grid_of(test::project_of({row("a", {{"place", test::text_cell("5")}})}));
    EXPECT_EQ(cell_at(grid, 0, 3).alignment, Alignment::End);
    EXPECT_EQ(std::get<doc::Paragraph>(cell_at(grid, 1, 3).content[0]).alignment, Alignment::End);
}

TEST(BuildGrid, SpansNoSectionBorder) {
    const std::map<std::string, model::Cell> merging = {{"structure", test::ref_cell("c")}};
    model::Project project = test::project_of({row("a", merging)});
    project.dataset.sections.push_back(test::section("team", {row("b", merging)}));
    project.dataset.cells["c"] = test::text_cell("same");
    const doc::Grid grid = grid_of(project);
    EXPECT_EQ(cell_at(grid, 1, 1).row_span, 1u);
    EXPECT_EQ(cell_at(grid, 2, 1).row_span, 1u);
}

model::TableBlock& table_block(model::Project& project) {
    return std::get<model::TableBlock>(project.layout.blocks[0].kind);
}

TEST(GridColumns, TakesTheLayoutsWidthOrTheKinds) {
    model::Project project = test::project_of({});
    table_block(project).columns = {{"structure", {}, {Fraction{2}, {}, {}}}};
    const auto columns = grid_columns(tables_of(project)[0]);
    EXPECT_EQ(columns[0].width, WidthRule(Fraction{1}));
    EXPECT_EQ(columns[1].width, WidthRule(Fraction{2}));
}

TEST(GridColumns, PrefersWhatTheLayoutSaysOfAColumnToWhatItSaysOfItsKind) {
    model::Project project = test::project_of({});
    table_block(project).kinds[model::ColumnKind::Name].width = Fraction{3};
    table_block(project).kinds[model::ColumnKind::Text].width = Fraction{3};
    table_block(project).columns = {{"structure", {}, {Fraction{2}, {}, {}}}};
    const auto columns = grid_columns(tables_of(project)[0]);
    EXPECT_EQ(columns[0].width, WidthRule(Fraction{3}));
    EXPECT_EQ(columns[1].width, WidthRule(Fraction{2}));
}

TEST(RowHeaderColumn, IsTheFirstOfNames) {
    model::Project project = test::project_of({});
    table_block(project).select_columns = {test::reference("place"), test::reference("system")};
    EXPECT_EQ(row_header_column(tables_of(project)[0]), 1u);
}

TEST(RowHeaderColumn, IsTheFirstWithoutNames) {
    model::Project project = test::project_of({});
    table_block(project).select_columns = {test::reference("place"), test::reference("structure")};
    EXPECT_EQ(row_header_column(tables_of(project)[0]), 0u);
}

TEST(ColumnLooks, PrefersTheLayout) {
    model::Project project = test::project_of({test::row("a", {{"place", test::text_cell("5")}})});
    table_block(project).columns = {{"system", {}, {{}, Alignment::End, {}}}};
    const std::vector<Table> tables = tables_of(project);
    const ColumnLooks looks(tables[0], project.dataset);
    EXPECT_EQ(looks.of(project.dataset.columns[0]).alignment, Alignment::End);
    EXPECT_EQ(looks.of(project.dataset.columns[3]).alignment, Alignment::End);
    EXPECT_EQ(looks.of(project.dataset.columns[2]).alignment, Alignment::Centre);
}

}  // namespace
}  // namespace broadside::resolve
