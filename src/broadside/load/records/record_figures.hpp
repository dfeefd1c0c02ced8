#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "broadside/load/syntax/report.hpp"
#include "broadside/load/typed_figures.hpp"
#include "broadside/model/records.hpp"

namespace broadside::load {

/// Numbers and dates of delimited text as spreadsheets write them in their countries: "1.234,50",
/// "31.12.2020". What `.` and `,` mean, and which part of a date is the day, is told by the values
/// that can be read in one way alone.
class RecordFigures {
public:
    /// All values are noted before any is read; `text` is not empty.
    void note(std::size_t column, model::FieldType type, std::string_view text);

    /// `parts_at_commas`: the file's own separator is one, as where numbers have points.
    void end(bool parts_at_commas);

    /// As datasets have it, or the same text where it is neither; a problem where it may be two.
    std::variant<std::string, Problem> read(std::size_t column, model::FieldType type,
                                            std::string_view text) const;

private:
    struct Column {
        DecimalEvidence decimals;
        bool has_day_first = false, has_month_first = false;
    };

    std::variant<std::string, Problem> read_number(const Column& column,
                                                   std::string_view text) const;
    static std::variant<std::string, Problem> read_date(const Column& column,
                                                        std::string_view text);

    std::vector<Column> columns_;
    std::optional<char> usual_;  // decimal sign of columns that do not tell
    bool parts_at_commas_ = false;
};

}  // namespace broadside::load
