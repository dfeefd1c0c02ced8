#include "broadside/imports/doubts.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/phrases.hpp"
#include "broadside/sheets/sheet_builder.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

void tell_of_decimals(const Table& table, const std::string& file, Diagnostics& diagnostics) {
    constexpr std::size_t kMostNamed = 6;
    std::vector<std::string> cells;
    for (const Section& section : table.sections) {
        for (const Row& row : section.rows) {
            for (std::size_t i = 0; i < table.columns.size() && cells.size() <= kMostNamed; ++i) {
                const Column& column = table.columns[i];
                const Content& content = row.cells[i];
                if (!column.is_doubtful || content.cell == nullptr ||
                    content.cell->type != sheets::CellType::Text)
                    continue;
                const auto figure = load::figure_of(content.text);
                const auto number =
                    figure ? load::number_of(figure->digits, column.decimal) : std::nullopt;
                if (!number || !load::has_threes(*figure)) continue;
                cells.push_back(fmt::format("{} \"{}\" as {}",
                                            sheets::cell_name(row.sheet_row, column.sheet_column),
                                            content.text, *number));
            }
        }
    }
    if (cells.empty()) return;
    Hints hints = {"write them in the sheet without thousands, or with another number of decimals"};
    if (!table.is_language_told) hints.push_back("or say which language writes them: --lang");
    diagnostics.push_back(warning("doubtful-decimals",
                                  fmt::format("numbers that may be read in two ways: {}",
                                              shortlist(cells, kMostNamed)),
                                  std::move(hints))
                              .at(FilePlace{file}));
}

void tell_of_sums(const Table& table, const std::string& file, Diagnostics& diagnostics) {
    constexpr std::size_t kMostNamed = 6;
    std::vector<std::string> names, others;
    for (const Section& section : table.sections) {
        for (std::size_t i = 0; i < section.rows.size(); ++i) {
            const auto& cells = section.rows[i].cells;
            const auto said = std::find_if(cells.begin(), cells.end(), [](const Content& content) {
                return !content.text.empty();
            });
            if (said == cells.end() || (!section.is_summary(i) && !is_name_of_sum(said->text)))
                continue;
            (section.is_summary(i) ? names : others)
                .push_back(fmt::format("\"{}\"", excerpt(one_line(said->text))));
        }
    }
    if (names.empty()) return;
    if (!others.empty())
        diagnostics.push_back(note("sums-among-rows",
                                   fmt::format("what may be sums stands among other rows: {}",
                                               shortlist(others, kMostNamed)),
                                   {"the title of a section below one makes it the sum of its own"})
                                  .at(FilePlace{file}));
    diagnostics.push_back(
        note("guessed-sums",
             fmt::format("taken for sums of the rows above: {}", shortlist(names, kMostNamed)),
             {"one that is none goes from \"summary\" to \"rows\" in the dataset, and stays there"})
            .at(FilePlace{file}));
}

namespace {

/// Neither has a cell there nor lies under one of several rows or columns.
bool is_left_empty(const Section& section, std::size_t row, std::size_t column) {
    if (section.rows[row].cells[column].cell != nullptr) return false;
    for (std::size_t i = 0; i < column; ++i) {
        const sheets::Cell* cell = section.rows[row].cells[i].cell;
        if (cell != nullptr && i + cell->column_span > column) return false;
    }
    for (std::size_t i = 0; i < row; ++i) {
        const sheets::Cell* cell = section.rows[i].cells[column].cell;
        if (cell != nullptr && i + cell->row_span > row) return false;
    }
    return true;
}

}  // namespace

void tell_of_empty_cells(const Table& table, const std::string& file, Diagnostics& diagnostics) {
    std::vector<std::string> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        std::size_t count = 0;
        for (const Section& section : table.sections) {
            for (std::size_t row = 0; row < section.rows.size(); ++row)
                count += !section.is_summary(row) && is_left_empty(section, row, i) ? 1 : 0;
        }
        if (count > 0) columns.push_back(fmt::format("{} ({})", table.columns[i].title, count));
    }
    if (columns.empty()) return;
    constexpr std::size_t kMostNamed = 6;
    diagnostics.push_back(
        note("empty-cells",
             fmt::format("cells that are empty print nothing: {}", shortlist(columns, kMostNamed)),
             {"\"empty\": \"–\" in a column of the dataset prints a dash in them"})
            .at(FilePlace{file}));
}

