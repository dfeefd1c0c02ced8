#include <algorithm>
#include <array>
#include <map>

#include "broadside/base/limits.hpp"
#include "broadside/sheets/readers.hpp"
#include "broadside/sheets/sheet_builder.hpp"

namespace broadside::sheets {

namespace {

using Record = std::vector<std::string>;

/// Reads the fields of all records, at most `most`.
std::vector<Record> records_of(std::string_view text, char separator, std::size_t most) {
    std::vector<Record> records;
    std::size_t at = 0;
    while (at < text.size() && records.size() < most) {
        Record record(1);
        bool is_quoted = false;
        bool is_at_start = true;  // of a field: only there a quote opens
        for (; at < text.size(); ++at) {
            const char c = text[at];
            if (is_quoted) {
                if (c != '"') {
                    record.back() += c;
                } else if (at + 1 < text.size() && text[at + 1] == '"') {
                    record.back() += text[++at];
                } else {
                    is_quoted = false;
                }
            } else if (c == '"' && is_at_start) {
                is_quoted = true;
                is_at_start = false;
            } else if (c == separator) {
                // What stands in columns that no table has is one field, and mostly nothing.
                if (record.size() <= limits::kMaxColumns) record.emplace_back();
                is_at_start = true;
            } else if (c == '\n' || c == '\r') {
                at += c == '\r' && text.substr(at, 2) == "\r\n" ? 2 : 1;
                break;
            } else {
                is_at_start = is_at_start && c == ' ';
                record.back() += c;
            }
        }
        records.push_back(std::move(record));
    }
    return records;
}

/// "sep=;": what Excel asks to be told in the first line.
char declared_separator(std::string_view& text) {
    if (text.size() < 6 || text.substr(0, 4) != "sep=") return '\0';
    if (text[5] != '\n' && text[5] != '\r') return '\0';
    const char separator = text[4];
    text.remove_prefix(5);
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    return separator;
}

/// The separator by which most records have as many fields as most others, and more than one.
char guessed_separator(std::string_view text) {
    constexpr std::array<char, 4> kSeparators = {'\t', ';', ',', '|'};
    constexpr std::size_t kLooked = 200;
    char best = ',';
    std::size_t best_score = 0;
    for (const char separator : kSeparators) {
        std::map<std::size_t, std::size_t> counts;
        for (const Record& record : records_of(text, separator, kLooked)) {
            if (record.size() > 1) ++counts[record.size()];
        }
        std::size_t score = 0;
        for (const auto& [size, count] : counts) score = std::max(score, count);
        if (score > best_score) {
            best_score = score;
            best = separator;
        }
    }
    return best;
}

}  // namespace

std::optional<Sheet> read_delimited(const SheetInput& input, std::string_view utf8,
                                    Diagnostics& diagnostics) {
    const char declared = declared_separator(utf8);
    const char separator = declared != '\0' ? declared : guessed_separator(utf8);
    SheetBuilder builder(input.name);
    std::size_t row = 0;
    for (const Record& record : records_of(utf8, separator, limits::kMaxRows + 1)) {
        for (std::size_t i = 0; i < record.size(); ++i) {
            Cell cell;
            cell.column = static_cast<std::uint32_t>(i);
            cell.text = clean_text(record[i]);
            if (!builder.add(row, std::move(cell))) break;
        }
        ++row;
    }
    return std::move(builder).finish({}, diagnostics);
}

}  // namespace broadside::sheets
