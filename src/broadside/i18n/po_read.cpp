#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/base/translation.hpp"
#include "broadside/i18n/exchange.hpp"
#include "broadside/load/syntax/report.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::i18n {

namespace {

/// The BCP 47 tag of a language as POSIX writes it: `zh_TW`, `sr@latin`, `sv_SE.UTF-8`. What is no
/// language comes back as it is.
std::string tag_of(std::string_view language) {
    constexpr std::pair<std::string_view, std::string_view> kScripts[] = {
        {"@latin", "Latn"}, {"@cyrillic", "Cyrl"}, {"@arabic", "Arab"}, {"@devanagari", "Deva"}};
    const std::size_t at = std::min(language.find('@'), language.size());
    const std::string_view variant = language.substr(at);
    std::string tag(language.substr(0, std::min(at, language.find('.'))));
    std::replace(tag.begin(), tag.end(), '_', '-');
    for (const auto& [name, script] : kScripts) {
        // A script stands before the region.
        const std::size_t end = std::min(tag.find('-'), tag.size());
        if (variant == name) tag.insert(end, "-" + std::string(script));
    }
    if (variant == "@valencia") tag += "-valencia";
    tag = unicode::canonical_tag(std::move(tag));
    return unicode::is_language_tag(tag) ? tag : std::string(language);
}

/// Editors of another system may leave line ends of theirs inside a text. Empty, where it says
/// nothing.
std::string translation_of(std::string text) {
    std::erase(text, '\r');
    return unicode::says_nothing(text) ? "" : text;
}

/// A character written after a backslash, and the bytes that it takes there.
struct Escape {
    char character = 0;
    std::size_t size = 0;
};

/// A byte by its number, as `msgcat --escape` writes what is not ASCII: `\303` or `\xc3`.
std::optional<Escape> numbered(std::string_view text) {
    const bool is_hexadecimal = text.front() == 'x';
    const char* begin = text.data() + (is_hexadecimal ? 1 : 0);
    const char* end = std::min(text.data() + 3, text.data() + text.size());
    unsigned number = 0;
    const auto [stop, error] = std::from_chars(begin, end, number, is_hexadecimal ? 16 : 8);
    if (error != std::errc() || number == 0 || number > 0xFF) return std::nullopt;
    return Escape{static_cast<char>(number), static_cast<std::size_t>(stop - text.data())};
}

/// `text` is what follows the backslash, and not empty.
std::optional<Escape> escaped(std::string_view text) {
    switch (text.front()) {
        case 'n': return Escape{'\n', 1};
        case 't': return Escape{'\t', 1};
        case 'r': return Escape{'\r', 1};
        case '"':
        case '\\': return Escape{text.front(), 1};
        default: return numbered(text);
    }
}

/// The fields of an entry in the order in which they may come.
enum class Field { None, Previous, Context, Source, Translation };

struct Keyword {
    std::string_view word;
    Field field;
};

constexpr Keyword kKeywords[] = {
    {"msgctxt", Field::Context}, {"msgid", Field::Source}, {"msgstr", Field::Translation}};

class PoReader {
public:
    PoReader(const std::string& name, load::Report& report) : report_(report) { file_.name = name; }

    void read(std::string_view text) {
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = std::min(text.find('\n', start), text.size());
            ++line_;
            offset_ = start;
            read_line(unicode::trimmed(text.substr(start, end - start)));
            start = end + 1;
        }
        finish_entry();
    }

    ExchangeFile take() && {
        file_.language = tag_of(header_["Language"]);
        file_.extracted_for = header_["X-Broadside-Language"];
        if (file_.language.empty()) file_.language = file_.extracted_for;
        file_.dataset = header_["X-Broadside-Dataset"];
        return std::move(file_);
    }

private:
    void read_line(std::string_view line) {
        if (line.empty()) {
            if (field_ == Field::Translation) finish_entry();
        } else if (line.front() == '#') {
            read_comment(line);
        } else if (line.front() == '"') {
            if (field_ == Field::None || field_ == Field::Previous)
                return error("expected msgctxt, msgid or msgstr before a text in quotes");
            append(line);
        } else {
            read_keyword(line);
        }
    }

    void read_comment(std::string_view line) {
        if (line.starts_with("#~")) return finish_entry();
        if (field_ == Field::Translation) finish_entry();
        if (line.starts_with("#,") && line.find("fuzzy") != line.npos) entry_.is_fuzzy = true;
        if (line.starts_with("#|")) read_previous(unicode::trimmed(line.substr(2)));
    }

    void read_previous(std::string_view line) {
        constexpr std::string_view kWord = "msgid";
        const bool is_source = line.starts_with(kWord) && !line.starts_with("msgid_plural");
        if (is_source) {
            line = unicode::trimmed(line.substr(kWord.size()));
            field_offset_ = offset_;
        }
        in_previous_source_ = is_source || (in_previous_source_ && line.starts_with('"'));
        field_ = Field::Previous;
        if (in_previous_source_) append(line);
    }