namespace {

bool is_figure(const Content& content) {
    return content.cell != nullptr && (content.cell->type != sheets::CellType::Text ||
                                       load::figure_of(content.text).has_value());
}

void tell_of_second_heads(const Table& table, const std::string& file, Diagnostics& diagnostics) {
    constexpr std::size_t kLeast = 2;  // columns, and rows below
    if (table.sections.empty()) return;
    const std::vector<Row>& rows = table.sections.front().rows;
    if (rows.size() <= kLeast) return;
    std::vector<std::string> over_figures;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Content& first = rows.front().cells[i];
        if (is_figure(first)) return;
        const bool is_over = first.cell != nullptr &&
                             std::all_of(rows.begin() + 1, rows.end(),
                                         [i](const Row& row) { return is_figure(row.cells[i]); });
        if (is_over) over_figures.push_back(table.columns[i].title);
    }
    if (over_figures.size() < kLeast) return;
    diagnostics.push_back(
        warning("doubtful-heads",
                fmt::format("row {} is taken for facts, and has words above the figures of {}",
                            rows.front().sheet_row + 1, shortlist(over_figures, 4)),
                {"if they are heads, write them into the cells of the heads above"})
            .at(FilePlace{file}));
}

}  // namespace

void tell_of_heads(const Table& table, const std::string& file, Diagnostics& diagnostics) {
    const auto is_like_its_cells = [](const Column& column) {
        const auto figure = load::figure_of(column.title);
        // Years are usual heads.
        return column.kind == model::ColumnKind::Number && figure && figure->digits.size() != 4;
    };
    const auto found = std::find_if(table.columns.begin(), table.columns.end(), is_like_its_cells);
    if (found == table.columns.end()) return tell_of_second_heads(table, file, diagnostics);
    diagnostics.push_back(
        warning("doubtful-heads",
                fmt::format("the first row is taken for the heads, and \"{}\" stands above numbers",
                            excerpt(found->title)),
                {"put a row of heads above it"})
            .at(FilePlace{file}));
}

void tell_of_calls(const std::map<std::string, std::string>& calls, const std::string& file,
                   Diagnostics& diagnostics) {
    if (calls.empty()) return;
    constexpr std::size_t kMostNamed = 12;
    std::vector<std::string> words;
    for (const auto& [call, cell] : calls) words.push_back(fmt::format("{} ({})", call, cell));
    diagnostics.push_back(
        warning("no-note",
                fmt::format("cells end in {}, and no line below begins so",
                            shortlist(words, kMostNamed)),
                {"notes are lines of one cell below the rows: \"[1] What is to be said\""})
            .at(FilePlace{file}));
}

namespace {

bool is_word(const sheets::Cell& cell) {
    return cell.type == sheets::CellType::Text && !cell.is_label && !load::figure_of(cell.text) &&
           !answer_of(cell.text) && !load::date_of(cell.text, load::DateOrder::DayFirst);
}

/// Rows of a sheet, and columns from one to the last of another.
struct Range {
    std::size_t first_row, last_row, first_column, last_column;
};

std::string named(const Range& range) {
    return fmt::format("{}:{}", sheets::cell_name(range.first_row, range.first_column),
                       sheets::cell_name(range.last_row, range.last_column));
}

class TablesOfSheet {
public:
    TablesOfSheet(const sheets::Sheet& sheet, std::size_t heads, std::size_t end)
        : sheet_(sheet), heads_(heads), end_(end) {}

    std::vector<Range> find() const {
        std::vector<Range> ranges;
        std::size_t first = heads_;
        for (std::size_t row = heads_ + 2; row <= end_; ++row) {
            if (row < end_ && !are_heads(row, first + 1)) continue;
            for (Range& range : beside_each_other(first, row)) ranges.push_back(range);
            first = row;
        }
        return ranges;
    }

private:
    const std::vector<sheets::Cell>& cells(std::size_t row) const { return sheet_.rows[row].cells; }

