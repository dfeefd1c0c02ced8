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

    /// Names of the files in a folder, sorted; none when there is no such folder.
    virtual std::vector<std::string> list(const std::string& folder) = 0;
};

class DiskFileStore final : public FileStore {
public:
    Result<std::string> read(const std::string& path) override;
    bool is_file(const std::string& path) override;
    bool is_folder(const std::string& path) override;
    std::vector<std::string> list(const std::string& folder) override;
};

}  // namespace broadside
