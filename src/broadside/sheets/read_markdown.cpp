#include <algorithm>

#include "broadside/sheets/readers.hpp"
#include "broadside/sheets/sheet_builder.hpp"

namespace broadside::sheets {

namespace {

using Lines = std::vector<std::string_view>;

std::string_view without_blanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(without_blanks(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// The cells of a line between its bars; `\|` is none.
std::vector<std::string> cells_of(std::string_view line) {
    if (line.starts_with('|')) line.remove_prefix(1);
    if (line.ends_with('|') && !line.ends_with("\\|")) line.remove_suffix(1);
    std::vector<std::string> cells(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line.substr(i, 2) == "\\|") {
            cells.back() += line[++i];
        } else if (line[i] == '|') {
            cells.emplace_back();
        } else {
            cells.back() += line[i];
        }
    }
    return cells;
}

/// "|---|:-:|": what stands between heads and rows.
bool is_delimiter(std::string_view line) {
    return line.find('-') != line.npos && line.find('|') != line.npos &&
           line.find_first_not_of("|-: \t") == line.npos;
}

/// The inline markup that datasets have, of what Markdown has.
std::string rich_form(std::string_view text) {
    std::string rich;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        const bool is_break =
            rest.starts_with("<br>") || rest.starts_with("<br/>") || rest.starts_with("<br />");
        if (is_break) {
            rich += '\n';
            i += rest.find('>');
        } else if (rest.starts_with("**") || rest.starts_with("__")) {
            rich += "**";
            ++i;
        } else if (rest[0] == '\\' && rest.size() > 1) {
            const bool is_kept = std::string_view("*_[]\\").find(rest[1]) != std::string_view::npos;
            rich.append(is_kept ? "\\" : "") += rest[1];
            ++i;
        } else if (rest[0] == '*' && (i > 0 || rest.find('*', 1) != rest.npos)) {
            // Emphasis, unless it is a mark of a note at the end of a text.
            const bool has_partner = text.find('*') != text.rfind('*');
            rich += has_partner ? '_' : '*';
        } else if (rest[0] != '`') {
            rich += rest[0];
        }
    }
    return rich;
}

/// A cell that is one link leads there.
void take_link(Cell& cell) {
    const std::string& text = cell.text;
    const std::size_t middle = text.find("](");
    if (!text.starts_with('[') || !text.ends_with(')') || middle == text.npos ||
        text.find('[', 1) != text.npos)
        return;
    cell.url = text.substr(middle + 2, text.size() - middle - 3);
    cell.url.resize(std::min(cell.url.find(' '), cell.url.size()));
    cell.text = text.substr(1, middle - 1);
}

/// The text of a heading; empty: the line is none.
std::string_view heading_of(std::string_view line) {
    if (!line.starts_with('#')) return {};
    line.remove_prefix(std::min(line.find_first_not_of('#'), line.size()));
    return without_blanks(line);
}

struct Found {
    std::string name;
    std::size_t head = 0, end = 0;
};

std::vector<Found> tables_of(const Lines& lines) {
    std::vector<Found> tables;
    std::string heading;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (const auto text = heading_of(lines[i]); !text.empty()) heading = text;
        if (i == 0 || !is_delimiter(lines[i]) || lines[i - 1].find('|') == std::string_view::npos)
            continue;
        Found found{heading, i - 1, i + 1};
        while (found.end < lines.size() && lines[found.end].find('|') != std::string_view::npos)
            ++found.end;
        i = found.end - 1;
        tables.push_back(std::move(found));
    }
    return tables;
}

}  // namespace

std::optional<Sheet> read_markdown(const SheetInput& input, std::string_view utf8,
                                   Diagnostics& diagnostics) {
    const Lines lines = lines_of(utf8);
    const std::vector<Found> tables = tables_of(lines);
    std::vector<std::string> names;
    for (const Found& found : tables) names.push_back(found.name);
    const auto chosen = chosen_sheet(input.name, input.request.sheet, names, diagnostics);
    if (!chosen) return std::nullopt;
    if (tables.empty()) return Sheet{};
    const Found& table = tables[*chosen == std::string::npos ? 0 : *chosen];
    if (*chosen == std::string::npos) tell_of_others(input.name, names, table.name, diagnostics);
    SheetBuilder builder(input.name);
    std::size_t row = 0;
    for (std::size_t i = table.head; i < table.end; ++i) {
        if (i == table.head + 1) continue;
        std::size_t column = 0;
        for (const std::string& written : cells_of(lines[i])) {
            Cell cell;
            cell.column = static_cast<std::uint32_t>(column++);
            cell.text = clean_text(rich_form(without_blanks(written)));
            cell.is_markdown = true;
            take_link(cell);
            if (!builder.add(row, std::move(cell))) break;
        }
        ++row;
    }
    return std::move(builder).finish(table.name, diagnostics);
}

}  // namespace broadside::sheets
