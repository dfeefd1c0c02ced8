#include "fuzz/targets.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "broadside/imports.hpp"
#include "broadside/job_file.hpp"
#include "broadside/pdf_check.hpp"
#include "broadside/translations.hpp"
#include "support/temporary_folder.hpp"
#include "support/tiny_project.hpp"

namespace broadside::fuzz {

namespace {

/// Of several files in one input, so that they can be changed together.
constexpr char kNextFile = '\0';

/// Of the disk, only the product's own files: an input may name any path.
class OwnFiles final : public FileStore {
public:
    Result<std::string> read(const std::string& path) override {
        if (is_own(path)) return disk_.read(path);
        Diagnostic diagnostic;
        diagnostic.code = "cannot-read";
        diagnostic.file = path;
        diagnostic.message = "cannot be read: it is not the product's own";
        return diagnostic;
    }
    bool is_file(const std::string& path) override { return is_own(path) && disk_.is_file(path); }
    bool is_folder(const std::string& path) override {
        return is_own(path) && disk_.is_folder(path);
    }
    Result<std::vector<std::string>> list(const std::string& folder) override {
        if (!is_own(folder)) return std::vector<std::string>();
        return disk_.list(folder);
    }

private:
    static bool is_own(const std::string& path) {
        return path.starts_with(BROADSIDE_SOURCE_DIR "/") && path.find("..") == std::string::npos;
    }

    DiskFileStore disk_;
};

struct Project {
    OwnFiles own;
    testing::MemoryFileStore files;
    testing::MemorySink sink;
    Job job;

    Project() {
        DiskFileStore disk;
        const std::string excerpt = BROADSIDE_SOURCE_DIR "/tests/fixtures/excerpt/";
        files.below = &own;
        files.files = {{"d/dataset.json", *disk.read(excerpt + "dataset.json")},
                       {"d/layouts/page.json", *disk.read(excerpt + "layout.json")},
                       {"d/symbols/yes.svg", testing::kTinySymbol}};
        job.dataset = "d";
        job.layouts = {"page"};
        job.formats = {"pdf", "svg", "png"};
        job.output_options.ppi = 10;
        job.output_options.svg_text = SvgText::Outline;
        job.threads = 1;
        job.resources = {BROADSIDE_SOURCE_DIR};
    }
    Project(const Project&) = delete;
    Project& operator=(const Project&) = delete;

    void put(const std::string& path, std::string_view bytes) { files.files[path] = bytes; }
    std::size_t make() {
        static_cast<void>(build(job, files, sink));
        return sink.written.size();
    }
};

std::size_t try_dataset(std::string_view bytes) {
    Project project;
    project.put("d/dataset.json", bytes);
    return project.make();
}

std::size_t try_yaml(std::string_view bytes) {
    Project project;
    project.files.files.erase("d/dataset.json");
    project.put("d/dataset.yaml", bytes);
    return project.make();
}

std::size_t try_layout(std::string_view bytes) {
    Project project;
    project.put("d/layouts/page.json", bytes);
    return project.make();
}

std::size_t try_locale(std::string_view bytes) {
    Project project;
    project.put("d/locales/ar.json", bytes);
    project.job.languages = {"ar"};
    static_cast<void>(translation_status(project.job, TranslationRule::Lenient, project.files));
    return project.make();
}

std::size_t try_po(std::string_view bytes) {
    Project project;
    project.put("ar.po", bytes);
    MergeRequest request;
    request.files = {"ar.po"};
    const auto merged = merge_translations(project.job, request, project.files, project.sink);
    if (!merged) return 0;
    for (const auto& [path, written] : project.sink.written) project.put(path, written);
    project.job.languages = {"all"};
    return project.make();
}

std::size_t try_symbol(std::string_view bytes) {
    Project project;
    project.put("d/symbols/yes.svg", bytes);
    project.put("d/dataset.json", testing::kTinyDataset);
    return project.make();
}

std::size_t try_picture(std::string_view bytes) {
    Project project;
    project.put("d/logo.png", bytes);
    project.put("d/dataset.json", R"({"format": 1, "id": "d", "language": "ar", "title": "D",
        "pictures": {"logo": {"file": "logo.png", "alt": "D"}},
        "columns": [{"id": "n", "kind": "name", "title": "N", "picture": "logo"}],
        "sections": [{"id": "s", "rows": [{"id": "r", "n": {"names": ["N"], "picture": "logo"}}]}]})");
    return project.make();
}

/// A file whose name does not say what is in it.
std::size_t try_records(std::string_view bytes) {
    constexpr std::size_t kMostBytes = 2000;  // each line may be a page
    if (bytes.size() > kMostBytes) return 0;
    Project project;
    project.put("records", bytes);
    project.put("d/dataset.json", R"json({"format": 1, "id": "d", "language": "ar", "title": "{n}",
        "records": {"id": {"key": true}, "n": {"default": "N"}, "r": {"type": "rich"},
                    "d": {"type": "number"}, "t": {"type": "date"}, "u": {"type": "url"}},
        "columns": [{"id": "n", "kind": "name", "title": "N"},
                    {"id": "r", "kind": "text", "title": "R {r}"},
                    {"id": "d", "kind": "number", "title": "D"}],
        "sections": [{"id": "s", "rows": [
            {"id": "r", "n": ["N", "{n}"], "r": {"record": "r"}, "d": {"record": "d"}},
            {"id": "q", "n": "Q", "r": "_{r}_ {t} [{n}](https://a.org/{n}/?{u})"}]}],
        "links": [{"id": "l", "label": "L {d}", "url": "{u}"}]})json");
    project.job.records = "records";
    return project.make();
}

