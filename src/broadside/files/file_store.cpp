#include "broadside/file_store.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "broadside/base/limits.hpp"
#include "broadside/base/may_pass.hpp"
#include "broadside/files/system.hpp"

namespace broadside {

namespace {

namespace fs = std::filesystem;

Diagnostic unreadable(const std::string& path, std::string_view why) {
    return error("cannot-read", fmt::format("cannot be read: {}", why)).at({shown_name(path)});
}

Diagnostic unreadable(const std::string& path, const std::error_code& why) {
    Diagnostic problem = unreadable(path, why.message());
    if (may_pass(why)) problem.kind = Diagnostic::Kind::Passing;
    return problem;
}

constexpr std::int64_t kSecond = 1'000'000'000;

/// Kernels stamp files with the time of their last timer interrupt, of which there are a hundred a
/// second or more; file systems that keep whole seconds may keep every other one.
constexpr std::int64_t kFineTick = kSecond / 50, kCoarseTick = 3 * kSecond;

std::int64_t nanoseconds(const struct timespec& time) {
    return std::int64_t{time.tv_sec} * kSecond + time.tv_nsec;
}

Diagnostics read_all(int descriptor, const std::string& path, const TakePiece& take) {
    std::array<char, 1 << 16> buffer;
    for (;;) {
        const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
        if (count == 0) return {};
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return {unreadable(path, last_error())};
        if (take({buffer.data(), static_cast<std::size_t>(count)}) == More::No) return {};
    }
}

}  // namespace

Diagnostics FileStore::read_pieces(const std::string& path, const TakePiece& take) {
    const auto bytes = read(path);
    if (bytes) take(*bytes);
    return bytes.diagnostics();
}

std::optional<FileFacts> FileStore::facts(const std::string&) { return std::nullopt; }

bool FileFacts::is_same(const FileFacts& other) const {
    return size == other.size && inode == other.inode && modified == other.modified &&
           changed == other.changed;
}

bool FileStore::is_stream(const std::string& path) { return path == kStandardStream; }

Result<std::string> DiskFileStore::read(const std::string& path) {
    std::string bytes;
    bool is_too_large = false;
    auto errors = read_pieces(path, [&](std::string_view piece) {
        bytes.append(piece);
        is_too_large = bytes.size() > limits::kMaxInputBytes;
        return is_too_large ? More::No : More::Yes;
    });
    if (!errors.empty()) return errors;
    if (is_too_large) {
        return unreadable(path, fmt::format("larger than {} MiB", limits::kMaxInputBytes >> 20));
    }
    return bytes;
}

Diagnostics DiskFileStore::read_pieces(const std::string& path, const TakePiece& take) {
    if (path == kStandardStream) return read_all(STDIN_FILENO, path, take);
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    // Of a socket, "no such device or address" says little.
    if (!file.ok() && errno == ENXIO) return {unreadable(path, "it is a socket")};
    if (!file.ok()) return {unreadable(path, last_error())};
    return read_all(file.get(), path, take);
}

bool DiskFileStore::is_file(const std::string& path) {
    std::error_code error;
    const fs::file_type type = fs::status(path, error).type();
    // What has too long a name is not there, and no more is known of what is out of reach.
    if (type == fs::file_type::none) return error != std::errc::filename_too_long;
    return type != fs::file_type::not_found && type != fs::file_type::directory;
}

bool DiskFileStore::is_stream(const std::string& path) {
    // A file that was opened before the program began has no folder here.
    constexpr std::string_view kOpened[] = {"/dev/fd/", "/dev/stdin", "/proc/self/fd/"};
    const auto begins = [&path](std::string_view name) { return path.starts_with(name); };
    if (path == kStandardStream || std::any_of(std::begin(kOpened), std::end(kOpened), begins))
        return true;
    std::error_code ignored;
    return fs::is_other(path, ignored);
}

bool DiskFileStore::is_folder(const std::string& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

std::optional<FileFacts> DiskFileStore::facts(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    const std::int64_t modified = nanoseconds(status.st_mtim),
                       changed = nanoseconds(status.st_ctim);
    struct timespec now {};
    ::clock_gettime(CLOCK_REALTIME, &now);
    const std::int64_t tick = changed % kSecond == 0 ? kCoarseTick : kFineTick;
    return FileFacts{static_cast<std::uint64_t>(status.st_size),
                     static_cast<std::uint64_t>(status.st_ino), modified, changed,
                     nanoseconds(now) - std::max(modified, changed) > tick};
}

Result<std::vector<std::string>> DiskFileStore::list(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code error, ignored;
    fs::directory_iterator entry(folder, error);
    if (error && fs::symlink_status(folder, ignored).type() == fs::file_type::not_found)
        return names;
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        names.push_back(entry->path().filename().string());
    }
    if (error) return unreadable(folder, error.message());
    std::sort(names.begin(), names.end());
    return names;
}

std::string shown_name(const std::string& path) {
    return path == kStandardStream ? "<stdin>" : path;
}

Result<std::string> read_found(const std::string& path, FileStore& files) {
    if (files.is_stream(path)) return unreadable(path, "expected a file, got a pipe or a device");
    return files.read(path);
}

}  // namespace broadside
