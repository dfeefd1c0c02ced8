#include <algorithm>
#include <cctype>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/sheets/markdown_text.hpp"
#include "broadside/sheets/readers.hpp"
#include "broadside/sheets/sheet_builder.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::sheets {

namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) lines.push_back(unicode::trimmed(unicode::take_until(text, '\n')));
    return lines;
}

/// Remarks of HTML are for who edits the file.
std::string without_remarks(std::string_view text) {
    std::string kept;
    while (!text.empty()) {
        const std::size_t begin = text.find("<!--");
        const std::size_t end = begin == text.npos ? begin : text.find("-->", begin);
        kept += text.substr(0, end == text.npos ? end : begin);
        text.remove_prefix(end == text.npos ? text.size() : end + 3);
    }
    return kept;
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

/// Without a scheme: of another page of the same site.
bool is_relative_address(std::string_view address) {
    const std::size_t end = address.find_first_of(":/?#");
    return end == address.npos || address[end] != ':';
}

/// The words of a cell, and the same with the markup that datasets have.
class Inline {
public:
    explicit Inline(std::string_view text) : text_(text) {
        while (at_ < text_.size()) step();
    }

    std::string plain, rich;
    std::string url;                 // of the whole cell, where it is one link
    bool has_emphasis = false;       // inside of it
    std::size_t relative_links = 0;  // of which the words are left
    std::size_t strong_until = 0;    // how far bold that begins at once goes in `plain`

private:
    std::string_view rest() const { return text_.substr(at_); }

    void step() {
        constexpr std::string_view kBreaks[] = {"<br>", "<br/>", "<br />"};
        for (const std::string_view tag : kBreaks) {
            if (rest().starts_with(tag)) return literal('\n', tag.size());
        }
        if (rest()[0] == '`') return code();
        if (rest()[0] == '[' && (link() || call())) return;
        if (rest()[0] == '<' && autolink()) return;
        if (rest().starts_with("~~")) return marker("", 2);
        if (rest().starts_with("**") || rest().starts_with("__")) return strong();
        const bool is_escape = rest()[0] == '\\' && rest().size() > 1;
        if (is_escape && std::ispunct(static_cast<unsigned char>(rest()[1])) != 0) {
            ++at_;
            return literal(rest()[0], 1);
        }
        if (rest()[0] == '*' && has_partner('*')) return marker("*", 1);
        if (rest()[0] == '_' && has_partner('_') && is_at_edge()) return marker("*", 1);
        literal(rest()[0], 1);
    }

    void literal(char c, std::size_t size) {
        constexpr std::string_view kSigns = "\\*_[";
        plain += c;
        if (kSigns.find(c) != kSigns.npos) rich += '\\';
        rich += c;
        at_ += size;
    }

    void marker(std::string_view sign, std::size_t size) {
        rich += sign;
        has_emphasis = has_emphasis || !sign.empty();
        at_ += size;
    }

    void strong() {
        const std::string_view sign = rest().substr(0, 2);
        const bool is_open = is_strong_;
        if (!is_open && rest().find(sign, 2) == text_.npos) {
            literal(sign[0], 1);
            return literal(sign[0], 1);
        }
        if (is_open && strong_begin_ == 0) strong_until = plain.size();
        if (!is_open) strong_begin_ = plain.size();
        is_strong_ = !is_open;
        marker("**", 2);
    }

    /// Asked of a sign that is there.
    bool has_partner(char sign) const {
        return text_.find(sign, at_ + 1) != text_.npos || at_ > first_of(sign);
    }

    std::size_t first_of(char sign) const { return sign == '*' ? first_star_ : first_line_; }

    /// Underscores inside a word are that word's own.
    bool is_at_edge() const {
        const auto is_word = [&](std::size_t at) {
            return at < text_.size() && unicode::is_ascii_letter_or_digit(text_[at]);
        };
        return at_ == 0 || !is_word(at_ - 1) || !is_word(at_ + 1);
    }

    void code() {
        const std::size_t end = rest().find('`', 1);
        if (end == text_.npos) return literal('`', 1);
        const std::size_t last = at_ + end;
        for (++at_; at_ < last;) literal(text_[at_], 1);
        ++at_;
    }

    bool link() {
        // Nothing is looked for beyond where it can be: not at each of a million signs.
        const std::size_t middle = rest().substr(0, rest().find('[', 1)).find("](");
        if (middle == text_.npos || last_bracket_ == text_.npos || at_ + middle > last_bracket_)
            return false;
        const std::size_t end = rest().find(')', middle);
        const Inline words(rest().substr(1, middle - 1));
        std::string address(rest().substr(middle + 2, end - middle - 2));
        address.resize(std::min(address.find(' '), address.size()));
        // "/wiki/China" leads nowhere from a page by itself.
        const bool is_relative = is_relative_address(address);
        const bool is_all = at_ == 0 && end + 1 == text_.size();
        if (is_all && !is_relative) url = address;
        rich += is_all || is_relative ? words.rich : "[" + words.rich + "](" + address + ")";
        has_emphasis = has_emphasis || words.has_emphasis || !(is_all || is_relative);
        relative_links += words.relative_links + (is_relative ? 1 : 0);
        plain += words.plain;
        at_ += end + 1;
        return true;
    }

    /// `[^1]` is what others write `[1]`.
    bool call() {
        constexpr std::size_t kLongest = 16;
        const std::size_t end = rest().substr(0, kLongest).find(']');
        if (!rest().starts_with("[^") || end == text_.npos || end < 3) return false;
        const std::string_view name = rest().substr(2, end - 2);
        literal('[', 2);
        for (const char c : name) literal(c, 1);
        literal(']', 1);
        return true;
    }

    /// `<https://…>` and `<name@host>`.
    bool autolink() {
        const std::size_t end = rest().find_first_of("<> \t", 1);
        if (end == text_.npos || rest()[end] != '>') return false;
        const std::string_view address = rest().substr(1, end - 1);
        const bool has_scheme = address.starts_with("http://") || address.starts_with("https://") ||
                                address.starts_with("mailto:") || address.starts_with("tel:");
        const bool is_mail = !has_scheme && address.find('@') != address.npos;
        if (!has_scheme && !is_mail) return false;
        const bool is_all = at_ == 0 && end + 1 == text_.size();
        const std::string target = (is_mail ? "mailto:" : "") + std::string(address);
        plain += address;
        rich += is_all ? std::string(address) : fmt::format("[{}]({})", address, target);
        has_emphasis = has_emphasis || !is_all;
        at_ += end + 1;
        return true;
    }

    std::string_view text_;
    const std::size_t last_bracket_ = text_.rfind(')');
    const std::size_t first_star_ = text_.find('*'), first_line_ = text_.find('_');
    std::size_t at_ = 0, strong_begin_ = 0;
    bool is_strong_ = false;
};

Cell cell_of(std::string_view written, const MarkdownReferences& references,
             std::size_t& relative_links) {
    const std::string text = written_out(unicode::trimmed(written), references);
    const Inline read(text);
    Cell cell;
    cell.text = clean_text(read.plain);
    cell.url = read.url;
    relative_links += read.relative_links;
    // Bold from end to end makes a cell strong, as in a workbook.
    cell.is_strong = !read.plain.empty() && read.strong_until == read.plain.size();
    if (read.has_emphasis && !cell.is_strong) cell.rich = clean_text(read.rich);
    return cell;
}

/// The text of a heading; empty: the line is none.
std::string_view heading_of(std::string_view line) {
    if (!line.starts_with('#')) return {};
    line.remove_prefix(std::min(line.find_first_not_of('#'), line.size()));
    return unicode::trimmed(line);
}

/// What stands around tables and is no text: rules, ends of fences and remarks.
bool is_markup(std::string_view line) {
    return line.starts_with("```") ||
           (line.size() > 2 && line.find_first_not_of("-=*_ ") == line.npos);
}

/// "a. " or "b) ".
bool begins_with_letter_of_note(std::string_view line) {
    return line.size() > 3 && line[0] >= 'a' && line[0] <= 'z' &&
           (line[1] == '.' || line[1] == ')') && line[2] == ' ';
}

/// The text of these lines, a string a paragraph; it keeps the lines that begin with a sign or a
/// number, as notes do.
std::vector<std::string> paragraphs_of(const Lines& lines, std::size_t first, std::size_t end,
                                       const MarkdownReferences& references) {
    std::vector<std::string> paragraphs;
    bool goes_on = false, is_fenced = false, is_broken = false;
    for (std::size_t i = first; i < end; ++i) {
        if (lines[i].starts_with("```")) is_fenced = !is_fenced;
        if (is_fenced || references.is_definition(lines[i])) continue;
        std::string_view line = lines[i];
        const bool is_item = line.starts_with("- ") || line.starts_with("> ");
        if (is_item) line.remove_prefix(2);
        std::string text(line);
        const bool was_broken = std::exchange(is_broken, line.ends_with('\\'));
        if (is_broken) text.pop_back();
        // The definition of a note.
        const std::size_t colon = text.find("]: ");
        if (text.starts_with("[^") && colon != text.npos)
            text = fmt::format("[{}] {}", text.substr(2, colon - 2), text.substr(colon + 3));
        if (text.empty() || is_markup(text)) {
            goes_on = false;
        } else if (!goes_on) {
            paragraphs.push_back(text);
            goes_on = true;
        } else {
            const bool is_word = std::isalpha(static_cast<unsigned char>(text[0])) != 0 &&
                                 !begins_with_letter_of_note(text);
            paragraphs.back() += (is_word && !is_item && !was_broken ? ' ' : '\n') + text;
        }
    }
    return paragraphs;
}

/// `above` and `below`: where the text before its head begins, and that behind its rows ends.
struct Found {
    std::string name;
    std::size_t above = 0, head = 0, end = 0, below = 0;
};

std::vector<Found> tables_of(const Lines& lines, const MarkdownReferences& references) {
    std::vector<Found> tables;
    std::string heading;
    std::size_t above = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (const auto text = heading_of(lines[i]); !text.empty()) {
            heading = clean_text(Inline(written_out(text, references)).plain);
            above = i + 1;
            if (!tables.empty()) tables.back().below = std::min(tables.back().below, i);
        }
        if (i == 0 || !is_delimiter(lines[i]) || lines[i - 1].find('|') == std::string_view::npos)
            continue;
        if (!tables.empty()) tables.back().below = std::min(tables.back().below, i - 1);
        Found found{heading, std::min(above, i - 1), i - 1, i + 1, lines.size()};
        while (found.end < lines.size() && lines[found.end].find('|') != std::string_view::npos)
            ++found.end;
        above = found.end;
        i = found.end - 1;
        tables.push_back(std::move(found));
    }
    return tables;
}

