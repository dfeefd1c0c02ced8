#pragma once

#include <filesystem>
#include <string_view>
#include <system_error>

#include "broadside/files/system.hpp"

namespace broadside {

/// A complete file that nobody sees before `publish`. It has the permissions and the owner of the
/// file that it replaces; a group or an owner that the user may not give away is left out.
///
/// Where the file system can hold a file without a name, it has none until then: a process that is
/// killed leaves nothing behind. Elsewhere it has a passing name.
class StagedFile {
public:
    /// `bytes` outlive the object.
    StagedFile(std::string_view bytes, std::filesystem::path target);
    StagedFile(const StagedFile&) = delete;
    StagedFile& operator=(const StagedFile&) = delete;
    ~StagedFile();

    /// Holds the file open. `not_supported` where there are no files without a name.
    std::error_code write_nameless();

    /// Holds no file open. The name is free, and on the file system of the target.
    std::error_code write_as(std::filesystem::path passing_name);

    /// Waits until the file is on the disk: a network disk that is full may say so only now.
    std::error_code sync();

    /// Replaces the target in one step: whoever opens it gets the old file or the new one, whole.
    std::error_code publish();

private:
    std::error_code fill(const Descriptor& file);
    std::error_code link_nameless();

    std::string_view bytes_;
    std::filesystem::path target_;
    std::filesystem::path passing_name_;  // of a file that is ours to remove; empty: none
    Descriptor nameless_{-1};
};

}  // namespace broadside
