#include "broadside/option.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/did_you_mean.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/base/whole_text.hpp"
#include "broadside/load/job_keys.hpp"
#include "broadside/load/language_hints.hpp"
#include "broadside/outputs/outputs.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside {

namespace {

using MaybeError = std::optional<Diagnostic>;

constexpr Word<PngBackground> kPngBackgrounds[] = {{"page", PngBackground::Page},
                                                   {"transparent", PngBackground::Transparent}};
constexpr Word<SvgText> kSvgTexts[] = {
    {"embed", SvgText::Embed}, {"system", SvgText::System}, {"outline", SvgText::Outline}};
constexpr Word<SvgTheme> kSvgThemes[] = {{"fixed", SvgTheme::Fixed}, {"auto", SvgTheme::Auto}};
constexpr Word<HtmlForm> kHtmlForms[] = {{"page", HtmlForm::Page},
                                         {"fragment", HtmlForm::Fragment}};
constexpr PdfStandards kNoStandards{false, PdfArchive::None};
constexpr Word<PdfStandards> kPdfStandards[] = {{"ua-1", {true, PdfArchive::None}},
                                                {"a-2a", {false, PdfArchive::A2a}},
                                                {"a-3a", {false, PdfArchive::A3a}},
                                                {"none", kNoStandards}};
constexpr WordList kPdfChoice = listed<kPdfStandards>("", "|", "[,…]");
constexpr Word<DependencyFormat> kDependencyFormats[] = {{"make", DependencyFormat::Make},
                                                         {"json", DependencyFormat::Json}};

Diagnostic wrong_value(std::string_view option, std::string_view expected, std::string_view got,
                       Hints hints = {}) {
    return wrong_use("job-value",
                     fmt::format("--{}: expected {}, got \"{}\"", option, expected, got),
                     std::move(hints));
}

MaybeError append_words(std::string_view option, std::string_view text,
                        std::vector<std::string>& words) {
    for (const std::string_view word : unicode::split(text, ',')) {
        if (word.empty()) return wrong_value(option, "words between commas", text);
        words.emplace_back(word);
    }
    return std::nullopt;
}

MaybeError add_languages(Job& job, std::string_view text) {
    std::vector<std::string> tags;
    if (auto error = append_words("lang", text, tags)) return error;
    for (const std::string& tag : tags) {
        job.languages.push_back(unicode::canonical_tag(tag));
        const std::string& canonical = job.languages.back();
        if (canonical == kAllLanguages || unicode::is_language_tag(canonical)) continue;
        return wrong_value("lang", "a BCP 47 tag or all", tag, load::language_hints(tag));
    }
    return std::nullopt;
}

MaybeError set_ppi(Job& job, std::string_view text) {
    const auto ppi = whole_text_as<double>(text);
    if (!ppi) return wrong_value("ppi", "a number", text);
    job.output_options.ppi = *ppi;
    return std::nullopt;
}

MaybeError set_creation_time(Job& job, std::string_view text) {
    const auto seconds = whole_text_as<std::int64_t>(text);
    if (!seconds) return wrong_value("creation-timestamp", "seconds since 1970-01-01", text);
    job.output_options.creation_time = *seconds;
    return std::nullopt;
}

MaybeError add_pdf_standards(Job& job, std::string_view text) {
    std::vector<std::string> words;
    if (auto error = append_words("pdf-standard", text, words)) return error;
    PdfStandards all = job.pdf_standards.value_or(kNoStandards);
    for (const std::string& word : words) {
        PdfStandards one;
        if (auto error = set_word("PDF standard", word, kPdfStandards, one)) return error;
        const auto [lower, higher] = std::minmax(all.archive, one.archive);
        if ((one == kNoStandards && words.size() > 1) ||
            (lower != PdfArchive::None && lower != higher))
            return wrong_value("pdf-standard", "ua-1, one of a-2a and a-3a, or none alone", text);
        all = {all.ua_1 || one.ua_1, higher};
    }
    job.pdf_standards = all;
    return std::nullopt;
}

MaybeError set_threads(Job& job, std::string_view text) {
    const auto threads = whole_text_as<std::size_t>(text);
    if (!threads || *threads == 0 || *threads > limits::kMaxThreads) {
        return wrong_value("jobs", fmt::format("a number from 1 to {}", limits::kMaxThreads), text);
    }
    job.threads = *threads;
    return std::nullopt;
}

MaybeError set_shard(Job& job, std::string_view text) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    const auto part = whole_text_as<std::size_t>(text.substr(0, slash));
    const auto parts = whole_text_as<std::size_t>(text.substr(std::min(slash + 1, text.size())));
    if (!part || !parts || *part == 0 || *part > *parts) {
        return wrong_value("shard", "a part and the number of parts, as in 1/4", text);
    }
    job.shard = {*part, *parts};
    return std::nullopt;
}

