#pragma once

#include <filesystem>
#include <string_view>
#include <system_error>

#include "broadside/job/descriptor.hpp"

namespace broadside {

/// A complete file that nobody sees before `publish`.
///
/// Where the file system can hold a file without a name, it has none until then: a process that is
/// killed leaves nothing behind. Elsewhere it has a passing name beside the target.
class StagedFile {
public:
    /// `Named` holds no file open; a process that is killed leaves it behind.
    enum class Kind { Nameless, Named };

    /// `bytes` outlive the object.
    StagedFile(std::string_view bytes, std::filesystem::path target);
    StagedFile(const StagedFile&) = delete;
    StagedFile& operator=(const StagedFile&) = delete;
    ~StagedFile();

    std::error_code write(Kind kind);

    /// Replaces the target in one step: whoever opens it gets the old file or the new one, whole.
    std::error_code publish();

private:
    std::error_code write_named();
    std::error_code link_nameless();

    std::string_view bytes_;
    std::filesystem::path target_;
    std::filesystem::path passing_name_;
    Descriptor nameless_{-1};
    bool is_named_ = false;  // a file of the passing name is ours to remove
};

/// Writes everything, or says why not.
std::error_code write_all(int descriptor, std::string_view bytes);

}  // namespace broadside
