#pragma once

#include <filesystem>
#include <string_view>
#include <system_error>

#include "broadside/byte_sink.hpp"
#include "broadside/files/system.hpp"

/// Files on their way to their names.
///
/// What is only there for a moment has a passing name, beside the files that are written: a short
/// one, whatever those are called. The process that makes such a file holds a lock on it, which
/// ends with the process, so that others can tell what a killed one has left.
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
    Descriptor lock_;
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
    Descriptor file_;
};

/// A complete file that nobody sees before `publish`. It has the permissions and the owner of the
/// file that it replaces; a group or an owner that the user may not give away is left out.
///
/// Where the file system can hold a file without a name, it has none until then: a process that is
/// killed leaves nothing behind. Elsewhere it has a passing name.
class StagedFile {
public:
    explicit StagedFile(std::filesystem::path target);
    StagedFile(const StagedFile&) = delete;
    StagedFile& operator=(const StagedFile&) = delete;
    ~StagedFile();

    /// Holds the file open. `not_supported` where there are no files without a name, or no way to
    /// give them one.
    std::error_code write_nameless(const FileBytes& bytes);

    /// Holds no file open. The name is free, and on the file system of the target.
    std::error_code write_as(std::filesystem::path passing_name, const FileBytes& bytes);

    /// Waits until the file is on the disk: a network disk that is full may say so only now.
    std::error_code sync();

    /// Replaces the target in one step: whoever opens it gets the old file or the new one, whole.
    std::error_code publish();

private:
    std::error_code fill(const Descriptor& file, const FileBytes& bytes);
    std::error_code link_nameless();

    std::filesystem::path target_;
    std::filesystem::path passing_name_;  // of a file that is ours to remove; empty: none
    Descriptor nameless_;
};

}  // namespace broadside
