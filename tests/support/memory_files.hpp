#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"

namespace broadside::testing {

/// Files that are there because a test says so, over those of `below`, when there is one. Of these
/// only what has an absolute path: where a test is started from must not matter.
class MemoryFileStore final : public FileStore {
public:
    std::map<std::string, std::string> files;
    FileStore* below = nullptr;

    Result<std::string> read(const std::string& path) override {
        const auto found = files.find(path);
        if (found != files.end()) return found->second;
        if (is_below(path)) return below->read(path);
        Diagnostic diagnostic;
        diagnostic.code = "cannot-read";
        diagnostic.file = path;
        diagnostic.message = "cannot be read: No such file or directory";
        return diagnostic;
    }

    bool is_file(const std::string& path) override {
        return files.count(path) > 0 || (is_below(path) && below->is_file(path));
    }

    bool is_folder(const std::string& path) override {
        const auto next = files.lower_bound(path + "/");
        if (next != files.end() && next->first.starts_with(path + "/")) return true;
        return is_below(path) && below->is_folder(path);
    }

    Result<std::vector<std::string>> list(const std::string& folder) override {
        std::set<std::string> names;
        for (const auto& [path, bytes] : files) {
            const bool is_inside = path.starts_with(folder + "/");
            const std::string name = is_inside ? path.substr(folder.size() + 1) : "";
            if (is_inside && name.find('/') == std::string::npos) names.insert(name);
        }
        if (is_below(folder)) {
            const auto found = below->list(folder);
            if (!found) return found;
            names.insert(found->begin(), found->end());
        }
        return std::vector<std::string>(names.begin(), names.end());
    }

private:
    bool is_below(const std::string& path) const {
        return below != nullptr && path.starts_with('/');
    }
};

/// Keeps what is written; refuses everything when told to.
class MemorySink final : public ByteSink {
public:
    std::map<std::string, std::string> written;
    Diagnostics refusal;

    Diagnostics write(const std::vector<OutputFile>& files) override {
        const std::lock_guard lock(one_call_);
        if (!refusal.empty()) return refusal;
        for (const OutputFile& file : files) written[file.path] = file.bytes.all();
        return {};
    }

private:
    std::mutex one_call_;
};

}  // namespace broadside::testing
