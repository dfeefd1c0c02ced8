#include "broadside/files/question_log.hpp"

namespace broadside {

namespace {

std::string word(bool is) { return is ? "yes" : "no"; }

std::string word(const Result<std::vector<std::string>>& names) {
    if (!names) return "unreadable";
    ContentHash hash;
    for (const std::string& name : *names) hash.add_text(name);
    return to_string(hash.digest());
}

}  // namespace

std::string answer(Question question, const std::string& path, FileStore& files) {
    switch (question) {
        case Question::IsFile: return word(files.is_file(path));
        case Question::IsFolder: return word(files.is_folder(path));
        case Question::IsStream: return word(files.is_stream(path));
        case Question::Names: return word(files.list(path));
    }
    return "";
}

Result<std::string> QuestionLog::read(const std::string& path) {
    const auto before = ForwardingStore::facts(path);
    auto bytes = ForwardingStore::read(path);
    const std::lock_guard lock(lock_);
    if (!bytes) {
        can_be_asked_again = false;
        return bytes;
    }
    const Digest content = digest_of(*bytes);
    KnownFile& known =
        files.try_emplace(path, KnownFile{true, before, content, false}).first->second;
    if (known.content && *known.content != content) can_be_asked_again = false;
    known.content = content;
    return bytes;
}

Diagnostics QuestionLog::read_pieces(const std::string& path, const TakePiece& take) {
    {
        const std::lock_guard lock(lock_);
        pieces.push_back(path);
    }
    return ForwardingStore::read_pieces(path, take);
}

bool QuestionLog::noted(Question question, const std::string& path, bool is) {
    const std::lock_guard lock(lock_);
    answers[{path, question}] = word(is);
    if (is && question == Question::IsStream) can_be_asked_again = false;
    return is;
}

bool QuestionLog::is_file(const std::string& path) {
    return noted(Question::IsFile, path, ForwardingStore::is_file(path));
}

bool QuestionLog::is_folder(const std::string& path) {
    return noted(Question::IsFolder, path, ForwardingStore::is_folder(path));
}

bool QuestionLog::is_stream(const std::string& path) {
    return noted(Question::IsStream, path, ForwardingStore::is_stream(path));
}

std::optional<FileFacts> QuestionLog::facts(const std::string& path) {
    const auto found = ForwardingStore::facts(path);
    const std::lock_guard lock(lock_);
    KnownFile& known = files[path];
    known.is_there = found.has_value();
    known.facts = found;
    // What has facts is a file.
    if (found) {
        answers.erase({path, Question::IsFile});
        answers.erase({path, Question::IsStream});
    }
    return found;
}

Result<std::vector<std::string>> QuestionLog::list(const std::string& folder) {
    auto names = ForwardingStore::list(folder);
    const std::lock_guard lock(lock_);
    answers[{folder, Question::Names}] = word(names);
    return names;
}

void QuestionLog::wrote(const std::string& path, const std::optional<Digest>& content) {
    const std::lock_guard lock(lock_);
    KnownFile& known = files[path];
    known.is_there = content.has_value();
    known.is_written = true;
    known.content = content;
}

bool QuestionLog::has_written(const std::string& path) const {
    const auto known = files.find(path);
    return known != files.end() && known->second.is_written;
}

bool is_unchanged(const std::string& path, KnownFile& known, FileStore& files) {
    const auto now = files.facts(path);
    if (!now || !known.is_there) return !now && !known.is_there && !known.content;
    if (known.facts && known.facts->is_same(*now)) return true;
    if (!known.content) return false;
    ContentHash hash;
    const auto errors = files.read_pieces(path, [&hash](std::string_view piece) {
        hash.add_bytes(piece);
        return More::Yes;
    });
    if (!errors.empty() || hash.digest() != *known.content) return false;
    known.facts = now;
    keep_settled(path, known, files);
    return true;
}

void keep_settled(const std::string& path, KnownFile& known, FileStore& files) {
    const auto now = files.facts(path);
    const bool is_sure = known.facts && now && now->is_settled && known.facts->is_same(*now);
    if (!is_sure) known.facts.reset();
}

}  // namespace broadside