    bool has_words_alone(std::size_t row) const {
        return cells(row).size() > 1 && std::all_of(cells(row).begin(), cells(row).end(), is_word);
    }

    /// The last of rows of words that begin behind two empty ones: heads of several lines.
    std::size_t last_head(std::size_t row) const {
        constexpr std::size_t kMost = 3;
        std::size_t last = row;
        if (row < 2 || !cells(row - 1).empty() || !cells(row - 2).empty()) return row;
        while (last + 2 < end_ && last + 1 < row + kMost && has_words_alone(last + 1)) ++last;
        return last;
    }

    /// Words alone below an empty row, over a row in which not all of them are. Below a line that
    /// may be a section's, the columns also have to hold other things than in the row `above`, or
    /// to be fewer than all. Words that begin as the first heads do may stand anywhere.
    bool are_heads(std::size_t row, std::size_t above) const {
        if (cells(row).size() < 2 || row + 1 >= end_ || is_again(cells(heads_), cells(row)))
            return false;
        const sheets::Cell* first = sheet_.at(heads_, cells(row).front().column);
        const bool is_begun_again = first != nullptr && first->text == cells(row).front().text;
        const bool has_line = cells(row - 1).size() == 1 && cells(row - 2).empty();
        if (!cells(row - 1).empty() && !has_line && !is_begun_again) return false;
        if (!has_words_alone(row)) return false;
        const std::size_t last = last_head(row);
        std::size_t words = 0, others = 0;
        bool is_other = false;
        for (const sheets::Cell& cell : cells(last)) {
            const sheets::Cell* below = sheet_.at(last + 1, cell.column);
            if (cell.column == cells(last).front().column || below == nullptr) continue;
            ++(is_word(*below) ? words : others);
            const sheets::Cell* before = sheet_.at(above, cell.column);
            is_other = is_other || (!is_word(*below) && before != nullptr && is_word(*before));
        }
        return others > 0 && others >= words &&
               (!has_line || is_begun_again || is_other || is_narrow(row));
    }

    /// Whether all down to the next empty row stands below some cells of this one, which are fewer
    /// than the first heads.
    bool is_narrow(std::size_t row) const {
        constexpr std::size_t kLeast = 3;
        const auto& heads = cells(row);
        bool is_within = true;
        for (std::size_t below = row; below < end_ && !cells(below).empty(); ++below)
            is_within = is_within && cells(below).back().column <= heads.back().column;
        return is_within && heads.size() >= kLeast && heads.size() < cells(heads_).size();
    }

    /// Those between these rows, each of several columns and with words of its own in the first.
    std::vector<Range> beside_each_other(std::size_t first, std::size_t end) const {
        std::vector<std::size_t> filled(sheet_.columns, 0), words(sheet_.columns, 0),
            last(sheet_.columns, first);
        for (std::size_t row = first; row < end; ++row) {
            if (cells(row).size() < 2) continue;
            for (const sheets::Cell& cell : cells(row)) {
                for (std::size_t i = 0; i < cell.column_span; ++i) ++filled[cell.column + i];
                words[cell.column] += is_word(cell) ? 1 : 0;
                last[cell.column] = row;
            }
        }
        std::vector<Range> ranges;
        std::size_t column = 0;
        while (column < filled.size()) {
            const std::size_t from = column;
            while (column < filled.size() && filled[column] > 0) ++column;
            const bool is_named = column > from && words[from] * 3 >= filled[from] * 2;
            const bool is_table = column > from + 1 && is_named;
            if (is_table || (column > from && ranges.empty())) {
                ranges.push_back({first, first, from, column - 1});
            } else if (column > from) {
                ranges.back().last_column = column - 1;
            }
            ++column;
        }
        for (Range& range : ranges)
            for (std::size_t i = range.first_column; i <= range.last_column; ++i)
                range.last_row = std::max(range.last_row, last[i]);
        return ranges;
    }

    const sheets::Sheet& sheet_;
    std::size_t heads_, end_;
};

}  // namespace

