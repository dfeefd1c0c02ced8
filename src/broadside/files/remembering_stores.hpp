#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "broadside/base/content_hash.hpp"
#include "broadside/file_store.hpp"

/// File stores that stand before another one and remember what was read through them.
namespace broadside {

/// Answers as the store below.
class ForwardingStore : public FileStore {
public:
    /// `files` outlive the object.
    explicit ForwardingStore(FileStore& files) : files_(files) {}

    Result<std::string> read(const std::string& path) override { return files_.read(path); }
    Diagnostics read_pieces(const std::string& path, const TakePiece& take) override {
        return files_.read_pieces(path, take);
    }
    bool is_file(const std::string& path) override { return files_.is_file(path); }
    bool is_folder(const std::string& path) override { return files_.is_folder(path); }
    bool is_stream(const std::string& path) override { return files_.is_stream(path); }
    std::optional<FileFacts> facts(const std::string& path) override { return files_.facts(path); }
    Result<std::vector<std::string>> list(const std::string& folder) override {
        return files_.list(folder);
    }

private:
    FileStore& files_;
};

/// A file that was read, by what was in it.
struct ReadFile {
    std::string path;
    Digest content;
};

/// Remembers which files were read, and what was in them.
class ReadLog final : public ForwardingStore {
public:
    using ForwardingStore::ForwardingStore;

    Result<std::string> read(const std::string& path) override {
        auto bytes = ForwardingStore::read(path);
        if (bytes) read_files_.push_back({path, digest_of(*bytes)});
        return bytes;
    }

    /// In the order of reading.
    const std::vector<ReadFile>& read_files() const { return read_files_; }

private:
    std::vector<ReadFile> read_files_;
};

/// For one task: reads each stream once. Whoever asks again gets the same bytes, where a pipe would
/// be empty by now, or waited for without end.
class RememberedStreams final : public ForwardingStore {
public:
    using ForwardingStore::ForwardingStore;

    Result<std::string> read(const std::string& path) override {
        if (!is_stream(path)) return ForwardingStore::read(path);
        const std::lock_guard one_reader(lock_);
        auto stream = streams_.find(path);
        if (stream == streams_.end())
            stream = streams_.emplace(path, ForwardingStore::read(path)).first;
        return stream->second;
    }

    Diagnostics read_pieces(const std::string& path, const TakePiece& take) override {
        if (!is_stream(path)) return ForwardingStore::read_pieces(path, take);
        return FileStore::read_pieces(path, take);
    }

private:
    std::mutex lock_;
    std::map<std::string, Result<std::string>> streams_;
};

}  // namespace broadside
