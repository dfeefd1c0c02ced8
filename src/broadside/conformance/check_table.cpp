#include <algorithm>
#include <set>
#include <string>

#include "broadside/conformance/structure.hpp"

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

class TableCheck {
public:
    TableCheck(const PdfFile& file, const Structure& structure, const Element& table,
               Problems& problems)
        : file_(file), structure_(structure), table_(table), problems_(problems) {}

    void check() {
        for_each_section([this](const Element& section) {
            for_each_kid(section, [this](const Element& row) { collect_heads(row); });
        });
        for_each_section([this](const Element& section) {
            std::size_t rows = 0;
            for_each_kid(section, [&rows](const Element&) { ++rows; });
            std::fill(covered_.begin(), covered_.end(), 0);
            for_each_kid(section, [this, &rows](const Element& row) { check_row(row, rows--); });
        });
    }

private:
    template <typename Visit>
    void for_each_kid(const Element& parent, Visit visit) const {
        for (const Kid& kid : parent.kids) {
            if (kid.kind == Kid::Kind::Element) visit(structure_.elements[kid.index]);
        }
    }

    template <typename Visit>
    void for_each_section(Visit visit) const {
        for_each_kid(table_, [&](const Element& section) {
            if (section.type != Type::Caption) visit(section);
        });
    }

    void collect_heads(const Element& row) {
        for_each_kid(row, [this](const Element& cell) {
            const Value& id = file_.at(*cell.dictionary, "ID");
            if (cell.type == Type::TH && id.is(Kind::String)) heads_.insert(id.bytes);
        });
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
    void check_row(const Element& row, std::size_t rows) {
        const bool is_first = ++row_ == 1;
        std::size_t column = 0;
        bool is_wrong = false;
        for_each_kid(row, [&](const Element& cell) {
            check_cell(cell);
            const std::size_t width = span_of(cell, "ColSpan", limits::kMaxColumns);
            const std::size_t height = span_of(cell, "RowSpan", limits::kMaxRows);
            if (height > rows)
                problems_.add(kTableCode, "{}: it begins in row {} and ends below the last row",
                              cell.name(), row_);
            while (column < covered_.size() && covered_[column] > 0) ++column;
            if (is_first && column + width <= limits::kMaxColumns) covered_.resize(column + width);
            for (std::size_t i = 0; i < width; ++i, ++column) {
                const bool is_free = column < covered_.size() && covered_[column] == 0;
                is_wrong = is_wrong || !is_free;
                if (is_free) covered_[column] = height;
            }
        });
        if (is_wrong || std::find(covered_.begin(), covered_.end(), 0U) != covered_.end())
            problems_.add(kTableCode,
                          "{}: row {} has a hole, cells over each other, or another width",
                          table_.name(), row_);
        for (std::size_t& height : covered_) height -= height > 0 ? 1 : 0;
    }

    void check_cell(const Element& cell) {
        const bool is_head = cell.type == Type::TH;
        if (is_head && attribute_of(file_, cell, "Table", "Scope").is(Kind::Null))
            problems_.add(kTableCode, "{}: /Scope is not there", cell.name());
        if (is_head && !cell.dictionary->find("ID"))
            problems_.add(kTableCode, "{}: /ID is not there", cell.name());
        const Value& headers = attribute_of(file_, cell, "Table", "Headers");
        if (!is_head && headers.items.empty())
            problems_.add(kTableCode, "{}: /Headers name no head", cell.name());
        for (const Value& id : headers.items) {
            if (!id.is(Kind::String) || !heads_.contains(id.bytes))
                problems_.add(kTableCode, "{}: /Headers name {}, no head of its table", cell.name(),
                              shown(id));
        }
        if (is_head &&
            std::any_of(headers.items.begin(), headers.items.end(), [&](const Value& id) {
                return id.bytes == file_.at(*cell.dictionary, "ID").bytes;
            }))
            problems_.add(kTableCode, "{}: it is its own head", cell.name());
    }

    const PdfFile& file_;
    const Structure& structure_;
    const Element& table_;
    Problems& problems_;
    std::set<std::string> heads_;
    std::vector<std::size_t> covered_;  // by column, how many rows from this one on have a cell
    std::size_t row_ = 0;               // from 1
};

}  // namespace

void check_table(const PdfFile& file, const Structure& structure, std::size_t table,
                 Problems& problems) {
    TableCheck(file, structure, structure.elements[table], problems).check();
}

}  // namespace broadside::conformance