void tell_of_tables(const sheets::Sheet& sheet, std::size_t heads, std::size_t end,
                    const std::string& file, Diagnostics& diagnostics) {
    constexpr std::size_t kMostNamed = 6;
    const std::vector<Range> ranges = TablesOfSheet(sheet, heads, end).find();
    if (ranges.size() < 2) return;
    std::vector<std::string> names;
    for (const Range& range : ranges) names.push_back(named(range));
    names.resize(std::min(names.size(), kMostNamed));
    diagnostics.push_back(warning("several-tables",
                                  fmt::format("what may be {} tables is read as one: {}",
                                              ranges.size(), fmt::join(names, ", ")),
                                  {"move each to a sheet of its own, and read it with --sheet"})
                              .at(FilePlace{file}));
}

void tell_of_weekdays(const Table& table, const std::string& file, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].kind != model::ColumnKind::Date) continue;
        std::size_t count = 0;
        for (const Section& section : table.sections) {
            for (const Row& row : section.rows) {
                const sheets::Cell* cell = row.cells[i].cell;
                count +=
                    cell != nullptr && cell->date_pattern.find("EEE") != std::string::npos ? 1 : 0;
            }
        }
        if (count > 0)
            diagnostics.push_back(
                note("weekdays",
                     fmt::format("dates of \"{}\" are printed without their names of days",
                                 table.columns[i].title),
                     {"where they matter, make a column of text of them in the sheet"})
                    .at(FilePlace{file}));
    }
}

bool is_again(const std::vector<sheets::Cell>& heads, const std::vector<sheets::Cell>& row) {
    return row.size() > 1 && std::equal(heads.begin(), heads.end(), row.begin(), row.end(),
                                        [](const sheets::Cell& head, const sheets::Cell& cell) {
                                            return head.column == cell.column &&
                                                   head.text == cell.text;
                                        });
}

bool is_rule(const std::vector<sheets::Cell>& cells) {
    constexpr std::string_view kDashes[] = {"-", "=", "_", "–", "—", "─"};
    bool has_several = false;
    const bool are_dashes = std::all_of(cells.begin(), cells.end(), [&](const sheets::Cell& cell) {
        for (const std::string_view dash : kDashes) {
            std::string_view rest = cell.text;
            while (rest.starts_with(dash)) rest.remove_prefix(dash.size());
            if (!rest.empty()) continue;
            has_several = has_several || cell.text.size() > dash.size();
            return true;
        }
        return false;
    });
    return are_dashes && has_several;
}

void tell_of_rules(std::size_t rules, const std::string& file, Diagnostics& diagnostics) {
    if (rules == 0) return;
    diagnostics.push_back(warning("rules", fmt::format("rows of dashes are left out: {}", rules))
                              .at(FilePlace{file}));
}

void tell_of_levels(const Table& table, const std::string& file, Diagnostics& diagnostics) {
    constexpr std::size_t kMostNamed = 6;
    std::vector<std::string> names;
    for (const Section& section : table.sections) {
        for (const Row& row : section.rows) {
            for (const Content& content : row.cells)
                if (content.level > 0) names.push_back(one_line(content.text));
        }
    }
    if (names.empty()) return;
    diagnostics.push_back(
        note("levels",
             fmt::format("{} {} under those above, for they are indented: {}",
                         counted(names.size(), "name"), names.size() == 1 ? "stands" : "stand",
                         shortlist(names, kMostNamed)))
            .at(FilePlace{file}));
}

void tell_of_kept(const std::string& file, std::string_view noun, std::string_view reason,
                  const std::vector<std::string>& ids, Diagnostics& diagnostics) {
    if (ids.empty()) return;
    constexpr std::size_t kMostNamed = 12;
    const bool is_one = ids.size() == 1;
    diagnostics.push_back(
        warning(unicode::ascii_slug(fmt::format("{}s-kept", noun)),
                fmt::format("{} {} {} the sheet, and {}: {}", counted(ids.size(), noun),
                            is_one ? "is" : "are", reason, is_one ? "stays" : "stay",
                            shortlist(ids, kMostNamed)),
                {"remove by hand what should go"})
            .at(FilePlace{file}));
}

}  // namespace broadside::imports
