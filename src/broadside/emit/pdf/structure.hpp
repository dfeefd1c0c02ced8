#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "broadside/emit/pdf/writer.hpp"
#include "broadside/scene/op.hpp"

namespace broadside::emit {

/// An element of a structure, counted from 0.
using PdfElement = std::uint32_t;

/// Whether such a head stands in the head of its table.
bool is_above_columns(HeaderScope scope);

/// The grids of a document's tables, as readers of its structure need them: which heads every cell
/// has, above it, of its section, of the rows that its own stands under, and beside it (PDF 1.7,
/// table 349).
class PdfTableCells {
public:
    /// What comes next in the table belongs to no section before.
    void begin_section(std::size_t table);
    void begin_row(std::size_t table, const scene::Tag& row);

    /// The cell that begins in this slot of a table, and the element that is made of it: the latest
    /// one. The cells of a table come row by row.
    void add(std::size_t table, const scene::Tag& cell, PdfElement element);

    /// The table's latest cell, a head, says nothing, so that it heads nothing.
    void forget_head(std::size_t table);

    /// The element of the cell that began there.
    std::optional<PdfElement> find(std::size_t table, const scene::Tag& cell) const;

    /// The attributes of a cell's element, and what it is called when it is a head; empty for the
    /// element of anything else.
    std::string attributes(PdfElement element, std::string& name) const;

    /// The names of all heads.
    std::vector<std::pair<std::string, PdfElement>> names() const;

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    struct Cell {
        PdfElement element = 0;
        std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;
        HeaderScope scope = HeaderScope::None;
    };

    struct Row {
        std::size_t section_head = kNone, above = kNone;  // places among cells, and among rows
        int level = 0;
    };

    /// Heads by the rows or columns that they stand at, as places among the cells.
    using Heads = std::map<std::uint32_t, std::vector<std::size_t>>;

    struct Grid {
        std::size_t table = 0;
        std::vector<Cell> cells;  // by row, then by column
        Heads above, beside;
        std::vector<std::uint32_t> begun;  // rows in which a cell begins
        std::map<std::uint32_t, Row> rows;
        std::size_t section_head = kNone;      // of the section that is open
        std::vector<std::uint32_t> open_rows;  // of it, those that more may stand under
    };

    static std::string name_of(const Grid& grid, const Cell& cell);
    static std::size_t rows_of(const Grid& grid, const Cell& cell);
    static std::vector<std::size_t> heads_of(const Grid& grid, const Cell& cell);

    std::map<std::size_t, Grid> grids_;
    std::vector<std::pair<PdfElement, std::size_t>> tables_;  // by element: its cell's table
};

/// Numbers of the objects that a structure leads to.
struct PdfParts {
    std::vector<int> pages, links;
};

/// What a document says, in the order in which it is read, whatever is drawn first (PDF 1.7, 14.7
/// and 14.8): elements of the standard types, with marked content, links and other elements in
/// them.
class PdfStructure {
public:
    PdfStructure() { elements_.push_back({"Document", 0, {}, {}}); }

    PdfElement document() const { return 0; }

    /// `type` is a standard structure type, and lives as long as the program.
    PdfElement add(PdfElement parent, const char* type);

    const char* type(PdfElement element) const { return elements_[element].type; }
    void set_type(PdfElement element, const char* type) { elements_[element].type = type; }
    bool is_empty(PdfElement element) const { return elements_[element].kids.empty(); }

    /// One more for its dictionary: "/Alt (yes)".
    void add_entry(PdfElement element, std::string_view entry);

    /// `utf8` goes on what is read in place of the element's content (14.9.4).
    void add_actual_text(PdfElement element, std::string_view utf8);

    /// No other has that name.
    void set_name(PdfElement element, std::string name);

    /// What the element holds so far, a new one in it holds from now on.
    void wrap(PdfElement element, const char* type);

    /// It becomes the first of another one, under a type that may be new.
    void move(PdfElement element, PdfElement to, const char* type);

    /// The latest element in it that is of that type, if what it holds last is one.
    std::optional<PdfElement> last(PdfElement element, std::string_view type) const;

    /// The number of the element's next marked content on that page.
    std::size_t add_content(PdfElement element, std::size_t page);

    /// The annotation of that place among the links.
    void add_link(PdfElement element, std::size_t page, std::size_t link);

    /// The latest one of its parent, which says nothing, is forgotten.
    void remove(PdfElement element);

    PdfTableCells& cells() { return cells_; }

    /// Returns the number of the root. Pages have their places as keys in the parent tree, links
    /// follow.
    int write(PdfWriter& writer, const PdfParts& parts) const;

private:
    enum class KidKind : std::uint8_t { Element, Content, Link };

    struct Kid {
        KidKind kind = KidKind::Element;
        std::uint32_t number = 0;  // of the element, or on its page
        std::uint32_t page = 0;
    };

    struct Node {
        const char* type = nullptr;
        PdfElement parent = 0;
        std::vector<Kid> kids;
        std::string entries;
    };

    std::string dictionary(PdfElement element, int first, int root, const PdfParts& parts) const;
    int write_parents(PdfWriter& writer, int first, const PdfParts& parts) const;
    int write_names(PdfWriter& writer, int first) const;

    std::vector<Node> elements_;
    std::vector<std::vector<PdfElement>> contents_;  // by page: whose each marked content is
    std::map<std::size_t, PdfElement> links_;        // whose each annotation is
    std::map<PdfElement, std::string> actual_texts_, names_;
    PdfTableCells cells_;
};

}  // namespace broadside::emit
