#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "broadside/base/content_hash.hpp"
#include "broadside/file_store.hpp"
#include "broadside/job.hpp"

/// What may be written where: no name twice, and nothing over what somebody still needs.
namespace broadside {

/// What a file is that lies beside the outputs of a job and tells of them. Jobs may share one of
/// the same kind.
enum class SidecarKind { Manifest, MakeDependencies, JsonDependencies };

/// Who writes a file: of what other shards write, the disk is not asked. A link that leads to one
/// of their files is followed where it is a name of this run.
enum class Writer { ThisRun, OtherShard };

/// Names that no other file may have, of any job of a build, compared as places on the disk.
class TakenNames {
public:
    void add_input(const std::string& path);

    /// An error when the name is an input's or was taken before.
    Diagnostics take(const std::string& path, const Job& job, Writer writer = Writer::ThisRun);
    Diagnostics take_sidecar(const std::string& path, SidecarKind kind, const Job& job);

    bool is_taken(const std::string& path) const;

private:
    std::string place_of(const std::string& path, Writer writer = Writer::ThisRun) const;

    std::set<std::string> inputs_;
    std::unordered_set<std::string> seen_inputs_;                 // as they are named
    std::unordered_map<Digest, const Job*, DigestHash> outputs_;  // thousands of them
    std::map<std::string, SidecarKind> sidecars_;

    // Asking for the real name of a folder takes a system call for each folder above it.
    mutable std::mutex lock_;
    mutable std::unordered_map<std::string, std::string> folders_;
};

/// What an option would write over is an input.
Diagnostic is_input(const std::string& path, const Job& job, std::string_view option);

/// Several files of one name, of one job.
Diagnostic same_output(const std::string& path, const Job& job);

/// What a job is about to write.
struct NewFile {
    std::string_view option;  // that names it: "output"
    std::string path;
    std::string_view kind;  // with its article: "a PDF"
    bool (*is_one)(std::string_view beginning);
};

/// An error when something else lies there, as the beginning of its content tells, unless the job
/// was told to overwrite it. Empty files may be replaced; streams are written to.
std::optional<Diagnostic> check_overwriting(const NewFile& file, const Job& job, FileStore& files);

/// That error.
Diagnostic would_overwrite(const NewFile& file, const Job& job);

}  // namespace broadside
