#pragma once

#include <string>
#include <vector>

#include "broadside/base/content_hash.hpp"
#include "broadside/file_store.hpp"

namespace broadside {

/// A file that was read, by what was in it.
struct ReadFile {
    std::string path;
    Digest content;
};

/// A file store that remembers what was read through it.
class ReadLog final : public FileStore {
public:
    explicit ReadLog(FileStore& files) : files_(files) {}

    Result<std::string> read(const std::string& path) override;
    std::vector<Diagnostic> read_pieces(const std::string& path, const TakePiece& take) override {
        return files_.read_pieces(path, take);
    }
    bool is_file(const std::string& path) override { return files_.is_file(path); }
    bool is_folder(const std::string& path) override { return files_.is_folder(path); }
    bool is_stream(const std::string& path) override { return files_.is_stream(path); }
    Result<std::vector<std::string>> list(const std::string& folder) override {
        return files_.list(folder);
    }

    /// In the order of reading.
    const std::vector<ReadFile>& read_files() const { return read_files_; }

private:
    FileStore& files_;
    std::vector<ReadFile> read_files_;
};

}  // namespace broadside
