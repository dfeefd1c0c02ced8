#include "broadside/batch/output_work.hpp"

#include <cmath>
#include <filesystem>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "broadside/batch/web_bundle.hpp"

namespace broadside::batch {

namespace {

/// To thousandths, so that the shortest decimal is also a short one.
double rounded(double number) { return std::round(number * 1000) / 1000; }

/// Without its file, which has another path on another machine.
std::string warning_text(const Diagnostic& diagnostic) {
    if (diagnostic.pointer.empty()) return diagnostic.message;
    return fmt::format("{}: {}", diagnostic.pointer, diagnostic.message);
}

using Paths = std::vector<std::string>;

/// The names that an output's files had. How many pages there were is part of a name, and it is not
/// known before the layout: the entry of the first file tells.
Paths past_paths(const Plan& plan, const PlannedEdition& edition, const emit::Format& format) {
    const auto paths = [&](std::size_t pages) {
        auto found = paths_of(plan.request, plan.sources, edition, format, pages, *plan.taken);
        return found ? std::move(found).value() : Paths();
    };
    const model::ManifestEntry* first =
        plan.past().find(path_of(plan.request, plan.sources, edition, format));
    if (first == nullptr && format.one_file_a_page) {
        const Paths numbered = paths(2);
        first = numbered.empty() ? nullptr : plan.past().find(numbered.front());
    }
    // Every file has an entry: a number that is larger is no number of files.
    return first == nullptr || first->about->files > plan.past().size()
               ? Paths()
               : paths(first->about->files);
}

bool may_stay(const Plan& plan) {
    return plan.digests.has_value() && plan.job->rebuild == Rebuild::Changed;
}

/// Tells an entry which of its output's files it is about.
void number(model::ManifestEntry& entry, const emit::Format& format, std::size_t index,
            const Paths& paths) {
    model::OutputFacts& about = entry.about.edit();
    about.format = format.name;
    about.files = paths.size();
    entry.page = format.one_file_a_page ? index + 1 : 0;
}

/// An error when one of the files is there already and is no file of the format.
Diagnostics check_places(const Plan& plan, const emit::Format& format, const Paths& paths) {
    for (const std::string& path : paths) {
        if (auto error = check_overwriting({"output", path, format.kind, format.is_one}, *plan.job,
                                           *plan.files))
            return {*std::move(error)};
    }
    return {};
}

emit::Options options_for(const Plan& plan, const Paths& paths) {
    emit::Options options = plan.options;
    for (const std::string& path : paths)
        options.paths.push_back(std::filesystem::path(path).lexically_normal().generic_string());
    return options;
}

void add_warnings(const Diagnostics& problems, model::ManifestEntry& entry) {
    for (const Diagnostic& problem : problems) {
        if (problem.severity == Severity::Warning)
            entry.about.edit().warnings.push_back(warning_text(problem));
    }
}

/// What is said of a file without pages: nothing that layout decides.
model::ManifestEntry flowing(const model::ManifestEntry& paged) {
    model::ManifestEntry entry;
    entry.record = paged.record;
    model::OutputFacts& about = entry.about.edit();
    about = *paged.about;
    about.pages = 0;
    about.type = {};
    about.fonts.clear();
    return entry;
}

/// Every face that a scene shows text in, sorted.
std::vector<model::UsedFace> faces_of(const scene::Scene& scene) {
    std::set<const FontFace*> faces;
    for (const scene::Page& page : scene.pages) {
        scene::for_each_run(page, [&](const LineRun& run) { faces.insert(run.glyphs.font.get()); });
    }
    std::set<model::UsedFace> uses;
    for (const FontFace* face : faces) {
        if (face != nullptr)
            uses.insert({face->family, style_name(face->weight, face->slant),
                         std::filesystem::path(face->file).filename().string()});
    }
    return {uses.begin(), uses.end()};
}

}  // namespace

model::ManifestEntry describe(const std::string& dataset, const DrawnEdition& drawn) {
    const Edition& edition = *drawn.edition;
    model::ManifestEntry entry;
    entry.record = edition.record;
    model::OutputFacts& about = entry.about.edit();
    about.dataset = dataset;
    about.layout = edition.layout;
    about.language = edition.language;
    about.pages = drawn.scene.pages.size();
    about.type = edition.document.decisions;
    for (double* number :
         {&about.type.smallest_type.value, &about.type.type_scale, &about.type.padding_scale})
        *number = rounded(*number);
    about.fonts = faces_of(drawn.scene);
    about.translation = edition.translation;
    add_warnings(drawn.problems, entry);
    return entry;
}

std::vector<MadeFile> unchanged_files(const Plan& plan, const PlannedEdition& edition,
                                      const emit::Format& format) {
    if (!may_stay(plan)) return {};
    std::vector<MadeFile> files;
    for (model::ManifestEntry& entry : plan.past().made_from(plan.digest_of_inputs(edition, format),
                                                             past_paths(plan, edition, format)))
        files.push_back({FileState::Unchanged, std::move(entry)});
    return files;
}

void draw(const Plan& plan, EditionWork& work, std::size_t output, emit::Cache& cache) {
    OutputWork& result = work.outputs[output];
    const PlannedEdition& edition = plan.editions[work.edition];
    const emit::Format& format = *plan.request.formats[output];
    const auto paths = take(paths_of(plan.request, plan.sources, edition, format,
                                     work.drawn.scene.pages.size(), *plan.taken),
                            result.problems);
    if (!paths) return;

    append(result.problems, check_places(plan, format, *paths));
    if (has_errors(result.problems)) return;

    model::ManifestEntry entry = format.has_pages() ? work.description : flowing(work.description);
    // Where cards are missing, the next build has to say so, too.
    if (work.drawn.left_out.empty()) entry.inputs = plan.digest_of_inputs(edition, format);
    std::vector<MadeFile> files;
    for (std::size_t i = 0; i < paths->size(); ++i) {
        number(entry, format, i, *paths);
        entry.path = plan.manifest.empty() ? "" : path_in_manifest((*paths)[i], plan.manifest);
        files.push_back({FileState::Written, entry});
    }
    const auto deliver = [&](std::size_t page, emit::File bytes) {
        MadeFile& file = files[page];
        file.entry.hash = digest_of(bytes);
        file.entry.bytes = bytes.size();
        if (may_stay(plan) && plan.past().holds((*paths)[page], file.entry.hash)) {
            file.state = FileState::Unchanged;
            return Diagnostics();
        }
        return work.delivery->add({(*paths)[page], std::move(bytes)});
    };
    if (const auto* emit = std::get_if<emit::EmitDocument>(&format.emit)) {
        emit::Options options = plan.options;
        options.alternates = alternates_of(plan, edition, format);
        options.html_name = fmt::format("{}-{}-{}", entry.about->dataset, entry.about->layout,
                                        entry.about->language);
        // A key may hold what no class may.
        if (!entry.record.empty())
            options.html_name += fmt::format("-{:08x}", digest_of(entry.record).low >> 32);
        auto document = take((*emit)(*work.drawn.edition->resolved, options), result.problems);
        if (document) append(result.problems, deliver(0, *std::move(document)));
    } else {
        emit::Options options = options_for(plan, *paths);
        if (format.reads.attachments && plan.job->attach_source) {
            auto attached = take(attachments_of(plan, edition), result.problems);
            if (!attached) return;
            options.attachments = *std::move(attached);
        }
        Diagnostics problems =
            std::get<emit::EmitScene>(format.emit)(work.drawn.scene, options, cache, deliver);
        for (MadeFile& file : files) add_warnings(problems, file.entry);
        append(result.problems, std::move(problems));
    }
    if (!has_errors(result.problems)) result.files = std::move(files);
}

}  // namespace broadside::batch
