#pragma once

#include <string>
#include <vector>

#include "broadside/base/result.hpp"

namespace broadside {

/// Stands for standard input among files to read, for standard output among files to write.
inline constexpr char kStandardStream[] = "-";

/// Where input comes from. Several threads may ask at once.
class FileStore {
public:
    virtual ~FileStore() = default;

    /// The whole file; fails above limits::kMaxInputBytes.
    virtual Result<std::string> read(const std::string& path) = 0;
    virtual bool is_file(const std::string& path) = 0;
    virtual bool is_folder(const std::string& path) = 0;

    /// Whether the path is a pipe, a socket or a device: it is read once at most, and reading may
    /// wait for somebody.
    virtual bool is_stream(const std::string& path);

    /// Names of the files in a folder, sorted; none when there is no such folder.
    virtual std::vector<std::string> list(const std::string& folder) = 0;
};

class DiskFileStore final : public FileStore {
public:
    Result<std::string> read(const std::string& path) override;
    bool is_file(const std::string& path) override;
    bool is_folder(const std::string& path) override;
    bool is_stream(const std::string& path) override;
    std::vector<std::string> list(const std::string& folder) override;
};

/// A file that is where files of its kind lie, though nobody named it: a stream there is refused,
/// as nobody is waiting to write to it.
Result<std::string> read_found(const std::string& path, FileStore& files);

}  // namespace broadside