std::size_t try_job(std::string_view bytes) {
    Project project;
    project.put("d/broadside.json", bytes);
    auto jobs = read_job_file("d/broadside.json", project.job, {}, project.files);
    if (!jobs) return 0;
    constexpr std::size_t kMostJobs = 4;  // that many say all that many more would
    if (jobs->size() > kMostJobs) return 0;
    for (const Job& job : *jobs) {
        // Whole posters in fine dots are slow and tell nothing new.
        if (job.output_options.ppi > project.job.output_options.ppi) return 0;
    }
    static_cast<void>(build(*jobs, project.files, project.sink));
    return project.sink.written.size();
}

std::size_t try_font(std::string_view bytes) {
    const testing::TemporaryFolder folder;
    folder.write("font.ttf", std::string(bytes));
    std::string faces;
    for (const char* style :
         {R"("weight": "regular", "slant": "upright")", R"("weight": "bold", "slant": "upright")",
          R"("weight": "regular", "slant": "italic")", R"("weight": "bold", "slant": "italic")"}) {
        faces += fmt::format(R"({}{{{}, "file": "{}", "index": 0}})", faces.empty() ? "" : ", ",
                             style, folder / "font.ttf");
    }
    Project project;
    project.put("fonts.json", fmt::format(R"({{"format": 1, "families": [{{"family": "Noto Sans",
                    "scripts": ["Latn"], "licence": "OFL-1.1", "files": [{}]}}]}})",
                                          faces));
    project.job.font_manifest = "fonts.json";
    project.put("d/dataset.json", testing::kTinyDataset);
    static_cast<void>(project.make());
    // A browser's font has tables that drawing leaves out.
    project.job.formats = {"svg"};
    project.job.output_options.svg_text = SvgText::Embed;
    return project.make();
}

/// Dataset, layout and locale, each after the other's NUL.
std::size_t try_build(std::string_view bytes) {
    Project project;
    for (const char* path : {"d/dataset.json", "d/layouts/page.json", "d/locales/ja.json"}) {
        const std::size_t end = std::min(bytes.find(kNextFile), bytes.size());
        project.put(path, bytes.substr(0, end));
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    project.job.languages = {"all"};
    return project.make();
}

/// A finished file that is checked; one that keeps its promises counts as an output.
std::size_t try_pdf(std::string_view bytes) {
    testing::MemoryFileStore files;
    files.files = {{"a.pdf", std::string(bytes)}};
    return check_pdf("a.pdf", files) ? 1 : 0;
}

/// A spreadsheet, first of all and then over the dataset that the next file is; its name ends in
/// what the first line says.
std::size_t try_sheet(std::string_view bytes) {
    Project project;
    const std::size_t name_end = std::min(bytes.find('\n'), bytes.size());
    const std::string name =
        "a." + std::string(bytes.substr(0, std::min<std::size_t>(name_end, 4)));
    bytes.remove_prefix(std::min(name_end + 1, bytes.size()));
    project.put(name, bytes);
    const auto made = import_sheet({name, "new", "", "en", ""}, project.files, project.sink);
    static_cast<void>(import_sheet({name, "d", "", "", ""}, project.files, project.sink));
    if (!made) return 0;
    project.put("new/dataset.json", project.sink.written.at("new/dataset.json"));
    const auto again = import_sheet({name, "new", "", "", ""}, project.files, project.sink);
    // What was imported once says the same.
    if (!again || again->is_written) std::abort();
    project.job.dataset = "new";
    project.put("new/layouts/page.json", project.files.files.at("d/layouts/page.json"));
    return project.make();
}

constexpr Target kTargets[] = {
    {"dataset", try_dataset}, {"yaml", try_yaml}, {"layout", try_layout},
    {"locale", try_locale},   {"po", try_po},     {"symbol", try_symbol},
    {"picture", try_picture}, {"job", try_job},   {"font", try_font},
    {"build", try_build},     {"pdf", try_pdf},   {"records", try_records},
    {"sheet", try_sheet}};

}  // namespace

std::span<const Target> targets() { return kTargets; }

const Target* find_target(std::string_view name) {
    const auto* found = std::find_if(std::begin(kTargets), std::end(kTargets),
                                     [&](const Target& target) { return target.name == name; });
    return found == std::end(kTargets) ? nullptr : found;
}

}  // namespace broadside::fuzz
