#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "broadside/base/colour.hpp"
#include "broadside/base/design.hpp"
#include "broadside/base/direction.hpp"
#include "broadside/base/geometry.hpp"
#include "broadside/base/imposition.hpp"
#include "broadside/base/style.hpp"
#include "broadside/base/width_rule.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::model {

/// The page as the reader holds it: orientation is applied.
struct Page {
    Size size;
    bool auto_height = false;  // one page as high as its content: `size.height` is 0
    Insets margin;
    std::optional<Imposition> per_sheet = {};  // none: a page is a sheet
};

/// A colour for each name but `None`.
struct Palette {
    std::array<Colour, std::size(kPaletteWords) + 1> colours;
    SourcePlace dark_place = {};  // of what it says of dark pages

    Colour& operator[](PaletteColour name) { return colours[static_cast<std::size_t>(name)]; }
    const Colour& operator[](PaletteColour name) const {
        return colours[static_cast<std::size_t>(name)];
    }
};

/// The colour of a tone's symbols and words.
constexpr PaletteColour ink_of(Tone tone) {
    return static_cast<PaletteColour>(static_cast<int>(PaletteColour::Good) +
                                      static_cast<int>(tone));
}

/// The colour of its bands.
constexpr PaletteColour tint_of(Tone tone) {
    return static_cast<PaletteColour>(static_cast<int>(PaletteColour::GoodTint) +
                                      static_cast<int>(tone));
}

static_assert(ink_of(Tone::Accent6) == PaletteColour::Accent6);
static_assert(tint_of(Tone::Accent6) == PaletteColour::Accent6Tint);

/// The text styles a layout can set, by the part they dress.
enum class StyleRole {
    Title,
    Subtitle,
    Publisher,
    Section,
    SectionDetail,
    Header,
    Name,
    Detail,
    Cell,
    Verdict,
    NoteMark,
    Note,
    LegendHeading,
    Legend,
    LinkLabel,
    Link,
    Imprint,
    PageNumber,
    RunningTitle,
    Text,
    Heading,    // of level 2
    Subheading  // of level 3
};

/// Marks in cells. `Auto`: letters in parentheses, figures and signs bare; all raised.
enum class NoteMarkForm { Auto, Superscript, Parenthesised };

/// What shows who reads on paper where words lead: nothing, the address, or in cells a QR code.
enum class LinkAddresses : std::uint8_t { None, Address, Qr };

/// What stands behind a cell that has a value: the tint of its tone, or the tone's ink under light
/// text and symbols.
enum class CellFill : std::uint8_t { None, Tint, Solid };

/// What a layout says of a column. Fields left out: by the kind of the column.
struct ColumnDesign {
    std::optional<WidthRule> width;
    std::optional<Alignment> alignment;
    std::optional<CellFill> fill = {};
    std::optional<bool> is_emphasised = {};
    std::optional<HeadTurn> head = {};
    std::optional<bool> hides_words = {};  // of values that the cell's fill and the legend tell
    std::optional<bool> has_unit_in_head = {};  // and not behind each of its numbers
    std::optional<VerticalAlignment> vertical_alignment = {};
};

/// What it says of the cells that begin in some rows and columns wins over what it says of the
/// columns.
struct CellDesign {
    std::vector<Reference> rows;     // empty: all
    std::vector<Reference> columns;  // empty: all
    std::optional<Alignment> alignment;
    std::optional<VerticalAlignment> vertical_alignment;
};

struct TableColumn {
    std::string column;  // id of the dataset's column, or row
    SourcePlace place;
    ColumnDesign design;
};

