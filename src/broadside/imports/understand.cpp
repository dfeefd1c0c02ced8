#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/phrases.hpp"
#include "broadside/imports/doubts.hpp"
#include "broadside/imports/emoji.hpp"
#include "broadside/imports/free_notes.hpp"
#include "broadside/imports/head_row.hpp"
#include "broadside/imports/head_units.hpp"
#include "broadside/imports/heads.hpp"
#include "broadside/imports/lines_beside.hpp"
#include "broadside/imports/note_marks.hpp"
#include "broadside/imports/pairs_below.hpp"
#include "broadside/imports/remarks.hpp"
#include "broadside/imports/table.hpp"
#include "broadside/sheets/sheet_builder.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

using sheets::Cell;
using sheets::Sheet;

/// Each is looked for at the end of every cell.
constexpr std::size_t kMostMarks = 200;

class Understanding {
public:
    Understanding(const Sheet& sheet, const Wishes& wishes, const std::string& file,
                  Diagnostics& diagnostics)
        : sheet_(sheet), wishes_(wishes), file_(file), diagnostics_(diagnostics) {}

    Table run() {
        take_title();
        const Heads heads(sheet_, begin_, end_, has_loose_groups_);
        body_ = begin_ + heads.rows();
        take_notes();
        for (const std::string& line : lines_beside(sheet_, begin_, body_, end_)) {
            beside_ = sheet_.columns - 1;
            add_notes(line);
        }
        take_columns(heads);
        take_rows();
        free_notes(table_, lone_marks_);
        for (std::string* text : {&table_.title, &table_.subtitle})
            *text = with_signs_for_print(*text);
        for (Note& note : table_.notes) note.text = with_signs_for_print(note.text);
        tell_of_calls(calls_, file_, diagnostics_);
        tell_of_tables(sheet_, begin_, end_, file_, diagnostics_);
        return std::move(table_);
    }

private:
    const std::vector<Cell>& cells(std::size_t row) const { return sheet_.rows[row].cells; }
    bool is_empty(std::size_t row) const { return row >= end_ || cells(row).empty(); }
    bool is_left_out(std::size_t row) {
        const bool is_line = is_rule(cells(row));
        rules_ += is_line ? 1 : 0;
        return is_line || is_empty(row);
    }
    bool is_lonely(std::size_t row) const { return !is_empty(row) && cells(row).size() == 1; }
    bool is_over_all(const Cell& cell) const {
        return cell.column_span > 1 && cell.column_span * 2 > sheet_.columns;
    }

    void take_title() {
        while (begin_ < end_ && is_empty(begin_)) ++begin_;
        const HeadRow head(sheet_, begin_);
        const std::size_t first = head.find();
        if (first == end_) return;
        std::vector<std::string> lines;
        for (; begin_ < first; ++begin_) {
            if (is_left_out(begin_)) continue;
            std::string line = cells(begin_).front().text;
            const bool is_of_two = cells(begin_).size() == 2 && !line.ends_with(':');
            for (std::size_t i = 1; i < cells(begin_).size(); ++i)
                line += (is_of_two ? ": " : " ") + cells(begin_)[i].text;
            lines.push_back(std::move(line));
        }
        has_loose_groups_ = head.has_loose_groups(begin_) || head.has_groups_among_heads(begin_);
        if (lines.empty()) return;
        table_.title = one_line(lines.front());
        lines.erase(lines.begin());
        table_.subtitle = fmt::format("{}", fmt::join(lines, "\n"));
    }

    /// A row of the dataset of which the sheet has nothing but the name any more.
    bool is_known_row(const Cell& cell) const {
        return wishes_.rows.count(cell.text) > 0 && wishes_.sections.count(cell.text) == 0;
    }

