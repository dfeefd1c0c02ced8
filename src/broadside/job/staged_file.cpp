#include "broadside/job/staged_file.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace broadside {

namespace {

/// Another process that publishes the same file at the same moment wins a round at most.
constexpr int kMostAttempts = 16;

bool is(const std::error_code& error, std::errc condition) { return error == condition; }

}  // namespace

std::error_code write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return last_error();
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

StagedFile::StagedFile(std::string_view bytes, std::filesystem::path target)
    : bytes_(bytes),
      target_(std::move(target)),
      passing_name_(target_.parent_path() /
                    fmt::format(".{}.broadside", target_.filename().string())) {}

StagedFile::~StagedFile() {
    if (is_named_) ::unlink(passing_name_.c_str());
}

std::error_code StagedFile::write(Kind kind) {
    if (kind == Kind::Named) return write_named();
    const auto folder = target_.has_parent_path() ? target_.parent_path() : ".";
    // Readable for all and cut by the umask, as open(2) does; mkstemp would hide it from others.
    nameless_.reset(::open(folder.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666));
    // EISDIR: a kernel that does not know the flag.
    const bool can_be_nameless = nameless_.ok() || (errno != EOPNOTSUPP && errno != EISDIR);
    if (!can_be_nameless) return write_named();
    if (!nameless_.ok()) return last_error();
    return write_all(nameless_.get(), bytes_);
}

std::error_code StagedFile::write_named() {
    for (int attempt = 0;; ++attempt) {
        passing_name_ =
            target_.parent_path() /
            fmt::format(".{}.broadside-{}-{}", target_.filename().string(), ::getpid(), attempt);
        Descriptor file(
            ::open(passing_name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
        if (!file.ok() && errno == EEXIST) continue;
        if (!file.ok()) return last_error();
        is_named_ = true;
        if (const auto failed = write_all(file.get(), bytes_)) return failed;
        // A full network disk may say so only now.
        return file.close() ? std::error_code() : last_error();
    }
}

/// A nameless file can only be given a name that is free, so that replacing takes a passing name
/// for the moment between two system calls. The file is whole by then: somebody else who removes or
/// publishes it does no harm.
std::error_code StagedFile::link_nameless() {
    const std::string self = fmt::format("/proc/self/fd/{}", nameless_.get());
    const auto link_as = [&self](const std::filesystem::path& name) {
        const int done =
            ::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW);
        return done == 0 ? std::error_code() : last_error();
    };
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
        const auto taken = link_as(target_);
        if (!is(taken, std::errc::file_exists)) return taken;
        const auto staged = link_as(passing_name_);
        if (is(staged, std::errc::file_exists)) ::unlink(passing_name_.c_str());
        if (is(staged, std::errc::file_exists)) continue;
        if (staged) return staged;
        if (::rename(passing_name_.c_str(), target_.c_str()) == 0) return {};
        if (errno != ENOENT) {
            const auto failed = last_error();
            ::unlink(passing_name_.c_str());
            return failed;
        }
    }
    return std::make_error_code(std::errc::file_exists);
}

std::error_code StagedFile::publish() {
    if (nameless_.ok()) {
        const auto failed = link_nameless();
        // Without /proc there is no way to name the file: it is written again.
        if (!is(failed, std::errc::no_such_file_or_directory)) return failed;
        if (const auto error = write_named()) return error;
    }
    if (::rename(passing_name_.c_str(), target_.c_str()) != 0) return last_error();
    is_named_ = false;
    return {};
}

}  // namespace broadside
