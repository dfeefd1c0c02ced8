#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "broadside/file_store.hpp"

namespace broadside {

/// A file store for one task, which reads each stream once: whoever asks again gets the same bytes,
/// where a pipe would be empty by now, or waited for without end.
class RememberedStreams final : public FileStore {
public:
    explicit RememberedStreams(FileStore& files) : files_(files) {}

    Result<std::string> read(const std::string& path) override;
    std::vector<Diagnostic> read_pieces(const std::string& path, const TakePiece& take) override;
    bool is_file(const std::string& path) override { return files_.is_file(path); }
    bool is_folder(const std::string& path) override { return files_.is_folder(path); }
    bool is_stream(const std::string& path) override { return files_.is_stream(path); }
    Result<std::vector<std::string>> list(const std::string& folder) override {
        return files_.list(folder);
    }

private:
    FileStore& files_;
    std::mutex lock_;
    std::map<std::string, Result<std::string>> streams_;
};

}  // namespace broadside