    /// Lines that stand alone below the rows, where they look like notes, and pairs among them.
    void take_notes() {
        const PairsBelow pairs(sheet_, body_, wishes_.rows);
        std::size_t below = end_;
        while (below > body_ && (cells(below - 1).size() < 2 || pairs.is_pair(below - 1))) --below;
        if (below == body_ || sheet_.columns < 2) return;
        note_raised_calls(below);
        const LinesBelow lines(sheet_, body_, below);
        const auto begins_notes = [&](std::size_t row) {
            const Cell& cell = cells(row).front();
            constexpr std::size_t kLong = 60;
            if (is_known_row(cell)) return false;
            return cells(row).size() > 1 || note_in(cell.text) || is_empty(row - 1) ||
                   is_over_all(cell) || cell.text.size() > kLong;
        };
        // Names would be lost among them.
        const auto are_remarks = [&](std::size_t row) {
            while (row < end_ && !is_empty(row) && lines.is_remark(cells(row).front()) &&
                   !is_known_row(cells(row).front()))
                ++row;
            return row == end_ || is_empty(row) || begins_notes(row);
        };
        std::size_t first = below;
        while (first < end_ && (is_empty(first) || !(begins_notes(first) || are_remarks(first))))
            ++first;
        lines.tell_of_rows(first, file_, diagnostics_);
        for (std::size_t row = first; row < end_; ++row) {
            if (!is_empty(row))
                add_notes(is_lonely(row) ? cells(row).front().text : pairs.line(row));
        }
        std::stable_partition(table_.notes.begin(), table_.notes.end(),
                              [](const Note& note) { return !note.mark.empty(); });
        end_ = first;
    }

    /// The keys that stand above the line in cells before that row, and with which no line from it
    /// on begins as marks do.
    void note_raised_calls(std::size_t below) {
        for (std::size_t row = begin_; row < below; ++row) {
            for (const Cell& cell : cells(row)) {
                for (const std::string_view call : calls_in(cell.text))
                    if (std::string key = raised_key(call); !key.empty()) raised_.insert(key);
            }
        }
        for (std::size_t row = below; row < end_ && !raised_.empty(); ++row) {
            for (const Cell& cell : cells(row)) {
                for (std::string_view text = cell.text; !text.empty();) {
                    if (const auto note = marked_note(unicode::take_until(text, '\n')))
                        raised_.erase(note->mark);
                }
            }
        }
    }

    /// "Notes: 1. Cash only." is note 1, too.
    std::optional<Note> note_in(std::string_view line) const {
        const std::string_view behind = behind_remark_word(line);
        const std::string_view list = unicode::has_digit(behind.substr(0, 1)) ? behind : line;
        auto note = marked_note(list);
        if (!note) note = plain_note(line, raised_);
        if (note && is_key(note->mark)) {
            note->whole = line;
            note->is_numbered = unicode::has_digit(note->mark);
        }
        return note;
    }

    /// As an entry of a legend does: "❔ in an early stage".
    static bool begins_with_symbol(std::string_view line) {
        const unicode::Character first = unicode::character_at(line, 0);
        return first.code >= 0x2100 && !unicode::is_letter(first.code) &&
               line.substr(first.size).starts_with(' ');
    }

    /// A cell may hold a note on each of its lines.
    void add_notes(std::string_view text) {
        std::vector<Note> added;
        while (!text.empty()) {
            const std::string_view line = unicode::take_until(text, '\n');
            if (auto note = note_in(line)) {
                added.push_back(*std::move(note));
            } else if (added.empty() || begins_with_symbol(line)) {
                added.push_back({"", std::string(line), ""});
            } else {
                for (std::string* said : {&added.back().text, &added.back().whole})
                    if (!said->empty()) said->append("\n").append(line);
            }
        }
        for (Note& note : added) {
            // A mark that stands twice cannot tell which note is meant.
            if (marks_.size() >= kMostMarks || !marks_.insert(note.mark).second) note.mark.clear();
            note.line = table_.notes.size();
            table_.notes.push_back(std::move(note));
        }
    }

