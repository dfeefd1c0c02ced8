#include "broadside/option.hpp"

#include <charconv>
#include <iterator>

#include <fmt/format.h>

#include "broadside/unknown_word.hpp"

namespace broadside {

namespace {

using MaybeError = std::optional<Diagnostic>;

Diagnostic wrong_value(std::string_view option, std::string_view expected, std::string_view got) {
    Diagnostic diagnostic;
    diagnostic.code = "job-value";
    diagnostic.message = fmt::format("--{}: expected {}, got \"{}\"", option, expected, got);
    return diagnostic;
}

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
    Number number{};
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end) return std::nullopt;
    return number;
}

MaybeError append_words(std::string_view option, std::string_view text,
                        std::vector<std::string>& words) {
    for (std::string_view rest = text;;) {
        const std::size_t comma = rest.find(',');
        if (comma == 0 || rest.empty()) return wrong_value(option, "words between commas", text);
        words.emplace_back(rest.substr(0, comma));
        if (comma == std::string_view::npos) return std::nullopt;
        rest.remove_prefix(comma + 1);
    }
}

MaybeError set_svg_text(Job& job, std::string_view word) {
    if (word != "system" && word != "outline")
        return unknown_word({"kind of SVG text", word, {"system", "outline"}});
    job.svg_text = word == "system" ? SvgText::System : SvgText::Outline;
    return std::nullopt;
}

MaybeError set_ppi(Job& job, std::string_view text) {
    const auto ppi = parse_number<double>(text);
    if (!ppi) return wrong_value("ppi", "a number", text);
    job.ppi = *ppi;
    return std::nullopt;
}

MaybeError set_creation_time(Job& job, std::string_view text) {
    const auto seconds = parse_number<std::int64_t>(text);
    if (!seconds) return wrong_value("creation-timestamp", "seconds since 1970-01-01", text);
    job.creation_time = *seconds;
    return std::nullopt;
}

constexpr Option kOptions[] = {
    {"l", "layout", "LAYOUT[,LAYOUT]",
     "Layouts to set it in: files (with a slash, or ending in .json), or names to look up in the "
     "folder "
     "layouts beside the dataset, in ./layouts and in the resource folders.",
     false,
     [](Job& job, std::string_view value) { return append_words("layout", value, job.layouts); }},
    {"", "lang", "LANG[,LANG]",
     "Languages to set it in, as BCP 47 tags, or all. Default: the dataset's own.", false,
     [](Job& job, std::string_view value) { return append_words("lang", value, job.languages); }},
    {"f", "format", "FORMAT[,FORMAT]",
     "pdf, svg, png. Default: by the extension of --output, and pdf where that is {ext}.", true,
     [](Job& job, std::string_view value) { return append_words("format", value, job.formats); }},
    {"o", "output", "PATTERN",
     "Where to write; - is standard output. {id} and {name} stand for the dataset's id and its "
     "file's name, "
     "{layout}, {lang}, {ext} and {page} for what they say. Missing folders are made. "
     "Default: output/{name}-{layout}-{lang}.{ext}",
     true,
     [](Job& job, std::string_view value) {
         job.output = value;
         return MaybeError();
     }},
    {"", "ppi", "NUMBER", "Pixels per inch of a PNG, 1 to 2400. Default: 150.", true, set_ppi},
    {"", "svg-text", "system|outline",
     "Text of an SVG in the reader's own fonts, or as outlines under invisible text. Default: "
     "system.",
     true, set_svg_text},
    {"", "creation-timestamp", "SECONDS",
     "Date that a PDF tells, in seconds since 1970-01-01 UTC. Default: $SOURCE_DATE_EPOCH, then 0; "
     "the clock is never read.",
     true, set_creation_time},
    {"", "font-manifest", "FILE",
     "List of the fonts to use. Default: fonts/manifest.json of the first resource folder that has "
     "one.",
     false,
     [](Job& job, std::string_view value) {
         job.font_manifest = value;
         return MaybeError();
     }},
    {"", "resources", "FOLDER",
     "Folder with layouts and fonts, searched before $BROADSIDE_RESOURCES and the program's own. "
     "May be "
     "given several times.",
     false,
     [](Job& job, std::string_view value) {
         job.resources.emplace_back(value);
         return MaybeError();
     }},
};

}  // namespace

OptionTable options() { return {std::begin(kOptions), std::end(kOptions)}; }

}  // namespace broadside
