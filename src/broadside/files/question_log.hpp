#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "broadside/base/content_hash.hpp"
#include "broadside/file_store.hpp"
#include "broadside/files/remembering_stores.hpp"

namespace broadside {

/// A file, as it was when somebody looked at it.
struct KnownFile {
    bool is_there = false;
    std::optional<FileFacts> facts;  // none: only its content tells
    std::optional<Digest> content;   // none: only its facts tell
    bool is_written = false;         // by the task itself: what was asked before counts no more
};

enum class Question { IsFile, IsFolder, IsStream, Names };

/// What a store says to a question that takes no reading.
std::string answer(Question question, const std::string& path, FileStore& files);

/// Remembers what a task asked of a store and was told, so that a later one can tell whether it
/// would be told the same.
class QuestionLog final : public ForwardingStore {
public:
    using ForwardingStore::ForwardingStore;

    Result<std::string> read(const std::string& path) override;
    Diagnostics read_pieces(const std::string& path, const TakePiece& take) override;
    bool is_file(const std::string& path) override;
    bool is_folder(const std::string& path) override;
    bool is_stream(const std::string& path) override;
    std::optional<FileFacts> facts(const std::string& path) override;
    Result<std::vector<std::string>> list(const std::string& folder) override;

    /// What the task made of a file; nothing: it is no more.
    void wrote(const std::string& path, const std::optional<Digest>& content);
    bool has_written(const std::string& path) const;

    /// By path and question; files with the facts that they had before they were read.
    std::map<std::pair<std::string, Question>, std::string> answers;
    std::map<std::string, KnownFile> files;
    std::vector<std::string> pieces;  // files that were read in pieces
    /// False where streams were asked about, and where a file could not be read, or changed.
    bool can_be_asked_again = true;

private:
    bool noted(Question question, const std::string& path, bool is);

    std::mutex lock_;
};

/// Whether the file is as it was. What its facts leave open, its content tells, and `known` has new
/// facts then.
bool is_unchanged(const std::string& path, KnownFile& known, FileStore& files);

/// Forgets facts that do not tell for sure that the file will be the same.
void keep_settled(const std::string& path, KnownFile& known, FileStore& files);

}  // namespace broadside