    Content content(std::size_t row, std::size_t column) {
        Content content{sheet_.at(row, column)};
        if (content.cell == nullptr) return content;
        content.text = content.cell->text;
        content.rich = content.cell->rich;
        content.notes = take_marks(content.text, table_.notes);
        if (content.text.empty()) {
            if (content.notes.size() == 1) lone_marks_[content.notes[0]] = content.cell->text;
            return {content.cell, content.cell->text, content.rich, {}};
        }
        if (!content.notes.empty()) take_marks(content.rich, table_.notes);
        for (const std::string_view call : calls_in(content.text))
            calls_.emplace(call, sheets::cell_name(row, column));
        if (!answer_of(content.text)) {
            content.text = with_signs_for_print(content.text);
            content.rich = with_signs_for_print(content.rich);
        }
        return content;
    }

    void take_columns(const Heads& heads) {
        std::set<std::size_t> used;
        for (std::size_t row = begin_; row < end_; ++row) {
            for (const Cell& cell : cells(row)) {
                const std::size_t span = row < body_ ? heads.span(row, cell) : 1;
                if (cell.column == beside_) continue;
                for (std::size_t c = 0; c < std::min<std::size_t>(span, cell.column_span); ++c)
                    used.insert(cell.column + c);
            }
        }
        for (const std::size_t sheet_column : used) {
            Column column;
            column.sheet_column = sheet_column;
            std::vector<std::string> titles;
            for (std::size_t i = 0; i < heads.rows(); ++i) {
                Content head = content(begin_ + i, sheet_column);
                if (head.cell == nullptr || heads.span(begin_ + i, *head.cell) > 1) continue;
                titles.push_back(heads.title(begin_ + i, one_line(head.text)));
                head.notes.insert(head.notes.begin(), column.head.notes.begin(),
                                  column.head.notes.end());
                column.head = std::move(head);
            }
            column.title = fmt::format("{}", fmt::join(titles, " "));
            // Databases have names without spaces.
            if (column.title.find(' ') == std::string::npos)
                std::replace(column.title.begin(), column.title.end(), '_', ' ');
            table_.columns.push_back(std::move(column));
        }
        for (std::size_t i = 0; i < heads.rows(); ++i) take_spanners(heads, begin_ + i);
    }

    void take_spanners(const Heads& heads, std::size_t row) {
        for (const Cell& cell : cells(row)) {
            const std::size_t span = heads.span(row, cell);
            if (span < 2) continue;
            std::string title = cell.text;
            std::vector<std::size_t> notes = take_marks(title, table_.notes);
            if (title.empty()) {
                title = cell.text;
                notes.clear();
            }
            Spanner spanner{with_signs_for_print(one_line(title))};
            spanner.notes = std::move(notes);
            for (std::size_t i = 0; i < table_.columns.size(); ++i) {
                const std::size_t at = table_.columns[i].sheet_column;
                if (at < cell.column || at >= cell.column + span) continue;
                if (spanner.columns++ == 0) spanner.first = i;
            }
            if (spanner.columns > 0) table_.spanners.push_back(std::move(spanner));
        }
    }

    /// Where most columns are filled almost everywhere, a row of one cell is none.
    bool is_dense() const {
        std::vector<std::size_t> filled(sheet_.columns, 0);
        std::size_t rows = 0;
        for (std::size_t row = body_; row < end_; ++row) {
            // Sums have a few numbers alone.
            if (cells(row).size() < 2 || is_name_of_sum(cells(row).front().text)) continue;
            ++rows;
            for (const Cell& cell : cells(row)) {
                for (std::size_t c = 0; c < cell.column_span; ++c) ++filled[cell.column + c];
            }
        }
        std::size_t columns = 0, all = 0;
        for (const std::size_t count : filled) {
            if (count * 2 < rows) continue;
            ++columns;
            all += count;
        }
        return columns > 1 && columns * 2 >= table_.columns.size() && all * 5 >= rows * columns * 4;
    }

