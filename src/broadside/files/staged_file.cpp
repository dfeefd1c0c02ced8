#include "broadside/files/staged_file.hpp"

#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

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

/// Where a process finds what it holds open, and may give it a name.
constexpr char kOwnFiles[] = "/proc/self/fd";

constexpr auto kLongestWait = std::chrono::seconds(60);
constexpr auto kPauseForLock = std::chrono::milliseconds(10);

bool is_passing(std::string_view name) {
    if (!name.starts_with(kPrefix)) return false;
    name.remove_prefix(kPrefix.size());
    return name.size() == kHashLength &&
           name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
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

/// Another process that publishes the same file at the same moment wins a round at most.
constexpr int kMostRounds = 16;

/// Readable for all and cut by the umask, as open(2) does; mkstemp would hide it from others.
constexpr mode_t kUsualMode = 0666;

/// Nobody gets to read or to write what could not be read or written before. Who owns it is only a
/// wish.
std::error_code take_over(const Descriptor& file, const fs::path& target) {
    struct stat old {
    }, now{};
    if (::stat(target.c_str(), &old) != 0) return {};
    if (::fstat(file.get(), &now) != 0) return last_error();
    mode_t mode = old.st_mode & 0777;
    const bool has_group =
        old.st_gid == now.st_gid || ::fchown(file.get(), static_cast<uid_t>(-1), old.st_gid) == 0;
    // Another group may do what everybody may.
    if (!has_group) mode &= ~static_cast<mode_t>(070) | (mode & 07) << 3;
    if (old.st_uid != now.st_uid)
        static_cast<void>(::fchown(file.get(), old.st_uid, static_cast<gid_t>(-1)) == 0);
    return ::fchmod(file.get(), mode) == 0 ? std::error_code() : last_error();
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
        lock_ = Descriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
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
            file_ = std::move(file);
            return {};
        }
        if (locked == Locked::ByOthers) std::this_thread::sleep_for(kPauseForLock);
    }
    return std::make_error_code(std::errc::device_or_resource_busy);
}

StagedFile::StagedFile(fs::path target) : target_(std::move(target)) {}

StagedFile::~StagedFile() {
    if (!passing_name_.empty()) ::unlink(passing_name_.c_str());
}

std::error_code StagedFile::fill(const Descriptor& file, const FileBytes& bytes) {
    if (const auto failed = write_all(file.get(), bytes)) return failed;
    if (const auto failed = take_over(file, target_)) return failed;
    // The disk begins now, so that it has little left to do when it is waited for.
    static_cast<void>(::sync_file_range(file.get(), 0, 0, SYNC_FILE_RANGE_WRITE));
    return {};
}

std::error_code StagedFile::write_nameless(const FileBytes& bytes) {
    if (::access(kOwnFiles, F_OK) != 0) return std::make_error_code(std::errc::not_supported);
    const auto folder = target_.has_parent_path() ? target_.parent_path() : ".";
    const auto open = [&] {
        return Descriptor(::open(folder.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, kUsualMode));
    };
    nameless_ = open();
    // So says ext4 of a folder that was removed between finding and using it, as another run may do
    // with each that is made again.
    constexpr int kMostRemovals = 20;
    for (int i = 0; i < kMostRemovals && !nameless_.ok() && errno == EPERM; ++i) nameless_ = open();
    // EISDIR: a kernel that does not know the flag.
    // Too many are open: one with a name is closed at once.
    const bool are_too_many = errno == EMFILE || errno == ENFILE;
    if (!nameless_.ok() && (errno == EOPNOTSUPP || errno == EISDIR || are_too_many))
        return std::make_error_code(std::errc::not_supported);
    return nameless_.ok() ? fill(nameless_, bytes) : last_error();
}

std::error_code StagedFile::write_as(fs::path passing_name, const FileBytes& bytes) {
    Descriptor file(
        ::open(passing_name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kUsualMode));
    if (!file.ok()) return last_error();
    passing_name_ = std::move(passing_name);
    if (const auto failed = fill(file, bytes)) return failed;
    return file.close() ? std::error_code() : last_error();
}

std::error_code StagedFile::sync() {
    Descriptor file;
    if (!passing_name_.empty())
        file = Descriptor(::open(passing_name_.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!passing_name_.empty() && !file.ok()) return last_error();
    // Some file systems have nothing to do here.
    const int done = ::fsync(file.ok() ? file.get() : nameless_.get());
    return done == 0 || errno == EINVAL || errno == ENOSYS ? std::error_code() : last_error();
}

/// A nameless file can only be given a name that is free, so that replacing takes a passing name
/// for the moment between two system calls. The file is whole by then: somebody else who removes or
/// publishes it does no harm.
std::error_code StagedFile::link_nameless() {
    const std::string self = fmt::format("{}/{}", kOwnFiles, nameless_.get());
    const auto link_as = [&self](const fs::path& name) {
        const int done =
            ::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW);
        return done == 0 ? std::error_code() : last_error();
    };
    const fs::path passing = passing_name(target_);
    for (int attempt = 0; attempt < kMostRounds; ++attempt) {
        const auto taken = link_as(target_);
        if (taken != std::errc::file_exists) return taken;
        // So that nobody takes it for what a killed process has left.
        static_cast<void>(::flock(nameless_.get(), LOCK_EX | LOCK_NB));
        const auto staged = link_as(passing);
        if (staged == std::errc::file_exists) {
            ::unlink(passing.c_str());
            continue;
        }
        if (staged) return staged;
        if (::rename(passing.c_str(), target_.c_str()) == 0) return {};
        if (errno != ENOENT) {
            const auto failed = last_error();
            ::unlink(passing.c_str());
            return failed;
        }
    }
    return std::make_error_code(std::errc::file_exists);
}

std::error_code StagedFile::publish() {
    if (nameless_.ok()) return link_nameless();
    if (::rename(passing_name_.c_str(), target_.c_str()) != 0) return last_error();
    passing_name_.clear();
    return {};
}

}  // namespace broadside