/// Tells of what stands between the table before one and its heading: it is said of more than that.
void tell_of_text_left_out(const Lines& lines, const std::vector<Found>& tables, std::size_t chosen,
                           const MarkdownReferences& references, Diagnostics& diagnostics) {
    if (tables[chosen].name.empty() || tables[chosen].above == 0) return;
    std::vector<std::string> texts = paragraphs_of(
        lines, chosen == 0 ? 0 : tables[chosen - 1].below, tables[chosen].above - 1, references);
    for (std::string& text : texts) text = fmt::format("\"{}\"", excerpt(text));
    if (texts.empty()) return;
    constexpr std::size_t kMostNamed = 4;
    diagnostics.push_back(warning("text-left-out",
                                  fmt::format("text above the heading of the table is left out: {}",
                                              shortlist(texts, kMostNamed)),
                                  {"write below the heading what is to be on the page"}));
}

}  // namespace

std::optional<Sheet> read_markdown(const SheetInput& input, std::string_view utf8,
                                   Diagnostics& diagnostics) {
    const std::string text_alone = without_remarks(utf8);
    const Lines lines = lines_of(text_alone);
    const MarkdownReferences references(text_alone);
    const std::vector<Found> tables = tables_of(lines, references);
    std::vector<std::string> names;
    for (const Found& found : tables) names.push_back(found.name);
    const auto chosen = chosen_sheet(input.request.sheet, names, diagnostics);
    if (!chosen) return std::nullopt;
    if (tables.empty()) return Sheet{};
    const std::size_t index = *chosen == std::string::npos ? 0 : *chosen;
    const Found& table = tables[index];
    tell_of_text_left_out(lines, tables, index, references, diagnostics);
    if (*chosen == std::string::npos) tell_of_others(names, {}, table.name, diagnostics);
    SheetBuilder builder;
    std::size_t row = 0, relative_links = 0, pictures = 0;
    const auto add_text = [&](const std::string& text) {
        const Inline read(written_out(text, references));
        Cell cell;
        cell.text = clean_text(read.plain);
        relative_links += read.relative_links;
        builder.add(row++, std::move(cell));
    };
    const std::vector<std::string> above =
        paragraphs_of(lines, table.above, table.head, references);
    if (!above.empty() && !table.name.empty()) add_text(table.name);
    for (const std::string& text : above) add_text(text);
    for (std::size_t i = table.head; i < table.end; ++i) {
        if (i == table.head + 1) continue;
        std::size_t column = 0, wordless = 0;
        for (const std::string& written : cells_of(lines[i])) {
            Cell cell = cell_of(written, references, relative_links);
            wordless += cell.text.empty() && !unicode::trimmed(written).empty() ? 1 : 0;
            cell.column = static_cast<std::uint32_t>(column++);
            if (!builder.add(row, std::move(cell))) break;
        }
        if (wordless > 0) builder.leave_out_cell(row);
        pictures += wordless;
        ++row;
    }
    if (is_delimiter(lines[table.head]) ||
        lines[table.head].find_first_not_of("| \t") == std::string_view::npos)
        diagnostics.push_back(warning(
            "no-head", "the heads of the table say nothing: its first row is taken for them",
            {"write the heads into the file"}));
    ++row;  // apart from what is below
    for (const std::string& text : paragraphs_of(lines, table.end, table.below, references))
        add_text(text);
    if (pictures > 0)
        diagnostics.push_back(
            warning("pictures-left-out",
                    fmt::format("cells with pictures that have no words, which are left empty: {}",
                                pictures),
                    {"write words between the brackets: ![passing](badge.svg)"}));
    if (relative_links > 0)
        diagnostics.push_back(warning(
            "relative-links",
            fmt::format("links that lead nowhere by themselves, as \"/wiki/China\", of which the "
                        "words are kept: {}",
                        relative_links),
            {"write them in full: https://…"}));
    return std::move(builder).finish(table.name, diagnostics);
}

}  // namespace broadside::sheets
