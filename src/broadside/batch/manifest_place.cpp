#include "broadside/batch/manifest_place.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "broadside/files/paths.hpp"

namespace broadside::batch {

namespace {

std::string default_name(const Shard& shard) {
    if (shard.parts == 1) return "manifest.json";
    return fmt::format("manifest-{}-of-{}.json", shard.part, shard.parts);
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

std::string path_from_manifest(const std::string& entry, const std::string& manifest) {
    return std::filesystem::path(joined(folder_of(manifest), entry)).lexically_normal().string();
}

}  // namespace broadside::batch
