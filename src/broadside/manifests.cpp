#include "broadside/manifests.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "broadside/batch/manifest.hpp"
#include "broadside/batch/web_bundle.hpp"
#include "broadside/files/paths.hpp"
#include "broadside/files/system.hpp"
#include "broadside/load/load.hpp"
#include "broadside/outputs/taken_names.hpp"

namespace broadside {

namespace {

/// Of any size: one names a hundred thousand files. With what runs that were killed have noted.
Result<std::vector<model::ManifestEntry>> read_manifest(const std::string& path, FileStore& files) {
    std::string bytes;
    Diagnostics errors = files.read_pieces(path, [&bytes](std::string_view piece) {
        bytes.append(piece);
        return More::Yes;
    });
    if (!errors.empty()) return errors;
    auto manifest = load::load_build_manifest({path, std::move(bytes)});
    if (!manifest) return manifest.diagnostics();
    std::map<std::string, model::ManifestEntry> entries;
    const auto add = [&entries](model::ManifestEntry entry) {
        std::string name = entry.path;
        entries.insert_or_assign(std::move(name), std::move(entry));
    };
    for (model::ManifestEntry& entry : std::move(manifest).value().entries) add(std::move(entry));
    batch::read_journal(path, files, add);
    std::vector<model::ManifestEntry> sorted;
    for (auto& [name, entry] : entries) sorted.push_back(std::move(entry));
    return sorted;
}

/// An entry, and the manifest that it comes from.
struct Source {
    model::ManifestEntry entry;
    const std::string* manifest = nullptr;
};

Diagnostic conflict(const std::string& file, const std::string& one, const std::string& other) {
    return error("conflicting-manifests",
                 fmt::format("{} and {} say different things of this file", one, other),
                 {"leave out the manifest of the earlier build, or build again"})
        .at({file});
}

Diagnostics check_place(const std::string& path, const std::vector<std::string>& manifests,
                        const Job& job, FileStore& files) {
    const auto is_here = [place = place_on_disk(path)](const std::string& manifest) {
        return place_on_disk(manifest) == place;
    };
    if (std::any_of(manifests.begin(), manifests.end(), is_here))
        return {is_input(path, job, "output")};
    auto error = check_overwriting(
        {"output", path, "a manifest of this program", batch::begins_as_manifest}, job, files);
    return error ? Diagnostics{*std::move(error)} : Diagnostics();
}

void verify(const model::ManifestEntry& entry, const std::string& path, FileStore& files,
            VerifiedManifest& verified) {
    if (!files.is_file(path)) {
        ++verified.missing;
        verified.problems.push_back(error("missing-output", "is not there").at({path}));
        return;
    }
    const auto is_intact = batch::is_intact(entry, path, files);
    if (is_intact && *is_intact) return;
    ++verified.changed;
    append(verified.problems, is_intact.diagnostics());
    if (is_intact)
        verified.problems.push_back(error("changed-output", "is not as it was written").at({path}));
}

/// What else lies in folders that files were written to, with endings that files there have.
void find_extra(const std::string& manifest, const std::set<std::string>& named, FileStore& files,
                VerifiedManifest& verified) {
    namespace fs = std::filesystem;
    std::map<std::string, std::set<std::string>> endings;  // by folder
    for (const std::string& path : named)
        endings[folder_of(path)].insert(fs::path(path).extension().string());
    // The pages of a web site have an index, which says nothing but what they are.
    const std::string index =
        fs::path(joined(folder_of(manifest), batch::kIndexName)).lexically_normal();
    for (const auto& [folder, known] : endings) {
        const auto names = take(files.list(folder), verified.problems);
        for (const std::string& name : names.value_or(std::vector<std::string>())) {
            const std::string path = fs::path(joined(folder, name)).lexically_normal().string();
            const bool is_extra = known.count(fs::path(name).extension().string()) > 0 &&
                                  named.count(path) == 0 && path != index &&
                                  !name.starts_with('.') && files.is_file(path);
            if (!is_extra) continue;
            ++verified.extra;
            verified.problems.push_back(
                warning("extra-output", fmt::format("is not named in {}", manifest)).at({path}));
        }
    }
}

}  // namespace

Result<MergedManifest> merge_manifests(const std::vector<std::string>& manifests,
                                       const std::optional<std::string>& path, const Job& job,
                                       FileStore& files, ByteSink& sink) {
    MergedManifest merged{
        path.value_or(joined(folder_of(manifests.front()), batch::kManifestName))};
    Diagnostics errors = check_place(merged.path, manifests, job, files);
    std::map<std::string, Source> sources;  // by path as the new manifest has it
    for (const std::string& manifest : manifests) {
        auto read = take(read_manifest(manifest, files), errors);
        if (!read) continue;
        for (model::ManifestEntry& entry : *read) {
            const std::string file = batch::path_of_entry(entry, manifest);
            entry.path = batch::path_in_manifest(file, merged.path);
            const auto [known, is_new] = sources.emplace(entry.path, Source{entry, &manifest});
            if (!is_new && !(known->second.entry == entry))
                errors.push_back(conflict(file, *known->second.manifest, manifest));
        }
    }
    if (!errors.empty()) return errors;
    std::vector<const model::ManifestEntry*> entries;
    for (const auto& [path, source] : sources) entries.push_back(&source.entry);
    merged.files = entries.size();
    errors = sink.write({{merged.path, batch::json_of(std::move(entries))}});
    if (!errors.empty()) return errors;
    return merged;
}

Result<VerifiedManifest> verify_manifest(const std::string& manifest, FileStore& files) {
    auto read = read_manifest(manifest, files);
    if (!read) return read.diagnostics();
    VerifiedManifest verified;
    std::set<std::string> named;
    for (const model::ManifestEntry& entry : *read) {
        const std::string path = batch::path_of_entry(entry, manifest);
        verify(entry, path, files, verified);
        named.insert(path);
    }
    verified.files = named.size();
    find_extra(manifest, named, files, verified);
    return verified;
}

}  // namespace broadside