    /// Where a row that is the title of a section has its words: below the first head or, where
    /// there are figures alone, as numbers of rows, below the first one with words.
    bool is_column_of_titles(std::size_t column) const {
        constexpr std::size_t kMostBefore = 2;
        const auto& columns = table_.columns;
        for (std::size_t i = 0; i < columns.size() && i <= kMostBefore; ++i) {
            if (columns[i].sheet_column == column) return true;
            for (std::size_t row = body_; row < end_; ++row) {
                const Cell* cell = sheet_.at(row, columns[i].sheet_column);
                if (cell != nullptr && cells(row).size() > 1 && is_word_of_head(*cell))
                    return false;
            }
        }
        return false;
    }

    void take_rows() {
        const bool is_dense_table = is_dense();
        std::size_t last_filled = end_;
        while (last_filled > body_ && cells(last_filled - 1).size() < 2) --last_filled;
        const auto is_section = [&](std::size_t row) {
            if (!is_lonely(row) || table_.columns.size() < 2 || row >= last_filled) return false;
            const Cell& cell = cells(row).front();
            if (cell.row_span > 1 || sheet_.rows[row].has_left_out || is_known_row(cell) ||
                !is_column_of_titles(cell.column))
                return false;
            const bool is_apart = row > body_ && is_empty(row - 1);
            return is_over_all(cell) || is_dense_table || is_apart || cell.is_strong ||
                   wishes_.sections.count(cell.text) > 0;
        };
        bool is_after_title = false;
        for (std::size_t row = body_; row < end_; ++row) {
            if (is_left_out(row) || (body_ > begin_ && is_again(cells(body_ - 1), cells(row))))
                continue;
            if (is_section(row)) {
                Content title = content(row, cells(row).front().column);
                if (is_after_title) {
                    Content& above = table_.sections.back().title;
                    above.text.append(" – ").append(title.text);
                    above.notes.insert(above.notes.end(), title.notes.begin(), title.notes.end());
                } else {
                    table_.sections.push_back({{}, std::move(title), {}});
                }
                is_after_title = true;
                continue;
            }
            is_after_title = false;
            if (table_.sections.empty()) table_.sections.emplace_back();
            Row& added = table_.sections.back().rows.emplace_back();
            added.sheet_row = row;
            for (const Column& column : table_.columns)
                added.cells.push_back(content(row, column.sheet_column));
        }
        tell_of_rules(rules_, file_, diagnostics_);
    }

    const Sheet& sheet_;
    const Wishes& wishes_;
    const std::string& file_;
    Diagnostics& diagnostics_;
    Table table_;
    std::set<std::string> marks_;
    std::map<std::string, std::string> calls_;  // of notes that there are not, by the first cell
    std::set<std::string> raised_;              // keys above the line, which no mark has
    std::map<std::size_t, std::string> lone_marks_;  // of notes, which are all that a cell says
    bool has_loose_groups_ = false;
    std::optional<std::size_t> beside_;  // the column of lines that explain the table
    std::size_t rules_ = 0;              // lines of dashes, which are left out
    std::size_t begin_ = 0, body_ = 0, end_ = sheet_.rows.size();
};

}  // namespace

Table understand(const Sheet& sheet, const Wishes& wishes, const std::string& file,
                 Diagnostics& diagnostics) {
    Table table = Understanding(sheet, wishes, file, diagnostics).run();
    // "Sheet1" is what a program calls one that nobody gave a name.
    const bool has_name =
        !sheet.name.empty() && sheet.name != "Sheet" && !unicode::ends_with_digit(sheet.name);
    if (table.title.empty())
        table.title = with_signs_for_print(has_name ? sheet.name : wishes.title);
    if (table.sections.empty())
        diagnostics.push_back(
            error("no-rows", "expected rows below the heads, got none").at(FilePlace{file}));
    table.sheet = sheet.name;
    table.has_furigana = sheet.has_furigana;
    find_summaries(table);
    tell_kinds(table, wishes);
    take_units_of_heads(table);
    tell_cents(table);
    tell_levels(table);
    tell_of_decimals(table, file, diagnostics);
    give_heads(table, file, diagnostics);
    give_ids(table);
    write_as_shown(table);
    return table;
}

}  // namespace broadside::imports
