#include "broadside/editions.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/input.hpp"
#include "broadside/layout/layout.hpp"
#include "broadside/load/load.hpp"
#include "broadside/resolve/resolve.hpp"
#include "broadside/text/pango_shaper.hpp"
#include "broadside/unknown_word.hpp"

namespace broadside {

namespace {

using Diagnostics = std::vector<Diagnostic>;

/// Every part of a dataset in the looks of the defaults: what a dataset is checked with before it
/// has a layout.
constexpr std::string_view kEverything = R"({"format": 1, "name": "everything", "blocks": [
    {"kind": "header"}, {"kind": "legend"}, {"kind": "table"}, {"kind": "notes"}, {"kind": "links"},
    {"kind": "imprint"}]})";

/// Takes the value out of a result and leaves its diagnostics in `sink`.
template <typename T>
std::optional<T> take(Result<T> result, Diagnostics& sink) {
    result.drain_into(sink);
    if (!result) return std::nullopt;
    return std::move(result).value();
}

/// Words of a dataset are in one language; the job may name it.
void check_languages(const Job& job, const model::Dataset& dataset, Diagnostics& diagnostics) {
    for (const std::string& language : job.languages) {
        if (language == "all" || language == dataset.language) continue;
        diagnostics.push_back(unknown_word({"language", language, {dataset.language}}));
    }
}

Diagnostic no_layout(const Job& job, const std::string& dataset_folder, FileStore& files) {
    Diagnostic diagnostic;
    diagnostic.code = "job-no-layout";
    diagnostic.message = "expected a layout, as in --layout flyer-a4";
    std::string found;
    for (const std::string& name : known_layouts(job, dataset_folder, files)) {
        found += (found.empty() ? "" : ", ") + name;
    }
    if (!found.empty()) diagnostic.hints.push_back("known: " + found);
    return diagnostic;
}

std::optional<DatasetInput> open_dataset(const Job& job, FileStore& files,
                                         Diagnostics& diagnostics) {
    auto input = take(read_dataset(job, files), diagnostics);
    if (!input) return std::nullopt;
    check_languages(job, input->dataset, diagnostics);
    return has_errors(diagnostics) ? std::nullopt : std::move(input);
}

/// The dataset moves into the project, the layout and its symbols are changed from edition to
/// edition.
struct Desk {
    const Job& job;
    FileStore& files;
    InputFile dataset_file;
    std::string dataset_folder;
    model::Project project;
};

Desk make_desk(const Job& job, FileStore& files, DatasetInput& input) {
    Desk desk{job, files, std::move(input.file), input.folder, {}};
    desk.project.dataset = std::move(input.dataset);
    return desk;
}

/// Errors first, and no more than anybody reads: locating one means reading the whole file again.
void shorten(Diagnostics& diagnostics) {
    if (diagnostics.size() <= limits::kMaxDiagnostics) return;
    std::stable_partition(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.severity == Severity::Error;
    });
    Diagnostic rest;
    rest.severity = Severity::Note;
    rest.code = "more-problems";
    rest.file = diagnostics.back().file;
    rest.message =
        fmt::format("{} more problems are not shown", diagnostics.size() - limits::kMaxDiagnostics);
    diagnostics.resize(limits::kMaxDiagnostics);
    diagnostics.push_back(std::move(rest));
}

void hand_over(Diagnostics found, const Desk& desk, const InputFile& layout,
               Diagnostics& diagnostics) {
    shorten(found);
    locate_all(found, desk.dataset_file, &layout);
    diagnostics.insert(diagnostics.end(), found.begin(), found.end());
}

/// Stand-ins, so that what else is wrong is found in the same run.
std::map<std::string, DrawingRef> blank_symbols(const model::Dataset& dataset) {
    std::map<std::string, DrawingRef> symbols;
    const auto blank = std::make_shared<const Drawing>();
    for (const model::Vocabulary& vocabulary : dataset.vocabularies) {
        for (const model::Value& value : vocabulary.values) symbols[value.symbol.id] = blank;
    }
    for (const model::Band& band : dataset.bands) symbols[band.symbol.id] = blank;
    return symbols;
}

std::optional<doc::Document> resolve_layout(Desk& desk, LayoutInput& layout,
                                            Diagnostics& diagnostics) {
    const auto folders = symbol_folders(desk.job, {desk.dataset_folder, layout.folder});
    Diagnostics found;
    auto symbols = take(read_symbols(desk.project.dataset, folders, desk.files), found);
    const bool has_symbols = symbols.has_value();
    desk.project.symbols = has_symbols ? *std::move(symbols) : blank_symbols(desk.project.dataset);
    desk.project.layout = std::move(layout.layout);
    auto document = take(resolve::resolve(desk.project), found);
    hand_over(std::move(found), desk, layout.file, diagnostics);
    return has_symbols ? std::move(document) : std::nullopt;
}

/// What is wrong with the dataset, whatever layout it is meant for. Symbols are not looked for:
/// they may lie beside the layout that could not be read.
void check_alone(Desk& desk, Diagnostics& diagnostics) {
    auto layout = take(load::load_layout({"", kEverything}), diagnostics);
    if (!layout) return;
    desk.project.symbols = blank_symbols(desk.project.dataset);
    desk.project.layout = *std::move(layout);
    Diagnostics found;
    take(resolve::resolve(desk.project), found);
    hand_over(std::move(found), desk, {}, diagnostics);
}