struct HeaderBlock {};
struct LegendBlock {
    std::vector<Reference> values;  // vocabularies, in this order; empty: all, in the dataset's
    bool is_on_each_page = false;   // that has a part of a table behind it
};
struct TableBlock {
    std::vector<Reference> sections;        // empty: all
    std::vector<Reference> select_columns;  // empty: all, in the dataset's order
    std::vector<Reference> select_rows;     // empty: all; else in this order, within their sections
    Reference caption;                      // text of the dataset above the table; empty: none
    std::vector<TableColumn> columns;
    std::map<ColumnKind, ColumnDesign> kinds;  // for columns that `columns` does not name
    std::vector<CellDesign> cells;             // of those that name a cell, the last wins
    std::optional<CellFill> fill;              // of columns that neither gives one
    bool is_transposed = false;                // its rows are columns; `columns` then are those
    std::size_t guides = 0;                    // columns from one guide to the next; 0: none
    std::vector<Reference> emphasised_rows;    // by id
    bool stripes = false;
    bool equal_rows = false;      // all as high as the highest
    bool says_continued = false;  // titles of sections, on later pages
    KeepTogether keep = KeepTogether::Nothing;
    BandSymbol band_symbol = BandSymbol::Name;
    NarrowTable narrow = NarrowTable::Cards;
};
struct NotesBlock {
    int columns = 2;
    bool is_by_page = false;  // each page has its own at its foot
};
struct LinksBlock {
    bool qr = false;
};
struct ImprintBlock {
    bool is_on_each_page = false;
};
/// The dataset's title, at the top of every page but the first.
struct RunningTitleBlock {};
/// Words of the layout's own, which are the same in every language, or a text of the dataset.
struct TextBlock {
    Text text;
    Reference ref = {};  // empty: `text`
    int heading = 0;     // level of its first paragraph, 2 or 3; the title's is 1; 0: running text
};
/// The dataset's logo, or another picture of it.
struct PictureBlock {
    Reference ref = {};  // empty: the logo, if there is one
    Pt height{36};
    Alignment alignment = Alignment::Start;
};
struct Block;
/// Blocks side by side, widths by CSS words.
struct RowBlock {
    std::vector<Block> blocks;
    std::vector<WidthRule> widths;  // one a block
};

struct Block {
    SourcePlace place;
    std::variant<HeaderBlock, LegendBlock, TableBlock, NotesBlock, LinksBlock, ImprintBlock,
                 RunningTitleBlock, TextBlock, PictureBlock, RowBlock>
        kind;
    bool breaks_before = false;  // begins a page
};

/// Every block that is no row, those in rows among them, in reading order.
template <typename Visit>
void for_each_block(const std::vector<Block>& blocks, Visit&& visit) {
    for (const Block& block : blocks) {
        if (const auto* row = std::get_if<RowBlock>(&block.kind)) {
            for_each_block(row->blocks, visit);
        } else {
            visit(block);
        }
    }
}

/// Makes the content fill its pages. Sizes bound the smallest text of the page (`min_font`) and the
/// cells' text (`max_font`; none: as large as suits the page).
struct Fit {
    int pages = 1;  // 0: one that holds all is filled, else as many as it takes
    Pt min_font{6.5};
    std::optional<Pt> max_font;
    std::vector<FitRung> order = {FitRung::Symbols, FitRung::Heads,     FitRung::Padding,
                                  FitRung::Widths,  FitRung::Hyphenate, FitRung::FontSize};
    SourcePlace place;
    bool lock = false;                 // all languages of a job share one type size and one grid
    std::optional<Pt> row_space = {};  // the most that each row gets to fill the page
};

struct Layout {
    std::string file;
    std::string name;
    SourcePlace fonts_place;  // of the whole, where it names none
    SourcePlace blocks_place;
    Page page;
    Palette palette;
    std::map<StyleRole, TextStyle> styles;  // every role is present after loading
    Pt symbol_size{11};                     // height of a cell's symbol
    Pt legend_symbol_size{11};
    std::optional<Pt> picture_size;  // height of pictures in the table; none: as of its symbols
    Pt qr_size = millimetres(16);
    std::optional<Pt> bar_length;  // of a full one; none: five times the height of its figure
    Pt padding_x{5};
    Pt padding_y{3};
    std::optional<Pt> fill_gap;         // above and below fills of cells; empty: by the table
    Pt block_gap{9};                    // between blocks
    std::optional<Pt> least_block_gap;  // where `fit` takes white space; none: most of `block_gap`
    RuleStyle row_rule, column_rule, guide_rule, strong_rule, title_rule;
    Pt band_bar{3};
    NoteMarkForm note_marks = NoteMarkForm::Auto;
    LinkAddresses link_addresses = LinkAddresses::None;
    std::vector<Block> blocks;
    std::optional<Fit> fit;
};

}  // namespace broadside::model
