#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "broadside/conformance/checks.hpp"

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

/// A cell in the grid; ends are behind its last row and column.
struct Cell {
    const Element* element = nullptr;
    std::size_t section = 0;
    std::size_t row = 0, end_row = 0;
    std::size_t column = 0, end_column = 0;

    bool is_head() const { return element->type == Type::TH; }
};

// A table's head stands on one page.
constexpr std::size_t kMostHeadRows = 100;

class TableCheck {
public:
    TableCheck(const PdfFile& file, const Structure& structure, const Element& table,
               Problems& problems)
        : file_(file), structure_(structure), table_(table), problems_(problems) {}

    void check() {
        for_each_kid(table_, [this](const Element& section) {
            if (section.type != Type::Caption) place_section(section);
        });
        for (const Cell& cell : cells_) {
            const Value& id = file_.at(*cell.element->dictionary, "ID");
            if (!cell.is_head()) continue;
            if (id.is(Kind::String)) heads_.emplace(id.bytes, &cell);
            for (std::size_t row = cell.row; row < cell.end_row && has_scope(cell, "Row"); ++row)
                heads_of_row_[row].push_back(&cell);
            if (is_section_head(cell)) section_heads_.emplace(cell.row, &cell);
            if (cell.row >= head_rows_ || !has_scope(cell, "Column")) continue;
            for (std::size_t column = cell.column; column < cell.end_column; ++column)
                heads_of_column_[column].push_back(&cell);
        }
        for (const Cell& cell : cells_) check_cell(cell);
    }

private:
    using HeadsByPlace = std::map<std::size_t, std::vector<const Cell*>>;

    template <typename Visit>
    void for_each_kid(const Element& parent, Visit visit) const {
        for (const Kid& kid : parent.kids) {
            if (kid.kind == Kid::Kind::Element) visit(structure_[kid.index]);
        }
    }

    void place_section(const Element& section) {
        std::size_t rows = 0;
        for_each_kid(section, [&rows](const Element&) { ++rows; });
        std::fill(covered_.begin(), covered_.end(), 0);
        for_each_kid(section, [this, &rows](const Element& row) { place_row(row, rows--); });
        if (section_++ > 0 || section.type != Type::THead) return;
        head_rows_ = std::min(row_, kMostHeadRows);
        if (row_ > kMostHeadRows)
            problems_.add(kTableCode, "{}: its head has more than {} rows", table_.name(),
                          kMostHeadRows);
    }

    /// What is no number from 1 to `most` is 1, with a problem.
    std::size_t span_of(const Element& cell, std::string_view key, std::size_t most) {
        const Value& span = attribute_of(file_, cell, "Table", key);
        if (span.is(Kind::Null)) return 1;
        if (span.is(Kind::Integer) && span.number >= 1 && span.number <= static_cast<double>(most))
            return static_cast<std::size_t>(span.number);
        problems_.add(kTableCode, "{}: expected 1 to {} as /{}", cell.name(), most, key);
        return 1;
    }

    /// `rows` are those of its section from this one on.
    void place_row(const Element& row, std::size_t rows) {
        std::size_t column = 0;
        bool is_wrong = false;
        for_each_kid(row, [&](const Element& cell) {
            const std::size_t width = span_of(cell, "ColSpan", limits::kMaxColumns);
            const std::size_t height = span_of(cell, "RowSpan", limits::kMaxRows);
            if (height > rows)
                problems_.add(kTableCode, "{}: it begins in row {} and ends below the last row",
                              cell.name(), row_ + 1);
            while (column < covered_.size() && covered_[column] > 0) ++column;
            if (row_ == 0 && column + width <= limits::kMaxColumns) covered_.resize(column + width);
            cells_.push_back({&cell, section_, row_, row_ + std::min(height, rows), column,
                              std::min(column + width, covered_.size())});
            for (std::size_t i = 0; i < width; ++i, ++column) {
                const bool is_free = column < covered_.size() && covered_[column] == 0;
                is_wrong = is_wrong || !is_free;
                if (is_free) covered_[column] = height;
            }
        });
        ++row_;
        if (is_wrong || std::find(covered_.begin(), covered_.end(), 0U) != covered_.end())
            problems_.add(kTableCode,
                          "{}: row {} has a hole, cells over each other, or another width",
                          table_.name(), row_);
        for (std::size_t& height : covered_) height -= height > 0 ? 1 : 0;
    }

