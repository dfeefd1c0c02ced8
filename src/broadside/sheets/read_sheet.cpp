#include <algorithm>
#include <cctype>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/sheets/encoding_guess.hpp"
#include "broadside/sheets/readers.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/encodings.hpp"

namespace broadside::sheets {

namespace {

bool ends_in(std::string_view name, std::string_view ending) {
    return unicode::in_small_ascii(name).ends_with(ending);
}

std::optional<unicode::DecodedText> text_of(std::string_view bytes) {
    auto text = unicode::decode_text(bytes);
    if (!text.is_guess) return text;
    auto guess = unicode::decode_text(bytes, guessed_encoding(bytes));
    if (!guess) return text;
    guess->is_guess = true;
    return guess;
}

std::optional<Sheet> read_text(const SheetInput& input, Diagnostics& diagnostics) {
    const std::string& wanted = input.request.encoding;
    auto text = wanted.empty() ? text_of(input.bytes) : unicode::decode_text(input.bytes, wanted);
    if (!text) {
        diagnostics.push_back(error("wrong-encoding",
                                    fmt::format("is not text in the encoding \"{}\"", wanted),
                                    {"iconv -l lists the names of encodings"}));
        return std::nullopt;
    }
    if (text->utf8.find('\0') != std::string::npos) {
        diagnostics.push_back(error("no-sheet", "expected a table, got bytes that are no text",
                                    {"known are CSV, TSV, XLSX, ODS and Markdown"}));
        return std::nullopt;
    }
    if (text->is_guess)
        diagnostics.push_back(warning("guessed-encoding",
                                      fmt::format("is not UTF-8: read as {}", text->encoding),
                                      {"if letters come out wrong, say which it is: --encoding"}));
    const bool is_markdown = ends_in(input.name, ".md") || ends_in(input.name, ".markdown");
    return is_markdown ? read_markdown(input, text->utf8, diagnostics)
                       : read_delimited(text->utf8, diagnostics);
}

std::optional<Sheet> read_any(const SheetInput& input, Diagnostics& diagnostics) {
    using namespace std::string_view_literals;
    if (input.bytes.starts_with("\xD0\xCF\x11\xE0"sv)) {
        diagnostics.push_back(error("old-workbook", "is an XLS of Excel before 2007, or encrypted",
                                    {"save it as XLSX, without a password"}));
        return std::nullopt;
    }
    if (!input.bytes.starts_with("PK\x03\x04"sv)) return read_text(input, diagnostics);
    // The file of an ODS that says what it is comes first and is not compressed.
    const bool is_ods =
        input.bytes.substr(0, 200).find("mimetypeapplication/vnd.oasis") != std::string_view::npos;
    return is_ods || ends_in(input.name, ".ods") ? read_ods(input, diagnostics)
                                                 : read_xlsx(input, diagnostics);
}

}  // namespace

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

void tell_of_others(const std::vector<std::string>& names, const std::string& read,
                    Diagnostics& diagnostics) {
    if (names.size() < 2) return;
    std::vector<std::string> others;
    std::copy_if(names.begin(), names.end(), std::back_inserter(others),
                 [&](const std::string& name) { return name != read; });
    others.resize(std::min<std::size_t>(others.size(), 12));
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
