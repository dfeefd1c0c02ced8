#include "broadside/batch/manifest.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "broadside/files/paths.hpp"
#include "broadside/load/load.hpp"

namespace broadside::batch {

namespace {

std::string default_name(const Shard& shard) {
    if (shard.parts == 1) return "manifest.json";
    return fmt::format("manifest-{}-of-{}.json", shard.part, shard.parts);
}

using Entries = std::vector<model::ManifestEntry>;

/// The first problem is enough: nobody mends a manifest by hand.
Diagnostic unusable(Diagnostic problem) {
    problem.severity = Severity::Warning;
    problem.code = "unusable-manifest";
    problem.hints = {"everything is made again, and the manifest with it"};
    return problem;
}

}  // namespace

std::string manifest_path(const Job& job, const OutputPattern& pattern) {
    if (!job.manifest.empty()) return job.manifest;
    const bool is_one_name = pattern.parts.size() == 1 && pattern.parts.front().index() == 0;
    if (is_one_name || pattern.parts.empty()) return "";
    const auto* start = std::get_if<std::string>(&pattern.parts.front());
    const std::size_t slash = start == nullptr ? std::string::npos : start->rfind('/');
    const std::string folder = slash == std::string::npos ? "." : start->substr(0, slash + 1);
    return joined(folder, default_name(job.shard));
}

std::string path_in_manifest(const std::string& output, const std::string& manifest) {
    const auto absolute = [](const std::string& path) {
        return std::filesystem::absolute(path).lexically_normal();
    };
    return absolute(output).lexically_relative(absolute(folder_of(manifest))).string();
}

std::string bytes_of(const std::string& path, FileStore& files) {
    std::string bytes;
    if (!files.is_file(path) || files.is_stream(path)) return bytes;
    files.facts(path);
    files.read_pieces(path, [&bytes](std::string_view piece) {
        bytes.append(piece);
        return More::Yes;
    });
    return bytes;
}

Entries noted_in(std::string_view journal) {
    Entries entries;
    while (!journal.empty()) {
        const std::string_view line = journal.substr(0, journal.find('\n'));
        journal.remove_prefix(std::min(journal.size(), line.size() + 1));
        if (line.empty()) continue;
        auto noted = load::load_build_manifest({"", std::string(line)});
        if (!noted) continue;
        Entries more = std::move(noted).value().entries;
        std::move(more.begin(), more.end(), std::back_inserter(entries));
    }
    return entries;
}

Result<bool> is_intact(const model::ManifestEntry& entry, const std::string& path,
                       FileStore& files) {
    if (!files.is_file(path) || files.is_stream(path)) return false;
    ContentHash hash;
    std::size_t size = 0;
    Diagnostics errors = files.read_pieces(path, [&](std::string_view piece) {
        hash.add_bytes(piece);
        size += piece.size();
        return size > entry.bytes ? More::No : More::Yes;
    });
    if (!errors.empty()) return errors;
    return size == entry.bytes && to_string(hash.digest()) == entry.hash;
}

PastBuild PastBuild::read(const std::string& manifest, std::string_view bytes, FileStore& files,
                          Diagnostics& diagnostics) {
    PastBuild past;
    past.manifest_ = manifest;
    past.files_ = &files;
    if (bytes.empty()) return past;
    auto loaded = load::load_build_manifest({manifest, std::string(bytes)});
    if (!loaded) {
        diagnostics.push_back(unusable(loaded.diagnostics().front()));
        return past;
    }
    past.add(std::move(loaded).value().entries);
    return past;
}

void PastBuild::add(Entries entries) {
    for (model::ManifestEntry& entry : entries) {
        page_numbers_.insert({entry.page, entry.files});
        std::string path = entry.path;
        entries_.insert_or_assign(std::move(path), std::move(entry));
    }
}

void PastBuild::take_up(std::string_view journal) { add(noted_in(journal)); }

const model::ManifestEntry* PastBuild::find(const std::string& output) const {
    if (files_ == nullptr) return nullptr;
    const auto entry = entries_.find(path_in_manifest(output, manifest_));
    return entry == entries_.end() ? nullptr : &entry->second;
}

bool PastBuild::is_as_written(const model::ManifestEntry& entry, const std::string& output) const {
    files_->facts(output);
    const auto intact = is_intact(entry, output, *files_);
    return intact && *intact;
}

Entries PastBuild::made_from(const Digest& inputs, const std::vector<std::string>& outputs) const {
    Entries found;
    const std::string wanted = to_string(inputs);
    for (const std::string& output : outputs) {
        const model::ManifestEntry* entry = find(output);
        const bool is_same = entry != nullptr && entry->files == outputs.size() &&
                             entry->inputs == wanted && is_as_written(*entry, output);
        if (!is_same) return {};
        found.push_back(*entry);
    }
    return found;
}

bool PastBuild::holds(const std::string& output, const std::string& hash) const {
    const model::ManifestEntry* entry = find(output);
    return entry != nullptr && entry->hash == hash && is_as_written(*entry, output);
}

bool PastBuild::exists(const model::ManifestEntry& entry) const {
    const std::string path = joined(folder_of(manifest_), entry.path);
    return files_->is_file(std::filesystem::path(path).lexically_normal().string());
}

void PastBuild::add_others(ManifestEntries& made) const {
    for (const auto& [path, entry] : entries_) {
        if (made.count(path) == 0 && exists(entry)) made.emplace(path, &entry);
    }
}

ManifestFile::ManifestFile(std::string path, FileStore& files, Diagnostics& diagnostics)
    : path_(std::move(path)),
      files_(files),
      bytes_(bytes_of(path_, files)),
      journal_(bytes_of(journal_of(path_), files)) {
    Diagnostics problems;
    past_ = PastBuild::read(path_, bytes_, files_, problems);
    past_.take_up(journal_);
    is_foreign_ = !problems.empty() && !begins_as_manifest(bytes_);
    if (!is_foreign_) append(diagnostics, std::move(problems));
}

void ManifestFile::note(const EditionResult& result, ByteSink& sink) {
    std::vector<const model::ManifestEntry*> entries;
    for (const MadeFile& file : result.files) entries.push_back(&file.entry);
    sink.note(path_, in_a_line(json_of(entries)));
    has_noted_ = true;
}

void ManifestFile::add(std::vector<EditionResult> results) {
    made_.reserve(made_.size() + results.size());
    for (EditionResult& result : results)
        std::move(result.files.begin(), result.files.end(), std::back_inserter(made_));
}

std::string ManifestFile::json_after(const PastBuild& past, ByteSink& sink) const {
    ManifestEntries entries;
    for (const MadeFile& file : made_) {
        if (sink.holds(file.path)) entries.emplace(file.entry.path, &file.entry);
    }
    past.add_others(entries);
    std::vector<const model::ManifestEntry*> sorted;
    for (const auto& [path, entry] : entries) sorted.push_back(entry);
    return json_of(sorted);
}

Diagnostics ManifestFile::write(ByteSink& sink) {
    std::string json = json_after(past_, sink);
    hash_ = to_string(digest_of(json));
    if (json == bytes_ && journal_.empty() && !has_noted_) return {};
    return sink.update(path_, [&]() -> std::optional<std::string> {
        // Another run may have written since.
        const std::string bytes = bytes_of(path_, files_);
        const std::string journal = bytes_of(journal_of(path_), files_);
        if (bytes != bytes_ || journal != journal_) {
            Diagnostics of_the_other;
            PastBuild past = PastBuild::read(path_, bytes, files_, of_the_other);
            past.take_up(journal);
            json = json_after(past, sink);
            hash_ = to_string(digest_of(json));
        }
        if (json == bytes) return std::nullopt;
        return std::move(json);
    });
}

}  // namespace broadside::batch