    bool has_scope(const Cell& head, std::string_view direction) const {
        const Value& scope = attribute_of(file_, *head.element, "Table", "Scope");
        return scope.is_name(direction) || scope.is_name("Both");
    }

    /// It says for all columns what the rows below it are.
    bool is_section_head(const Cell& head) const {
        return head.is_head() && head.row >= head_rows_ && head.column == 0 &&
               head.end_column == covered_.size() && has_scope(head, "Column");
    }

    bool is_head_of(const Cell& head, const Cell& cell) const {
        const bool is_above = head.column < cell.end_column && cell.column < head.end_column &&
                              head.end_row <= cell.row;
        const bool is_beside = head.row < cell.end_row && cell.row < head.end_row;
        if (is_section_head(head)) return is_above && head.section == cell.section;
        // Rows may stand under rows.
        const bool may_be_over = head.end_row <= cell.row && head.section == cell.section;
        return &head != &cell && ((is_above && has_scope(head, "Column")) ||
                                  ((is_beside || may_be_over) && has_scope(head, "Row")));
    }

    void check_cell(const Cell& cell) {
        const Element& element = *cell.element;
        if (cell.is_head() && attribute_of(file_, element, "Table", "Scope").is(Kind::Null))
            problems_.add(kTableCode, "{}: /Scope is not there", element.name());
        if (cell.is_head() && !element.dictionary->find("ID"))
            problems_.add(kTableCode, "{}: /ID is not there", element.name());
        std::set<const Cell*> named;
        const Value& headers = attribute_of(file_, element, "Table", "Headers");
        // Many cells may share the array.
        named_ += headers.items.size();
        const bool is_too_long = named_ > limits::kMaxPdfHeaders;
        if (is_too_long) problems_.add(kTableCode, "{}: /Headers are too many", element.name());
        for (std::size_t i = 0; i < headers.items.size() && !is_too_long; ++i) {
            const Value& id = headers.items[i];
            const auto head = heads_.find(id.bytes);
            if (!id.is(Value::Kind::String) || head == heads_.end() ||
                !is_head_of(*head->second, cell) || !named.insert(head->second).second)
                problems_.add(kTableCode, "{}: /Headers name {}, which is no head of it, or twice",
                              element.name(), shown(id));
        }
        if (!cell.is_head() && named.empty())
            problems_.add(kTableCode, "{}: /Headers name no head", element.name());
        for (const Cell* head : heads_of(cell)) {
            if (!named.contains(head))
                problems_.add(kTableCode, "{}: /Headers do not name {}", element.name(),
                              shown(file_.at(*head->element->dictionary, "ID")));
        }
    }

    /// Those that everybody sees: above it in the table's head, over its section, and, of a cell
    /// that is no head itself, beside it in its rows.
    std::set<const Cell*> heads_of(const Cell& cell) const {
        std::set<const Cell*> heads;
        if (cell.row < head_rows_ || is_section_head(cell)) return heads;
        const auto add = [&](const HeadsByPlace& places, std::size_t place) {
            const auto found = places.find(place);
            if (found == places.end()) return;
            for (const Cell* head : found->second) {
                if (is_head_of(*head, cell) && !is_section_head(*head)) heads.insert(head);
            }
        };
        for (std::size_t column = cell.column; column < cell.end_column; ++column)
            add(heads_of_column_, column);
        for (std::size_t row = cell.row; row < cell.end_row && !cell.is_head(); ++row)
            add(heads_of_row_, row);
        const auto section = section_heads_.lower_bound(cell.row);
        if (section != section_heads_.begin() && is_head_of(*std::prev(section)->second, cell))
            heads.insert(std::prev(section)->second);
        return heads;
    }

    const PdfFile& file_;
    const Structure& structure_;
    const Element& table_;
    Problems& problems_;
    std::vector<Cell> cells_;  // row by row
    std::map<std::string, const Cell*> heads_;
    HeadsByPlace heads_of_row_, heads_of_column_;
    std::map<std::size_t, const Cell*> section_heads_;  // by their row
    std::vector<std::size_t> covered_;  // by column, how many rows from this one on have a cell
    std::size_t row_ = 0, head_rows_ = 0, section_ = 0;
    std::size_t named_ = 0;  // heads, by all cells so far
};

}  // namespace

void check_table(const PdfFile& file, const Structure& structure, std::size_t table,
                 Problems& problems) {
    TableCheck(file, structure, structure[table], problems).check();
}

}  // namespace broadside::conformance