/// What messages call something.
template <std::size_t size>
struct Called {
    char text[size];
    consteval Called(const char (&from)[size]) { std::copy_n(from, size, text); }
};

/// Takes one of the words of a table.
template <const auto& words, Called what, auto... members>
Option choice(std::string_view name, std::string_view help) {
    static const Job usual;
    static const std::string whole_help =
        fmt::format("{} Default: {}.", help, word_of(words, member_of<members...>(usual)));
    const auto set = [](Job& job, std::string_view word) {
        return set_word(what.text, word, words, member_of<members...>(job));
    };
    return {"", name, kChoice<words>, whole_help, true, set, Takes::Word, kEnum<words>};
}

const std::string& help_of_formats() {
    static const std::string help = [] {
        std::string text;
        for (const emit::Format& format : emit::formats())
            text.append(text.empty() ? "" : ", ").append(format.name);
        return text +
               "; web: HTML, SVG and PNG in two densities, with an index.html that shows them all. "
               "Default: by the extension of --output, and pdf where that is {ext}.";
    }();
    return help;
}

const std::string& schema_of_formats() {
    static const std::string schema = fmt::format(R"("type": "string", "examples": ["{}"])",
                                                  fmt::join(format_names(), R"(", ")"));
    return schema;
}

}  // namespace

bool takes_list(const Option& option) {
    return option.takes == Takes::Words || option.takes == Takes::Paths ||
           option.takes == Takes::Layouts;
}

