#include "broadside/byte_sink.hpp"

#include <cerrno>
#include <deque>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "broadside/file_store.hpp"
#include "broadside/job/descriptor.hpp"
#include "broadside/job/staged_file.hpp"

namespace broadside {

namespace {

namespace fs = std::filesystem;

Diagnostic unwritable(const std::string& path, const std::error_code& error) {
    Diagnostic diagnostic;
    diagnostic.code = "cannot-write";
    diagnostic.file = path == kStandardStream ? "<stdout>" : path;
    diagnostic.message = "cannot be written: " + error.message();
    return diagnostic;
}

/// Folders that exist only for files not yet renamed, and go again when those do not come.
class CreatedFolders {
public:
    CreatedFolders() = default;
    CreatedFolders(const CreatedFolders&) = delete;
    CreatedFolders& operator=(const CreatedFolders&) = delete;
    ~CreatedFolders() {
        std::error_code ignored;
        while (!created_.empty()) {
            fs::remove(created_.back(), ignored);
            created_.pop_back();
        }
    }

    std::error_code create(const fs::path& folder) {
        std::error_code error;
        if (folder.empty() || fs::is_directory(folder, error)) return {};
        if (const auto failed = create(folder.parent_path())) return failed;
        // `new/..` is there as soon as `new` is.
        if (fs::is_directory(folder, error)) return {};
        if (fs::exists(folder, error)) return std::make_error_code(std::errc::not_a_directory);
        if (fs::create_directory(folder, error)) created_.push_back(folder);
        return error;
    }

    void keep() { created_.clear(); }

private:
    std::vector<fs::path> created_;
};

/// Nameless files stay open until they are published; a process may have 1024 where nobody changed
/// the limit.
constexpr std::size_t kMostNameless = 512;

struct StagedOutput {
    StagedOutput(const OutputFile& output, fs::path target)
        : output(output), file(output.bytes, std::move(target)) {}

    const OutputFile& output;
    StagedFile file;
};

/// A device or a pipe is written to, never replaced.
bool is_stream(const fs::path& path) {
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    return fs::is_character_file(status) || fs::is_fifo(status) || fs::is_block_file(status);
}

std::error_code write_stream(const OutputFile& file) {
    if (file.path == kStandardStream) return write_all(STDOUT_FILENO, file.bytes);
    const Descriptor stream(::open(file.path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!stream.ok()) return last_error();
    return write_all(stream.get(), file.bytes);
}

/// What renaming would find too late, or would override without asking.
std::error_code refusal(const fs::path& target) {
    std::error_code ignored;
    if (fs::is_directory(target, ignored)) return std::make_error_code(std::errc::is_a_directory);
    if (fs::exists(target, ignored) && ::access(target.c_str(), W_OK) != 0) return last_error();
    return {};
}

/// The file behind a symbolic link, so that the link stays one.
fs::path real_target(const fs::path& path) {
    std::error_code error;
    const fs::path target = fs::is_symlink(path, error) ? fs::canonical(path, error) : path;
    return error ? path : target;
}

}  // namespace

std::vector<Diagnostic> DiskByteSink::write(const std::vector<OutputFile>& files) {
    const std::lock_guard lock(one_call_);
    const auto kind =
        files.size() > kMostNameless ? StagedFile::Kind::Named : StagedFile::Kind::Nameless;
    std::vector<Diagnostic> errors;
    CreatedFolders folders;
    std::deque<StagedOutput> staged;
    std::vector<const OutputFile*> streams;
    const auto note = [&errors](const OutputFile& file, const std::error_code& error) {
        if (error) errors.push_back(unwritable(file.path, error));
        return static_cast<bool>(error);
    };

    for (const OutputFile& file : files) {
        if (file.path == kStandardStream || is_stream(file.path)) {
            streams.push_back(&file);
            continue;
        }
        const fs::path target = real_target(file.path);
        if (note(file, refusal(target)) || note(file, folders.create(target.parent_path())))
            continue;
        staged.emplace_back(file, target);
        note(file, staged.back().file.write(kind));
    }
    if (!errors.empty()) return errors;

    for (const OutputFile* file : streams) {
        if (note(*file, write_stream(*file))) return errors;
    }
    for (StagedOutput& output : staged) {
        if (note(output.output, output.file.publish())) return errors;
        folders.keep();
    }
    return errors;
}

}  // namespace broadside
