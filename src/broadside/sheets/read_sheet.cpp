#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/contains.hpp"
#include "broadside/sheets/encoding_guess.hpp"
#include "broadside/sheets/readers.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::sheets {

namespace {

bool ends_in(std::string_view name, std::string_view ending) {
    return unicode::in_small_ascii(name).ends_with(ending);
}

/// Programs in Japan show byte 5C as a yen sign, which tables of encodings call a backslash, and
/// those in Korea as a won sign.
void take_currency_signs(unicode::DecodedText& text) {
    const std::string encoding = unicode::in_small_ascii(text.encoding);
    constexpr std::string_view kJapanese[] = {"cp932", "windows-31j", "shift_jis", "shift-jis",
                                              "sjis"};
    constexpr std::string_view kKorean[] = {"cp949", "uhc", "euc-kr"};
    const std::string_view sign = contains(kJapanese, encoding) ? "¥"
                                  : contains(kKorean, encoding) ? "₩"
                                                                : "";
    if (sign.empty()) return;
    std::string out;
    for (std::size_t i = 0; i < text.utf8.size(); ++i) {
        const bool is_price = text.utf8[i] == '\\' && i + 1 < text.utf8.size() &&
                              unicode::is_ascii_digit(text.utf8[i + 1]);
        out += is_price ? sign : std::string_view(text.utf8).substr(i, 1);
    }
    text.utf8 = std::move(out);
}

/// The file as UTF-8; nothing where it is no text, which is an error.
std::optional<std::string> utf8_of(const SheetInput& input, Diagnostics& diagnostics) {
    const std::string& wanted = input.request.encoding;
    auto text =
        wanted.empty() ? decoded_text(input.bytes) : unicode::decode_text(input.bytes, wanted);
    if (!text) {
        diagnostics.push_back(error("wrong-encoding",
                                    fmt::format("is not text in the encoding \"{}\"", wanted),
                                    {"iconv -l lists the names of encodings"}));
        return std::nullopt;
    }
    if (text->utf8.find('\0') != std::string::npos) {
        diagnostics.push_back(
            error("no-sheet", "expected a table, got bytes that are no text", {known_formats()}));
        return std::nullopt;
    }
    take_currency_signs(*text);
    if (text->is_guess)
        diagnostics.push_back(warning("guessed-encoding",
                                      fmt::format("is not UTF-8: read as {}", text->encoding),
                                      {"if letters come out wrong, say which it is: --encoding"}));
    return std::move(text->utf8);
}

bool is_any(const SheetInput&) { return true; }

bool is_zip(const SheetInput& input) {
    using namespace std::string_view_literals;
    return input.bytes.starts_with("PK\x03\x04"sv);
}

/// Its file that says what it is comes first and is not compressed.
bool is_ods(const SheetInput& input) {
    return is_zip(input) && (input.bytes.substr(0, 200).find("mimetypeapplication/vnd.oasis") !=
                                 std::string_view::npos ||
                             ends_in(input.name, ".ods"));
}

bool is_markdown(const SheetInput& input) {
    return !is_zip(input) && (ends_in(input.name, ".md") || ends_in(input.name, ".markdown"));
}

std::optional<Sheet> read_fields(const SheetInput& input, Diagnostics& diagnostics) {
    const auto utf8 = utf8_of(input, diagnostics);
    return utf8 ? read_delimited(*utf8, diagnostics) : std::nullopt;
}

std::optional<Sheet> read_markdown_text(const SheetInput& input, Diagnostics& diagnostics) {
    const auto utf8 = utf8_of(input, diagnostics);
    return utf8 ? read_markdown(input, *utf8, diagnostics) : std::nullopt;
}

struct SheetFormat {
    std::string_view name;
    bool (*is_one)(const SheetInput& input);
    std::optional<Sheet> (*read)(const SheetInput& input, Diagnostics& diagnostics);
};

/// A file is of the last format that takes it.
constexpr SheetFormat kFormats[] = {{"CSV", is_any, read_fields},
                                    {"TSV", is_any, read_fields},
                                    {"XLSX", is_zip, read_xlsx},
                                    {"ODS", is_ods, read_ods},
                                    {"Markdown", is_markdown, read_markdown_text}};

bool is_old_workbook(const SheetInput& input) {
    using namespace std::string_view_literals;
    return input.bytes.starts_with("\xD0\xCF\x11\xE0"sv);
}

/// The directory of an archive is at its end.
bool is_binary_workbook(const SheetInput& input) {
    return is_zip(input) && input.bytes.rfind("xl/workbook.bin") != std::string_view::npos;
}

/// In small letters, where a text is markup.
std::string beginning_of_markup(const SheetInput& input) {
    constexpr std::size_t kLooked = 2000;
    const std::string_view text =
        unicode::trimmed(unicode::without_byte_order_mark(input.bytes.substr(0, kLooked)));
    return text.starts_with('<') ? unicode::in_small_ascii(text) : std::string();
}

bool is_flat_document(const SheetInput& input) {
    return beginning_of_markup(input).find("<office:document") != std::string::npos;
}

bool is_page(const SheetInput& input) {
    const std::string begin = beginning_of_markup(input);
    return begin.starts_with("<!doctype html") || begin.starts_with("<html");
}

struct OtherFormat {
    bool (*is_one)(const SheetInput& input);
    std::string_view code, message, hint;
};

/// Programs save as one that is read what they have in these.
constexpr OtherFormat kOtherFormats[] = {
    {is_old_workbook, "old-workbook", "is an XLS of Excel before 2007, or encrypted",
     "save it as XLSX, without a password"},
    {is_binary_workbook, "binary-workbook", "is a binary workbook (XLSB)", "save it as XLSX"},
    {is_flat_document, "flat-document", "is a flat OpenDocument (FODS)", "save it as ODS"},
    {is_page, "page", "is a page of HTML", "save it as XLSX, ODS or CSV"}};

std::optional<Sheet> read_any(const SheetInput& input, Diagnostics& diagnostics) {
    for (const OtherFormat& other : kOtherFormats) {
        if (!other.is_one(input)) continue;
        diagnostics.push_back(
            error(std::string(other.code), std::string(other.message), {std::string(other.hint)}));
        return std::nullopt;
    }
    return std::find_if(std::rbegin(kFormats), std::rend(kFormats),
                        [&](const SheetFormat& format) { return format.is_one(input); })
        ->read(input, diagnostics);
}

}  // namespace