std::span<const Option> options() {
    static const std::string kOutputHelp =
        "Where to write; - is standard output. {id} and {name} stand for the dataset's id and its "
        "file's name, {layout}, {lang}, {ext} and {page} for what they say, {record} for the "
        "record's key. Missing folders are made. Default: " +
        std::string(kDefaultOutput) +
        ", and -{record} before the dot with records that share no sheets.";
    static const std::string kPpiHelp =
        fmt::format("Pixels per inch of a PNG, {} to {}. Default: {}.", limits::kLeastPpi,
                    limits::kMostPpi, Job().output_options.ppi);
    static const std::string kPpiSchema = fmt::format(
        R"("type": "number", "minimum": {}, "maximum": {})", limits::kLeastPpi, limits::kMostPpi);
    static const std::string kThreadsSchema =
        fmt::format(R"("type": "integer", "minimum": 1, "maximum": {})", limits::kMaxThreads);
    static const Option kOptions[] = {
        {"l", "layout", "LAYOUT[,LAYOUT]",
         "Layouts to set it in: files (with a slash, or ending in .json or .yaml), or names to "
         "look up in the folder layouts beside the dataset, in ./layouts and in the resource "
         "folders.",
         false,
         [](Job& job, std::string_view value) {
             return append_words("layout", value, job.layouts);
         },
         Takes::Layouts},
        {"", "lang", "LANG[,LANG]",
         "Languages to set it in, as BCP 47 tags, or all. Default: the dataset's own.", false,
         add_languages, Takes::Words},
        {"", "records", "FILE",
         "Records, each of which fills the gaps of the dataset for a page of its own: CSV, one "
         "JSON object a line (.ndjson), or a list of them (.json).",
         false, set_text<&Job::records>, Takes::Path},
        {"f", "format", "FORMAT[,FORMAT]", help_of_formats(), true,
         [](Job& job, std::string_view value) {
             return append_words("format", value, job.formats);
         },
         Takes::Words, schema_of_formats()},
        {"o", "output", "PATTERN", kOutputHelp, true, set_text<&Job::output>, Takes::Path},
        {"", "ppi", "NUMBER", kPpiHelp, true, set_ppi, Takes::Word, kPpiSchema},
        {"", "png-palette", "",
         "At most 256 colours in a PNG, which is less than half as large: exact but for the edges "
         "of letters and symbols, which are off by at most 8 of 255, and for pictures, of which a "
         "warning tells.",
         true, set_to<true, &Job::output_options, &OutputOptions::png_palette>, Takes::Word,
         R"("type": "boolean")"},
        choice<kPngBackgrounds, "background of a PNG", &Job::output_options,
               &OutputOptions::png_background>(
            "png-background",
            "What is behind the content of a PNG: the page's own colour, or nothing."),
        choice<kSvgTexts, "kind of SVG text", &Job::output_options, &OutputOptions::svg_text>(
            "svg-text",
            "Text of an SVG with its fonts, in the reader's own, or as outlines under invisible "
            "text."),
        choice<kSvgThemes, "theme of SVG", &Job::output_options, &OutputOptions::svg_theme>(
            "svg-theme",
            "Colours of an SVG as they are printed, or dark ones where it stands in the dark, and "
            "those that a page around it sets."),
        choice<kHtmlForms, "kind of HTML", &Job::output_options, &OutputOptions::html>(
            "html",
            "HTML as a page of its own, or as one element with its styles, for a page of yours."),
        {"", "creation-timestamp", "SECONDS",
         "Date that a PDF tells, in seconds since 1970-01-01 UTC. Default: $SOURCE_DATE_EPOCH, "
         "then none; the clock is never read.",
         true, set_creation_time, Takes::Word, R"("type": "integer")"},
        {"", "pdf-standard", kPdfChoice,
         "What a PDF says that it keeps: PDF/UA-1, PDF/A-2a or PDF/A-3a. Default: ua-1,a-2a, and "
         "a-3a in place of a-2a with --attach-source.",
         true, add_pdf_standards, Takes::Words, kEnum<kPdfStandards>},
        {"", "attach-source", "",
         "Put the files that a PDF is made from into it, but the fonts: see broadside extract.",
         true, set_to<true, &Job::attach_source>, Takes::Word, R"("type": "boolean")"},
        {"", "font-manifest", "FILE",
         "List of the fonts to use. Default: fonts/manifest.json of the first resource folder that "
         "has one.",
         false, set_text<&Job::font_manifest>, Takes::Path},
        {"", "resources", "FOLDER",
         "Folder with layouts and fonts, searched before $BROADSIDE_RESOURCES and the program's "
         "own. May be given several times.",
         false,
         [](Job& job, std::string_view value) {
             job.resources.emplace_back(value);
             return MaybeError();
         },
         Takes::Paths},
        {"j", "jobs", "N", "Threads to work with. Default: as many as the machine runs at once.",
         true, set_threads, Takes::Word, kThreadsSchema},
        {"", "force", "",
         "Make every output again, also those that would come out the same, and overwrite what "
         "else lies in their places, but never an input.",
         true, set_to<Rebuild::All, &Job::rebuild>, Takes::Word, R"("type": "boolean")"},
        {"", "shard", "K/N",
         "Make only part K of N: parts have no edition in common, and all N together have every "
         "one. Which part an edition is in depends on its name alone.",
         true, set_shard, Takes::Word, R"("type": "string", "pattern": "^[0-9]+/[0-9]+$")"},
        {"", "manifest", "FILE",
         "Where to keep what was made from what, for the next run and for other programs. Default: "
         "manifest.json in the folder that --output starts with, where it has placeholders.",
         true, set_text<&Job::manifest>, Takes::Path},
        {"", "deps", "FILE", "Write the files that each output is made from.", true,
         set_text<&Job::deps>, Takes::Path},
        choice<kDependencyFormats, "format of dependencies", &Job::deps_format>(
            "deps-format", "Rules that make and ninja read, or one JSON object."),
    };
    return kOptions;
}

const Option* find_option(std::string_view name) {
    const std::span<const Option> all = options();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [name](const Option& option) { return option.name == name; });
    return found == all.end() ? nullptr : &*found;
}

Diagnostic unknown_word(const UnknownWord& unknown) {
    std::string code = fmt::format("job-unknown-{}", unknown.what);
    std::replace(code.begin(), code.end(), ' ', '-');
    Hints hints = did_you_mean(nearest(unknown.word, unknown.known));
    if (!unknown.known.empty())
        hints.push_back(fmt::format("known: {}", fmt::join(unknown.known, ", ")));
    return wrong_use(std::move(code), fmt::format("unknown {} \"{}\"", unknown.what, unknown.word),
                     std::move(hints));
}

}  // namespace broadside