struct Fonts {
    std::unique_ptr<text::Shaper> shaper;
    std::vector<std::string> families;
};

/// False when a family is missing: that is one problem of the layout, not one of every text.
bool check_families(const LayoutInput& layout, const std::vector<std::string>& families,
                    Diagnostics& diagnostics) {
    std::set<std::string> unknown;
    for (const auto& [role, style] : layout.layout.styles) {
        if (std::find(families.begin(), families.end(), style.family) == families.end())
            unknown.insert(style.family);
    }
    for (const std::string& family : unknown) {
        Diagnostic diagnostic = unknown_word({"font family", family, families});
        diagnostic.code = "unknown-font-family";
        diagnostic.file = layout.file.name;
        diagnostic.pointer = "/fonts";
        load::locate(diagnostic, layout.file.bytes);
        diagnostics.push_back(std::move(diagnostic));
    }
    return unknown.empty();
}

std::optional<Edition> set_edition(Desk& desk, const std::string& name, const Fonts& fonts,
                                   Diagnostics& diagnostics) {
    auto layout = take(read_layout(name, desk.job, desk.dataset_folder, desk.files), diagnostics);
    if (!layout) {
        check_alone(desk, diagnostics);
        return std::nullopt;
    }
    const bool has_fonts = check_families(*layout, fonts.families, diagnostics);
    Edition edition{layout->layout.name, layout->file.name, {}};
    const auto document = resolve_layout(desk, *layout, diagnostics);
    if (!document || !has_fonts) return std::nullopt;
    Diagnostics found;
    auto placed = take(layout::layout(*document, *fonts.shaper), found);
    hand_over(std::move(found), desk, layout->file, diagnostics);
    if (!placed) return std::nullopt;
    edition.document = *std::move(placed);
    return edition;
}

std::optional<Fonts> open_fonts(const Job& job, FileStore& files, Diagnostics& diagnostics) {
    auto manifest = take(read_font_manifest(job, files), diagnostics);
    if (!manifest) return std::nullopt;
    Fonts fonts;
    for (const FontFamily& family : manifest->families) fonts.families.push_back(family.family);
    auto shared = std::make_shared<const FontManifest>(*std::move(manifest));
    auto shaper = take(text::make_pango_shaper(std::move(shared)), diagnostics);
    if (!shaper) return std::nullopt;
    fonts.shaper = *std::move(shaper);
    return fonts;
}

/// The dataset did not load: what is wrong with the layouts is said all the same.
void check_layouts(const Job& job, FileStore& files, Diagnostics& diagnostics) {
    for (const std::string& name : job.layouts) {
        take(read_layout(name, job, dataset_folder(job, files), files), diagnostics);
    }
}

/// Several layouts tell the same about one dataset: every problem is kept once.
void drop_repeats(Diagnostics& diagnostics) {
    Diagnostics kept;
    std::set<std::string> seen;
    for (Diagnostic& diagnostic : diagnostics) {
        if (seen.insert(to_string(diagnostic)).second) kept.push_back(std::move(diagnostic));
    }
    diagnostics = std::move(kept);
}

template <typename T>
Result<T> finish(std::optional<T> value, Diagnostics diagnostics) {
    drop_repeats(diagnostics);
    if (!value || has_errors(diagnostics)) return diagnostics;
    return {*std::move(value), std::move(diagnostics)};
}

}  // namespace

Result<EditionSet> set_editions(const Job& job, FileStore& files) {
    Diagnostics diagnostics;
    auto input = open_dataset(job, files, diagnostics);
    if (!input) {
        check_layouts(job, files, diagnostics);
        return diagnostics;
    }
    if (job.layouts.empty()) return no_layout(job, input->folder, files);
    const auto fonts = open_fonts(job, files, diagnostics);
    if (!fonts) return diagnostics;

    EditionSet set{input->dataset.id, input->name, input->dataset.language, input->file.name, {}};
    Desk desk = make_desk(job, files, *input);
    for (const std::string& name : job.layouts) {
        auto edition = set_edition(desk, name, *fonts, diagnostics);
        if (edition) set.editions.push_back(*std::move(edition));
    }
    return finish(std::optional(std::move(set)), std::move(diagnostics));
}

Result<doc::Document> resolve_edition(const Job& job, FileStore& files) {
    Diagnostics diagnostics;
    auto input = open_dataset(job, files, diagnostics);
    if (!input) return diagnostics;
    if (job.layouts.empty()) return no_layout(job, input->folder, files);
    auto layout = take(read_layout(job.layouts.front(), job, input->folder, files), diagnostics);
    if (!layout) return diagnostics;
    Desk desk = make_desk(job, files, *input);
    auto document = resolve_layout(desk, *layout, diagnostics);
    return finish(std::move(document), std::move(diagnostics));
}

Result<doc::Document> resolve_dataset(const Job& job, FileStore& files) {
    Diagnostics diagnostics;
    auto input = open_dataset(job, files, diagnostics);
    if (!input) return diagnostics;
    auto layout = take(load::load_layout({"", kEverything}), diagnostics);
    if (!layout) return diagnostics;
    Desk desk = make_desk(job, files, *input);
    LayoutInput everything{{}, desk.dataset_folder, *std::move(layout)};
    auto document = resolve_layout(desk, everything, diagnostics);
    return finish(std::move(document), std::move(diagnostics));
}

}  // namespace broadside
