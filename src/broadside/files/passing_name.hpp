#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "broadside/files/system.hpp"

/// Names of what is only there for a moment, beside the files that are written: short ones,
/// whatever those are called. The process that makes such a file holds a lock on it, which ends
/// with the process, so that others can tell what a killed one has left.
namespace broadside {

/// For the file that will be called `target`, beside it. `use` tells several from each other.
std::filesystem::path passing_name(const std::filesystem::path& target, std::string_view use = "");

/// Removes what killed processes left in a folder.
void remove_strays(const std::filesystem::path& folder);

/// A folder beside the targets, for more files than a process may hold open.
class PassingFolder {
public:
    PassingFolder() = default;
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    ~PassingFolder();

    /// Makes the folder inside `parent`, once.
    std::error_code make(const std::filesystem::path& parent);

    /// A name that is free.
    std::filesystem::path next_name();

private:
    std::filesystem::path path_;
    Descriptor lock_{-1};
    std::size_t names_ = 0;
};

/// Held by one process, and in it by one object, at a time. A file beside `target` stands for it.
class FileLock {
public:
    FileLock() = default;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

    /// Waits for whoever has it; an error when that takes too long. Where the file system knows no
    /// locks, there is nobody to wait for.
    std::error_code take(const std::filesystem::path& target);

private:
    std::filesystem::path path_;
    Descriptor file_{-1};
};

}  // namespace broadside