    void read_keyword(std::string_view line) {
        if (line.starts_with("msgid_plural") || line.starts_with("msgstr["))
            return error("expected one form of a text, got plural forms");
        for (const Keyword& keyword : kKeywords) {
            if (!line.starts_with(keyword.word)) continue;
            const std::string_view rest = unicode::trimmed(line.substr(keyword.word.size()));
            if (rest.empty() || rest.front() != '"') break;
            return start_field(keyword.field, rest);
        }
        const std::string_view word = line.substr(0, line.find_first_of(" \t\""));
        error(fmt::format("expected msgctxt, msgid, msgstr or a comment, got \"{}\"",
                          excerpt(word, 24)));
    }

    void start_field(Field field, std::string_view text) {
        finish_field();
        if (field_ == Field::Translation) finish_entry();
        if (field <= field_) return error("expected msgctxt, msgid and msgstr in this order");
        if (field == Field::Translation && field_ != Field::Source)
            return error("expected a msgid before msgstr");
        field_ = field;
        field_offset_ = offset_;
        if (field == Field::Translation) entry_.place = {file_.name, "", {line_, 1}};
        append(text);
    }

    std::string& target() {
        switch (field_) {
            case Field::Previous: return entry_.previous_source;
            case Field::Context: return entry_.key;
            case Field::Source: return entry_.source;
            default: return entry_.translation;
        }
    }

    /// `line` is one text in quotes.
    void append(std::string_view line) {
        if (line.size() < 2 || line.front() != '"' || line.back() != '"')
            return error("expected a text in double quotes on one line");
        line = line.substr(1, line.size() - 2);
        std::string& text = target();
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line[i] == '"') return error("expected \\\" for a quote inside a text");
            if (line[i] != '\\') {
                text += line[i];
                continue;
            }
            const auto escape = i + 1 < line.size() ? escaped(line.substr(i + 1)) : std::nullopt;
            if (!escape)
                return error("expected \\n, \\t, \\r, \\\", \\\\ or a number after a backslash");
            text += escape->character;
            i += escape->size;
        }
    }

    bool is_header() const { return entry_.source.empty() && entry_.key.empty(); }

    /// Numbers make bytes that the file itself was searched for in vain.
    void finish_field() {
        const std::string& text = target();
        if (const auto offset = load::find_invalid_utf8(text))
            return error_at(field_offset_, load::utf8_problem(text[*offset]));
        std::string shown = text;
        // What ends lines on other systems is mended later, and editors align their own fields.
        if (field_ != Field::Context) std::erase(shown, '\r');
        if (field_ == Field::Translation && is_header()) std::erase(shown, '\t');
        if (const auto unfit = load::find_unfit_character(shown))
            error_at(field_offset_, fmt::format("expected text, got {}", *unfit));
    }

    void finish_entry() {
        finish_field();
        const bool is_empty = field_ == Field::None || field_ == Field::Previous;
        if (!is_empty && field_ != Field::Translation) error("expected msgstr after msgid");
        if (!is_empty && is_header()) {
            read_header(entry_.translation);
        } else if (!is_empty) {
            entry_.translation = translation_of(std::move(entry_.translation));
            entry_.translated_from = text_hash(entry_.source);
            file_.entries.push_back(std::move(entry_));
        }
        entry_ = ExchangeEntry();
        field_ = Field::None;
        is_broken_ = false;
    }

    void read_header(std::string_view fields) {
        while (!fields.empty()) {
            const std::string_view field = unicode::take_until(fields, '\n');
            const std::size_t colon = std::min(field.find(':'), field.size());
            if (colon < field.size())
                header_.emplace(field.substr(0, colon), unicode::trimmed(field.substr(colon + 1)));
        }
        const std::string type = header_["Content-Type"];
        const std::size_t charset = type.find("charset=");
        if (charset == std::string::npos) return;
        const std::string name = type.substr(charset + 8);
        if (name != "UTF-8" && name != "utf-8")
            error(fmt::format("expected a file in UTF-8, got {}", name));
    }

    void error(std::string message) { error_at(offset_, std::move(message)); }

    void error_at(std::size_t offset, std::string message) {
        // What follows from the first mistake of an entry is no news.
        if (!std::exchange(is_broken_, true))
            report_.error_in_text(offset, {"po-syntax", std::move(message)});
    }

    load::Report& report_;
    ExchangeFile file_;
    std::map<std::string, std::string> header_;  // of fields that are there twice, the first
    ExchangeEntry entry_;
    Field field_ = Field::None;
    bool in_previous_source_ = false;
    bool is_broken_ = false;
    std::size_t line_ = 0;
    std::size_t offset_ = 0;
    std::size_t field_offset_ = 0;  // of the line where the text that is read began
};

}  // namespace

Result<ExchangeFile> read_po(const SourceFile& source) {
    load::Report report(source);
    PoReader reader(source.name, report);
    if (load::check_readable(report)) reader.read(report.text());
    return std::move(report).result(std::move(reader).take());
}

}  // namespace broadside::i18n
