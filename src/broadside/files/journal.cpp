#include "broadside/files/journal.hpp"

#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "broadside/base/content_hash.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/files/paths.hpp"

namespace broadside {

namespace {

/// Another process wins a round at most with each journal that it removes.
constexpr int kMostRemovals = 100;

/// Where the file system knows no locks, there is nobody to wait for.
Descriptor open_locked(const std::string& name, int more_flags) {
    for (int attempt = 0; attempt < kMostRemovals; ++attempt) {
        Descriptor file(
            ::open(name.c_str(),
                   O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | more_flags, 0666));
        if (!file.ok()) return file;
        while (::flock(file.get(), LOCK_EX) != 0 && errno == EINTR) {
        }
        // Whoever had it before may have removed it.
        if (is_at(file, name)) return file;
    }
    return Descriptor();
}

}  // namespace

std::string journal_of(const std::string& path) {
    const std::string file = std::filesystem::path(path).filename().string();
    return joined(folder_of(path), ".broadside-journal-" + to_string(digest_of(file)));
}

std::error_code append_to_journal(const std::string& path, std::string_view line) {
    const Descriptor file = open_locked(journal_of(path), O_CREAT);
    // The line feed comes first: before it may stand what a killed process wrote of a line.
    return file.ok() ? write_all(file.get(), fmt::format("\n{}", line)) : last_error();
}

Journal::Journal(const std::string& path) : name_(journal_of(path)), file_(open_locked(name_, 0)) {}

void Journal::remove() {
    if (file_.ok()) ::unlink(name_.c_str());
}

}  // namespace broadside
