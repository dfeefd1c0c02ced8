#include "broadside/job/input.hpp"

#include <array>
#include <set>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/did_you_mean.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/files/paths.hpp"
#include "broadside/load/load.hpp"
#include "broadside/option.hpp"
#include "broadside/options/job_value.hpp"

namespace broadside {

namespace {

constexpr std::array<std::string_view, 1> kSvg = {".svg"};

std::vector<std::string> layout_folders(const Job& job, const std::string& dataset_folder) {
    std::vector<std::string> folders = {joined(dataset_folder, "layouts"), "layouts"};
    for (const std::string& resource : job.resources)
        folders.push_back(joined(resource, "layouts"));
    return folders;
}

/// Stems of the files with one of the extensions in all folders, each once, sorted.
std::vector<std::string> stems(const std::vector<std::string>& folders,
                               std::span<const std::string_view> extensions, FileStore& files) {
    std::set<std::string> names;
    for (const std::string& folder : folders) {
        for (const std::string_view extension : extensions) {
            const auto found = stems_in(folder, extension, files);
            if (found) names.insert(found->begin(), found->end());
        }
    }
    return {names.begin(), names.end()};
}

/// Files of that stem that may be meant: more than one is a mistake.
std::vector<std::string> authored_files(const std::string& folder, const std::string& stem,
                                        FileStore& files) {
    std::vector<std::string> paths;
    for (const std::string_view extension : kAuthoredExtensions) {
        std::string path = joined(folder, stem + std::string(extension));
        if (files.is_file(path)) paths.push_back(std::move(path));
    }
    // Where a folder keeps to itself what is in it, any of them may be there.
    if (paths.size() > 1 && !files.list(folder)) paths.resize(1);
    return paths;
}

Diagnostic ambiguous_file(const std::vector<std::string>& paths) {
    return error("ambiguous-file",
                 fmt::format("expected one file, got {}", fmt::join(paths, " and ")),
                 {"keep one of them, or name the one that is meant with its extension"});
}

/// The first folder's `name` that is a file; empty: none.
std::string find_file(const std::vector<std::string>& folders, const std::string& name,
                      FileStore& files) {
    for (const std::string& folder : folders) {
        std::string path = joined(folder, name);
        if (files.is_file(path)) return path;
    }
    return "";
}

std::vector<const model::Reference*> symbol_references(const model::Dataset& dataset) {
    std::vector<const model::Reference*> references;
    const auto add = [&references](const model::Reference& symbol) {
        if (!symbol.id.empty()) references.push_back(&symbol);
    };
    for (const model::Vocabulary& vocabulary : dataset.vocabularies) {
        for (const model::Value& value : vocabulary.values) add(value.symbol);
    }
    for (const model::Band& band : dataset.bands) add(band.symbol);
    return references;
}

/// The nearest first: more than a few lines of them hide the one that was meant.
std::string known_symbols(const std::string& id, const std::vector<std::string>& known) {
    constexpr std::size_t kMostListed = 24;
    return "known symbols: " + shortlist(by_nearness(id, known), kMostListed);
}

Diagnostic missing_symbol(const model::Dataset& dataset, const model::Reference& symbol,
                          const std::vector<std::string>& folders, FileStore& files) {
    const std::vector<std::string> known = stems(folders, kSvg, files);
    Hints hints = did_you_mean(nearest(symbol.id, known));
    if (!known.empty()) hints.push_back(known_symbols(symbol.id, known));
    std::vector<std::string> tried;
    for (const std::string& folder : folders) tried.push_back(joined(folder, symbol.id + ".svg"));
    hints.push_back(fmt::format("looked for {}", fmt::join(tried, ", ")));
    return error("missing-symbol", fmt::format("there is no symbol \"{}\"", symbol.id),
                 std::move(hints))
        .at({dataset.file})
        .at(symbol.place);
}

/// At the place in the dataset that names the file; those of the file itself have a place there.
void locate_picture(Diagnostics& problems, const model::Dataset& dataset, const model::Text& file) {
    for (Diagnostic& problem : problems) {
        if (problem.file.empty() && !problem.place)
            problem = std::move(problem).at({dataset.file}).at(file.place);
    }
}

Diagnostic missing_picture(const std::string& path, FileStore& files) {
    const std::string folder = folder_of(path);
    const auto names = files.list(folder);
    const std::string name = path.substr(path.rfind('/') + 1);
    return error("missing-picture", fmt::format("there is no file {}", path),
                 names ? did_you_mean(nearest(name, *names)) : Hints());
}

Result<DrawingRef> read_picture(const std::string& path, const std::string& name,
                                FileStore& files) {
    if (!files.is_file(path)) return missing_picture(path, files);
    auto bytes = read_found(path, files);
    if (!bytes) return bytes.diagnostics();
    return load::load_picture({path, std::move(bytes).value()}, name);
}

Diagnostic too_many_pixels() {
    return error("too-many-pixels",
                 fmt::format("expected at most {} pixels in all pictures, got more",
                             limits::kMaxPixelsOfPictures),
                 {"save the pictures smaller: one of 30 mm is sharp in print with 400 pixels"});
}

std::size_t pixels_of(const Drawing& drawing) {
    return drawing.image ? drawing.image->width * drawing.image->height : 0;
}

/// The file that the job's value means, which may be a pipe if it was named itself. Where it cannot
/// be read, the errors say where the value stands.
Result<std::string> read_named(const std::string& path, const Job& job, const JobValue& value,
                               FileStore& files) {
    auto bytes = path == value.word ? files.read(path) : read_found(path, files);
    if (bytes) return bytes;
    Diagnostics errors = bytes.diagnostics();
    for (Diagnostic& error : errors) hint_at_name(job, value, error);
    return errors;
}

std::vector<std::string> dataset_paths(const Job& job, FileStore& files) {
    const bool is_folder = job.dataset != kStandardStream && files.is_folder(job.dataset);
    if (!is_folder) return {job.dataset};
    const auto paths = authored_files(job.dataset, "dataset", files);
    return paths.empty() ? std::vector{joined(job.dataset, "dataset.json")} : paths;
}

/// Of what is read from a pipe nobody knows where it lay.
std::string folder_beside(const Job& job, const std::string& path, FileStore& files) {
    return files.is_stream(job.dataset) ? "." : folder_of(path);
}

}  // namespace

InputFile kept(std::string name, std::string bytes) {
    return std::make_shared<const SourceFile>(SourceFile{std::move(name), std::move(bytes)});
}

std::string dataset_folder(const Job& job, FileStore& files) {
    return folder_beside(job, dataset_paths(job, files).front(), files);
}

std::optional<DatasetInput> read_dataset(const Job& job, FileStore& files, Diagnostics& errors) {
    DatasetInput input;
    const std::vector<std::string> paths = dataset_paths(job, files);
    if (paths.size() > 1) {
        errors.push_back(blame(job, {"dataset", job.dataset}, ambiguous_file(paths)));
        return std::nullopt;
    }
    const std::string& path = paths.front();
    auto bytes = take(read_named(path, job, {"dataset", job.dataset}, files), errors);
    if (!bytes) return std::nullopt;
    input.file = kept(shown_name(path), *std::move(bytes));
    input.folder = folder_beside(job, path, files);

    auto dataset = load::load_dataset(*input.file, errors);
    if (!dataset) return std::nullopt;
    input.is_whole = !has_errors(errors);
    input.dataset = *std::move(dataset);

    input.is_stream = files.is_stream(path);
    input.name = input.is_stream ? "" : stem_of(path);
    if (input.name == "dataset") input.name = stem_of(input.folder);
    // "." and ".." name no folder, and what they stand for is no part of the job.
    if (input.name.empty() || input.name == "." || input.name == "..")
        input.name = input.dataset.id;
    return input;
}

Result<DatasetInput> read_dataset(const Job& job, FileStore& files) {
    Diagnostics errors;
    auto input = read_dataset(job, files, errors);
    if (!input || !errors.empty()) return errors;
    return *std::move(input);
}

Result<std::vector<std::string>> stems_in(const std::string& folder, std::string_view extension,
                                          FileStore& files) {
    auto names = files.list(folder);
    if (!names) return names;
    std::vector<std::string> stems;
    for (const std::string& name : *names) {
        const bool is_hidden = name.starts_with('.');
        if (!is_hidden && name.ends_with(extension))
            stems.push_back(name.substr(0, name.size() - extension.size()));
    }
    return stems;
}

std::vector<std::string> known_layouts(const Job& job, const std::string& dataset_folder,
                                       FileStore& files) {
    return stems(layout_folders(job, dataset_folder), kAuthoredExtensions, files);
}

bool is_layout_path(std::string_view layout) {
    return layout.find('/') != layout.npos || stem_of(layout) != layout;
}

std::optional<LayoutInput> read_layout(const std::string& layout, const Job& job,
                                       const std::string& dataset_folder, FileStore& files,
                                       Diagnostics& errors) {
    std::vector<std::string> paths;
    if (is_layout_path(layout)) paths = {layout};
    for (const std::string& folder : layout_folders(job, dataset_folder)) {
        if (paths.empty()) paths = authored_files(folder, layout, files);
    }
    if (paths.size() > 1) {
        errors.push_back(blame(job, {"layout", layout}, ambiguous_file(paths)));
        return std::nullopt;
    }
    if (paths.empty()) {
        errors.push_back(
            blame(job, {"layout", layout},
                  unknown_word({"layout", layout, known_layouts(job, dataset_folder, files)})));
        return std::nullopt;
    }
    const std::string& path = paths.front();
    auto bytes = take(read_named(path, job, {"layout", layout}, files), errors);
    if (!bytes) return std::nullopt;
    LayoutInput input{kept(path, *std::move(bytes)), folder_of(path), {}};
    auto loaded = load::load_layout(*input.file, errors);
    if (!loaded) return std::nullopt;
    input.layout = *std::move(loaded);
    return input;
}

std::vector<std::string> symbol_folders(const Job& job, const std::vector<std::string>& beside) {
    std::vector<std::string> folders;
    const auto add = [&folders](std::string folder) {
        const bool known = contains(folders, folder);
        if (!known) folders.push_back(std::move(folder));
    };
    for (const std::string& folder : beside) add(joined(folder, "symbols"));
    for (const std::string& resource : job.resources) add(joined(resource, "layouts/symbols"));
    return folders;
}

std::map<std::string, DrawingRef> blank_symbols(const model::Dataset& dataset) {
    std::map<std::string, DrawingRef> symbols;
    const auto blank = std::make_shared<const Drawing>();
    for (const model::Reference* symbol : symbol_references(dataset)) symbols[symbol->id] = blank;
    return symbols;
}

Result<std::map<std::string, DrawingRef>> read_symbols(const model::Dataset& dataset,
                                                       const std::vector<std::string>& folders,
                                                       FileStore& files) {
    std::map<std::string, DrawingRef> symbols;
    Diagnostics diagnostics;
    for (const model::Reference* symbol : symbol_references(dataset)) {
        if (symbols.count(symbol->id) > 0) continue;
        const std::string path = find_file(folders, symbol->id + ".svg", files);
        if (path.empty()) {
            diagnostics.push_back(missing_symbol(dataset, *symbol, folders, files));
            continue;
        }
        // Null for one that is broken, of which that is said once.
        DrawingRef& drawing = symbols[symbol->id];
        auto bytes = take(read_found(path, files), diagnostics);
        if (bytes)
            drawing = take(load::load_symbol({path, *std::move(bytes)}, symbol->id), diagnostics)
                          .value_or(nullptr);
    }
    if (has_errors(diagnostics)) return diagnostics;
    return {std::move(symbols), std::move(diagnostics)};
}

Result<std::map<std::string, DrawingRef>> read_pictures(const DatasetInput& dataset,
                                                        FileStore& files) {
    std::map<std::string, DrawingRef> pictures, known;  // by id, by file
    Diagnostics diagnostics;
    std::size_t pixels = 0;
    for (const model::Picture& picture : dataset.dataset.pictures) {
        const std::string& file = picture.file.text;
        if (file.empty()) continue;  // of a dataset with errors
        const auto [read, is_new] = known.try_emplace(file);
        if (is_new) {
            Diagnostics found;
            read->second = take(read_picture(joined(dataset.folder, file), file, files), found)
                               .value_or(nullptr);
            if (read->second) pixels += pixels_of(*read->second);
            if (pixels > limits::kMaxPixelsOfPictures) found.push_back(too_many_pixels());
            locate_picture(found, dataset.dataset, picture.file);
            append(diagnostics, std::move(found));
            if (pixels > limits::kMaxPixelsOfPictures) break;
        }
        pictures[picture.id] = read->second;
    }
    if (has_errors(diagnostics)) return diagnostics;
    return {std::move(pictures), std::move(diagnostics)};
}

std::map<std::string, DrawingRef> blank_pictures(const model::Dataset& dataset) {
    std::map<std::string, DrawingRef> pictures;
    const auto blank = std::make_shared<const Drawing>();
    for (const model::Picture& picture : dataset.pictures) pictures[picture.id] = blank;
    return pictures;
}

Result<FontsInput> read_font_manifest(const Job& job, FileStore& files) {
    std::string path = job.font_manifest;
    if (path.empty()) path = find_file(job.resources, "fonts/manifest.json", files);
    if (path.empty())
        return error(
            "missing-font-manifest", "no resource folder has a fonts/manifest.json",
            {job.resources.empty() ? "name one with --resources or $BROADSIDE_RESOURCES"
                                   : fmt::format("looked in {}", fmt::join(job.resources, ", "))});
    auto bytes = read_named(path, job, {"font-manifest", job.font_manifest}, files);
    if (!bytes) return bytes.diagnostics();
    FontsInput input{kept(path, std::move(bytes).value()), {}};
    auto manifest = load::load_font_manifest(*input.file);
    if (!manifest) return manifest.diagnostics();

    input.manifest = std::move(manifest).value();
    const std::string folder = folder_of(path);
    for (FontFamily& family : input.manifest.families) {
        for (FontFile& font : family.files) font.file = joined(folder, font.file);
    }
    for (auto& [language, dictionary] : input.manifest.hyphenation)
        dictionary.file = joined(folder, dictionary.file);
    return input;
}

}  // namespace broadside