std::vector<std::string_view> sheet_formats() {
    std::vector<std::string_view> names;
    for (const SheetFormat& format : kFormats) names.push_back(format.name);
    return names;
}

std::string known_formats() {
    const auto names = sheet_formats();
    return fmt::format("known are {} and {}", fmt::join(names.begin(), names.end() - 1, ", "),
                       names.back());
}

std::optional<std::size_t> chosen_sheet(const std::string& wanted,
                                        const std::vector<std::string>& names,
                                        Diagnostics& diagnostics) {
    if (wanted.empty()) return std::string::npos;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == wanted) return i;
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (fmt::format("{}", i + 1) == wanted) return i;
    }
    diagnostics.push_back(error("unknown-sheet", fmt::format("there is no sheet \"{}\"", wanted),
                                {fmt::format("sheets: {}", fmt::join(names, ", "))}));
    return std::nullopt;
}

void tell_of_remarks(Diagnostics& diagnostics) {
    diagnostics.push_back(warning("remarks-left-out", "remarks on cells are left out"));
}

void tell_of_others(const std::vector<std::string>& names, const std::set<std::string>& hidden,
                    const std::string& read, Diagnostics& diagnostics) {
    constexpr std::size_t kMostNamed = 12;
    std::vector<std::string> others;
    for (const std::string& name : names)
        if (name != read && hidden.count(name) == 0 && !contains(others, name))
            others.push_back(name);
    if (!hidden.empty())
        diagnostics.push_back(
            warning("hidden-sheets",
                    fmt::format("hidden sheets are left out: \"{}\"", fmt::join(hidden, "\", \"")),
                    {"--sheet reads one of them"}));
    if (others.empty()) return;
    others.resize(std::min(others.size(), kMostNamed));
    diagnostics.push_back(
        note("other-sheets", fmt::format("\"{}\" is read, and no other", read),
             {fmt::format("--sheet reads another: {}", fmt::join(others, ", "))}));
}

Result<Sheet> read_sheet(const std::string& name, std::string_view bytes,
                         const SheetRequest& request) {
    Diagnostics diagnostics;
    auto sheet = read_any({name, bytes, request}, diagnostics);
    if (sheet && sheet->rows.empty()) {
        diagnostics.push_back(error("empty-sheet", "expected a table, got nothing"));
    }
    for (Diagnostic& diagnostic : diagnostics) diagnostic.file = name;
    if (!sheet || has_errors(diagnostics)) return diagnostics;
    return {*std::move(sheet), std::move(diagnostics)};
}

}  // namespace broadside::sheets
