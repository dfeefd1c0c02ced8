#include "broadside/files/passing_name.hpp"

#include <cerrno>
#include <chrono>
#include <thread>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "broadside/base/content_hash.hpp"

namespace broadside {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = ".broadside-passing-";
constexpr std::size_t kHashLength = 32;

constexpr auto kLongestWait = std::chrono::seconds(60);
constexpr auto kPauseForLock = std::chrono::milliseconds(10);

bool is_passing(std::string_view name) {
    if (!name.starts_with(kPrefix)) return false;
    name.remove_prefix(kPrefix.size());
    return name.size() == kHashLength &&
           name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Whether the name still belongs to the open file: somebody may have taken it for a stray before
/// it was locked.
bool is_at(const Descriptor& file, const fs::path& path) {
    struct stat held {
    }, found{};
    return ::fstat(file.get(), &held) == 0 && ::lstat(path.c_str(), &found) == 0 &&
           held.st_dev == found.st_dev && held.st_ino == found.st_ino;
}

enum class Locked { Yes, ByOthers, NotPossible };

Locked lock(const Descriptor& file) {
    if (::flock(file.get(), LOCK_EX | LOCK_NB) == 0) return Locked::Yes;
    return errno == EWOULDBLOCK || errno == EINTR ? Locked::ByOthers : Locked::NotPossible;
}

/// Of a folder, what lies directly in it: nobody has put folders there.
void remove_passing(const fs::path& path) {
    std::error_code error;
    for (fs::directory_iterator file(path, error); !error && file != fs::directory_iterator();
         file.increment(error)) {
        std::error_code ignored;
        fs::remove(file->path(), ignored);
    }
    fs::remove(path, error);
}

}  // namespace

fs::path passing_name(const fs::path& target, std::string_view use) {
    ContentHash hash;
    hash.add_text(target.filename().string());
    hash.add_text(use);
    return target.parent_path() / fmt::format("{}{}", kPrefix, to_string(hash.digest()));
}

void remove_strays(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator entry(folder.empty() ? "." : folder, error);
         !error && entry != fs::directory_iterator(); entry.increment(error)) {
        if (!is_passing(entry->path().filename().string())) continue;
        const Descriptor file(
            ::open(entry->path().c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        if (file.ok() && lock(file) == Locked::Yes && is_at(file, entry->path()))
            remove_passing(entry->path());
    }
}

PassingFolder::~PassingFolder() {
    if (!path_.empty()) remove_passing(path_);
}

std::error_code PassingFolder::make(const fs::path& parent) {
    if (!path_.empty()) return {};
    for (int attempt = 0;; ++attempt) {
        const fs::path path = passing_name(parent / "", fmt::format("{} {}", ::getpid(), attempt));
        if (::mkdir(path.c_str(), 0700) != 0) {
            if (errno == EEXIST) continue;
            return last_error();
        }
        lock_.reset(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!lock_.ok() && errno != ENOENT) return last_error();
        if (!lock_.ok() || lock(lock_) == Locked::ByOthers || !is_at(lock_, path)) continue;
        path_ = path;
        return {};
    }
}

fs::path PassingFolder::next_name() { return path_ / fmt::to_string(names_++); }

FileLock::~FileLock() {
    // Before the lock ends: who waits sees that the file has no name any more, and makes its own.
    if (file_.ok()) ::unlink(path_.c_str());
}

std::error_code FileLock::take(const fs::path& target) {
    path_ = passing_name(target, "lock");
    const auto end = std::chrono::steady_clock::now() + kLongestWait;
    while (std::chrono::steady_clock::now() < end) {
        Descriptor file(::open(path_.c_str(), O_RDONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666));
        if (!file.ok()) return last_error();
        const Locked locked = lock(file);
        if (locked == Locked::NotPossible || (locked == Locked::Yes && is_at(file, path_))) {
            file_.take(file);
            return {};
        }
        if (locked == Locked::ByOthers) std::this_thread::sleep_for(kPauseForLock);
    }
    return std::make_error_code(std::errc::device_or_resource_busy);
}

}  // namespace broadside
