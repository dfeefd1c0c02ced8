#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "broadside/file_store.hpp"
#include "broadside/job.hpp"

namespace broadside {

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
