#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/word.hpp"
#include "broadside/files/paths.hpp"
#include "broadside/files/remembering_stores.hpp"
#include "broadside/imports.hpp"
#include "broadside/imports/doubts.hpp"
#include "broadside/imports/explained_signs.hpp"
#include "broadside/imports/origin.hpp"
#include "broadside/imports/stale_locales.hpp"
#include "broadside/imports/table.hpp"
#include "broadside/imports/update.hpp"
#include "broadside/imports/write.hpp"
#include "broadside/job/input.hpp"
#include "broadside/job/sources.hpp"
#include "broadside/load/language_hints.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/syntax/places.hpp"
#include "broadside/load/syntax/report.hpp"
#include "broadside/resolve/markup.hpp"
#include "broadside/resolve/resolve.hpp"
#include "broadside/sheets/sheet_builder.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside {

namespace {

/// The file's name without its ending: where its dataset goes, and what it is called.
std::string without_ending(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::size_t dot = path.rfind('.');
    const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
    return dot == std::string::npos || dot <= begin ? path + "-dataset" : path.substr(0, dot);
}

std::string name_of(const std::string& path) {
    const std::string name = path.substr(path.find_last_of('/') + 1);
    const std::size_t dot = name.rfind('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

Diagnostics check_request(const ImportRequest& request) {
    if (request.file == kStandardStream && request.folder.empty())
        return {wrong_use("job-output", "expected -o with a folder: standard input has no name")};
    const std::string& language = request.language;
    if (language.empty() || unicode::is_language_tag(language)) return {};
    return {wrong_use("job-language",
                      fmt::format("expected a BCP 47 language tag, got \"{}\"", language),
                      load::language_hints(language))};
}

std::string described(const imports::Column& column) {
    std::string text(word_of(model::kColumnKinds, column.kind));
    if (!column.unit.empty()) text += ", " + column.unit;
    std::vector<std::string> values;
    for (const auto& [value, count] : column.values)
        values.push_back(fmt::format("{} {}", value.substr(1, value.size() - 2), count));
    if (!values.empty()) text += fmt::format(": {}", fmt::join(values, ", "));
    if (column.others > 0) text += fmt::format("; {} in words", column.others);
    return text;
}

ImportReport report_of(const imports::Table& table, const sheets::Sheet& sheet) {
    constexpr std::size_t kMostOnPortrait = 7;
    ImportReport report;
    report.layout = table.columns.size() > kMostOnPortrait ? "wide-a4" : "handout-a4";
    report.sheet = sheet.name;
    report.language = table.language;
    report.sections = table.sections.size();
    report.notes = table.notes.size();
    for (const imports::Section& section : table.sections) report.rows += section.rows.size();
    return report;
}

/// The columns as they are in the dataset.
std::vector<ImportedColumn> columns_of(imports::Table& table) {
    imports::count_values(table);
    std::vector<ImportedColumn> columns;
    for (const imports::Column& column : table.columns)
        columns.push_back(
            {sheets::column_name(column.sheet_column), column.title, described(column)});
    return columns;
}

void tell_of_guess(const imports::Table& table, const std::string& file, Diagnostics& diagnostics) {
    if (!table.is_language_told)
        diagnostics.push_back(
            note("guessed-language",
                 fmt::format("taken for \"{}\"{}", table.language,
                             table.is_language_default ? ", for nothing tells its language" : ""),
                 {"if it is another language, say which: --lang"})
                .at(FilePlace{file}));
}

/// Of a folder without a dataset in JSON.
std::optional<Diagnostic> yaml_in(const std::string& folder, FileStore& files) {
    for (const std::string_view ending : kAuthoredExtensions) {
        const std::string path = joined(folder, fmt::format("dataset{}", ending));
        if (files.is_file(path))
            return error("yaml-dataset", "a dataset in YAML cannot be brought up to date",
                         {"write it as dataset.json and remove this file, or name another folder "
                          "with -o"})
                .at(FilePlace{path});
    }
    return std::nullopt;
}

/// The dataset that is there, before the sheet is understood with its help.
struct Known {
    InputFile file;
    model::Dataset dataset;
    std::optional<imports::Origin> origin;
};

std::optional<Known> read_known(const std::string& path, FileStore& files,
                                Diagnostics& diagnostics) {
    auto bytes = take(files.read(path), diagnostics);
    if (!bytes) return std::nullopt;
    InputFile file = kept(path, *std::move(bytes));
    auto dataset = take(load::load_dataset(*file), diagnostics);
    load::locate(diagnostics);
    if (!dataset) return std::nullopt;
    const auto tree = load::read_json(*file);
    auto origin = tree ? imports::read_origin(load::text_of(*file), tree->root) : std::nullopt;
    return Known{std::move(file), *std::move(dataset), std::move(origin)};
}

/// Whether the dataset is one of another sheet of the file, of which one is asked for.
std::optional<Diagnostic> other_sheet(const Known& known, const ImportRequest& request,
                                      const sheets::Sheet& sheet) {
    const auto& origin = known.origin;
    if (request.sheet.empty() || !origin || origin->sheet == sheet.name) return std::nullopt;
    return error("another-sheet",
                 fmt::format("the dataset there is of the sheet \"{}\", not of \"{}\"",
                             origin->sheet, sheet.name),
                 {"name another folder with -o",
                  "if the sheet was given another name, do so in the last line of the dataset"})
        .at(FilePlace{known.file->name});
}

void add_texts(const sheets::Sheet& sheet, std::set<std::string>& texts) {
    for (const sheets::Row& row : sheet.rows)
        for (const sheets::Cell& cell : row.cells) texts.insert(unicode::folded(cell.text));
}

/// Whether heads or names of the dataset are those that the file has in a wrong encoding alone.
std::optional<Diagnostic> wrong_encoding(const Known& known, const ImportRequest& request,
                                         const sheets::Sheet& sheet, std::string_view bytes) {
    if (request.encoding.empty()) return std::nullopt;
    std::set<std::string> right, wrong;
    add_texts(sheet, right);
    for (const char* encoding : {"", "ISO-8859-1", "windows-1252"}) {
        const auto other =
            sheets::read_sheet(request.file, bytes, {request.sheet, std::string(encoding)});
        if (other) add_texts(*other, wrong);
    }
    const auto is_wrong = [&](std::string_view text) {
        const std::string folded = unicode::folded(text);
        return wrong.count(folded) > 0 && right.count(folded) == 0;
    };
    const auto& columns = known.dataset.columns;
    bool is_found = std::any_of(columns.begin(), columns.end(), [&](const model::Column& column) {
        return is_wrong(column.title.text);
    });
    for (const model::Section& section : known.dataset.sections) {
        for (const model::Row& row : section.rows) {
            for (std::size_t i = 0; i < columns.size() && !is_found; ++i) {
                const model::Cell* cell =
                    columns[i].kind == model::ColumnKind::Name ? row.cell_in(i) : nullptr;
                is_found =
                    cell != nullptr && !cell->names->empty() && is_wrong(cell->names->front().text);
            }
        }
    }
    if (!is_found) return std::nullopt;
    return error("another-encoding", "the dataset there was made in another encoding",
                 {imports::kStartAnew})
        .at(FilePlace{known.file->name});
}

void tell_of_language(const ImportRequest& request, const Known& known, Diagnostics& diagnostics) {
    const std::string wanted =
        request.language.empty() ? "" : unicode::canonical_tag(request.language);
    const std::string& language = known.dataset.language;
    if (wanted.empty() || wanted == language) return;
    diagnostics.push_back(
        warning("other-language",
                fmt::format("the dataset is in \"{}\", and stays so: --lang {} says nothing",
                            language, request.language),
                {"change its \"language\", or delete it to start anew"})
            .at(FilePlace{known.file->name}));
}

imports::Wishes wishes_of(const ImportRequest& request, const std::string& folder,
                          const std::optional<Known>& known, FileStore& files) {
    imports::Wishes wishes;
    if (!request.language.empty()) wishes.language = unicode::canonical_tag(request.language);
    wishes.is_language_told = known ? wishes.language == known->dataset.language ||
                                          (known->origin && known->origin->is_language_told)
                                    : !wishes.language.empty();
    wishes.title = name_of(request.file == kStandardStream ? folder : request.file);
    std::replace(wishes.title.begin(), wishes.title.end(), '_', ' ');
    if (const auto symbols = stems_in(joined(folder, "symbols"), ".svg", files))
        wishes.symbols = *symbols;
    if (!known) return wishes;
    wishes.language = known->dataset.language;
    for (const model::Section& section : known->dataset.sections) {
        wishes.sections.insert(resolve::without_markup(section.title.text));
        for (const model::Row& row : section.rows) {
            for (const model::Cell& cell : *row.cells)
                if (!cell.names->empty()) wishes.rows.insert(cell.names->front().text);
        }
    }
    return wishes;
}

/// The dataset that is written. Nothing is that could not be read again or built: each part of it
/// is resolved in its own language, in the looks of the defaults.
Result<model::Dataset> read_again(const SourceFile& made) {
    Diagnostics errors;
    auto dataset = take(load::load_dataset(made), errors);
    if (!dataset) return errors;
    const LayoutSource layout = every_part(*dataset);
    const model::Project project{
        *dataset, layout.input.layout, layout.symbols.by_id, {}, blank_pictures(*dataset)};
    // Gaps say something with their records alone.
    errors = dataset->fields.empty() ? resolve::resolve(project).diagnostics()
                                     : resolve::unknown_references(project);
    std::erase_if(errors,
                  [](const Diagnostic& problem) { return problem.severity != Severity::Error; });
    if (!errors.empty()) return errors;
    return *std::move(dataset);
}

}  // namespace

Result<ImportReport> import_sheet(const ImportRequest& request, FileStore& store, ByteSink& sink) {
    RememberedStreams files(store);
    if (auto errors = check_request(request); !errors.empty()) return errors;
    Diagnostics diagnostics;
    const std::string name = shown_name(request.file);
    const auto bytes = take(files.read(request.file), diagnostics);
    if (!bytes) return diagnostics;
    const auto sheet =
        take(sheets::read_sheet(name, *bytes, {request.sheet, request.encoding}), diagnostics);
    if (!sheet) return diagnostics;

    const std::string folder = request.folder.empty() ? without_ending(name) : request.folder;
    const std::string path = joined(folder, "dataset.json");
    std::optional<Known> known;
    if (files.is_file(path)) {
        known = read_known(path, files, diagnostics);
        if (known) {
            for (auto problem : {other_sheet(*known, request, *sheet),
                                 wrong_encoding(*known, request, *sheet, *bytes)})
                if (problem) diagnostics.push_back(*std::move(problem));
            tell_of_language(request, *known, diagnostics);
        }
    } else if (auto yaml = yaml_in(folder, files)) {
        diagnostics.push_back(*std::move(yaml));
    }
    if (has_errors(diagnostics)) return diagnostics;
    imports::Table table =
        imports::understand(*sheet, wishes_of(request, folder, known, files), name, diagnostics);
    if (has_errors(diagnostics)) return diagnostics;

    ImportReport report = report_of(table, *sheet);
    report.folder = folder;
    report.path = path;
    std::string written;
    if (known) {
        auto update =
            imports::update(*known->file, known->dataset, known->origin, table, diagnostics);
        if (!update) return diagnostics;
        imports::tell_of_labels(table, known->dataset, name, diagnostics);
        report.is_new = false;
        report.is_written = update->bytes != load::text_of(*known->file);
        report.changes = std::move(update->changes);
        written = std::move(update->bytes);
    } else {
        tell_of_guess(table, name, diagnostics);
        imports::tell_of_sums(table, name, diagnostics);
        imports::tell_of_empty_cells(table, name, diagnostics);
        imports::tell_of_heads(table, name, diagnostics);
        imports::tell_of_weekdays(table, name, diagnostics);
        imports::tell_of_levels(table, name, diagnostics);
        const std::string slug =
            unicode::ascii_slug(name_of(request.file == kStandardStream ? folder : name));
        written = imports::write_dataset(table, slug.empty() ? "table" : slug);
    }
    report.columns = columns_of(table);
    const InputFile made = kept(path, written);
    const auto now = take(read_again(*made), diagnostics);
    if (!now) {
        load::locate(diagnostics);
        return diagnostics;
    }
    if (!report.is_written) return {std::move(report), std::move(diagnostics)};
    std::vector<OutputFile> outputs;
    if (known) outputs = imports::stale_locales(known->dataset, *now, folder, files, diagnostics);
    for (const OutputFile& locale : outputs)
        report.changes.push_back(locale.path +
                                 ": says under \"translated_from\" what is outdated by now");
    outputs.insert(outputs.begin(), {path, std::move(written)});
    if (auto errors = sink.write(outputs); !errors.empty()) return errors;
    return {std::move(report), std::move(diagnostics)};
}

}  // namespace broadside
