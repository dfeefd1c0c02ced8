#include "broadside/byte_sink.hpp"

#include <cerrno>
#include <chrono>
#include <deque>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "broadside/file_store.hpp"
#include "broadside/files/staged_file.hpp"
#include "broadside/files/system.hpp"

namespace broadside {

namespace {

namespace fs = std::filesystem;

Diagnostic unwritable(const std::string& path, const std::error_code& why) {
    return error("cannot-write", "cannot be written: " + why.message())
        .at({path == kStandardStream ? "<stdout>" : path});
}

/// Nameless files stay open until they are published; a process may have 1024 where nobody changed
/// the limit.
constexpr std::size_t kMostNameless = 512;

/// Each file takes a few milliseconds to be on the disk; everything that waits to be written there
/// takes as long as some files do.
constexpr std::size_t kMostSynced = 16;

constexpr auto kPause = std::chrono::milliseconds(20);

/// Another process wins a round at most with each folder that it removes.
constexpr int kMostAttempts = 100;

struct StagedOutput {
    StagedOutput(const OutputFile& output, const fs::path& target)
        : output(output), folder(target.parent_path()), file(output.bytes, target) {}

    const OutputFile& output;
    fs::path folder;
    StagedFile file;
};

/// A device or a pipe is written to, never replaced.
bool is_stream(const fs::path& path) {
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    return fs::is_character_file(status) || fs::is_fifo(status) || fs::is_block_file(status);
}

/// A pipe that nobody reads is waited for in steps: a signal ends no system call of another thread.
std::error_code write_stream(const OutputFile& file, const std::atomic<bool>* stop) {
    if (file.path == kStandardStream) return write_all(STDOUT_FILENO, file.bytes);
    constexpr int kForNow = O_WRONLY | O_NONBLOCK | O_CLOEXEC;
    Descriptor stream(::open(file.path.c_str(), kForNow));
    std::error_code ignored;
    while (!stream.ok() && errno == ENXIO && fs::is_fifo(file.path, ignored)) {
        if (stop != nullptr && *stop) return std::make_error_code(std::errc::operation_canceled);
        std::this_thread::sleep_for(kPause);
        stream = Descriptor(::open(file.path.c_str(), kForNow));
    }
    if (!stream.ok() || ::fcntl(stream.get(), F_SETFL, 0) != 0) return last_error();
    return write_all(stream.get(), file.bytes);
}

/// What renaming would find too late, or would override without asking.
std::error_code refusal(const fs::path& target) {
    std::error_code ignored;
    if (fs::is_directory(target, ignored)) return std::make_error_code(std::errc::is_a_directory);
    if (fs::exists(target, ignored) && ::access(target.c_str(), W_OK) != 0) return last_error();
    return {};
}

/// The file systems that many files are written to.
class Disks {
public:
    /// Before something is written, so that errors of the writing are told here.
    std::error_code add(const fs::path& folder) {
        Descriptor opened(
            ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        struct stat status {};
        if (!opened.ok() || ::fstat(opened.get(), &status) != 0) return last_error();
        disks_.try_emplace(status.st_dev, std::move(opened));
        return {};
    }

    std::error_code sync() const {
        for (const auto& [device, disk] : disks_) {
            if (::syncfs(disk.get()) != 0) return last_error();
        }
        return {};
    }

private:
    std::map<dev_t, Descriptor> disks_;
};

/// Where the files of one call have a name on the way.
using PassingFolders = std::map<fs::path, PassingFolder>;

std::error_code write_named(StagedOutput& output, PassingFolders& folders) {
    PassingFolder& passing = folders[output.folder];
    if (const auto failed = passing.make(output.folder)) return failed;
    return output.file.write_as(passing.next_name());
}

}  // namespace

Diagnostics ByteSink::update(const std::string& path, const MakeBytes& make) {
    auto bytes = make();
    return bytes ? write({{path, *std::move(bytes)}}) : Diagnostics();
}

bool ByteSink::holds(const std::string&) { return true; }

/// Those that are written into. What was made for files that did not come goes again, as soon as no
/// other call may want it.
class DiskByteSink::Folders {
public:
    /// Of one call, from its beginning to its end.
    class Call {
    public:
        explicit Call(Folders& folders) : folders_(folders) { folders_.enter(); }
        Call(const Call&) = delete;
        Call& operator=(const Call&) = delete;
        ~Call() { folders_.leave(); }

    private:
        Folders& folders_;
    };

    /// Does a step that needs the folder. Again where there is none any more: another process may
    /// have made it, and removes it as long as nothing is in it.
    template <typename Step>
    std::error_code within(const fs::path& folder, Step step) {
        std::error_code failed;
        for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
            failed = prepare(folder);
            if (!failed) failed = step();
            if (failed != std::errc::no_such_file_or_directory) break;
        }
        return failed;
    }

private:
    std::error_code prepare(const fs::path& folder) {
        const std::lock_guard lock(lock_);
        if (const auto failed = create(folder)) return failed;
        if (swept_.insert(folder).second) remove_strays(folder);
        return {};
    }

    void enter() {
        const std::lock_guard lock(lock_);
        ++calls_;
    }

    void leave() {
        const std::lock_guard lock(lock_);
        if (--calls_ > 0) return;
        std::error_code ignored;
        // A folder that holds something stays.
        for (; !created_.empty(); created_.pop_back()) fs::remove(created_.back(), ignored);
    }

    std::error_code create(const fs::path& folder) {
        std::error_code error;
        if (folder.empty() || fs::is_directory(folder, error)) return {};
        if (const auto failed = create(folder.parent_path())) return failed;
        error.clear();
        const fs::path behind = link_target(folder, error);
        if (error) return error;
        if (behind != folder) return create(behind);
        // `new/..` is there as soon as `new` is, and another process may make the same folder.
        if (fs::create_directory(folder, error)) created_.push_back(folder);
        const bool is_file = error == std::errc::file_exists;
        return is_file ? std::make_error_code(std::errc::not_a_directory) : error;
    }

    std::mutex lock_;
    std::size_t calls_ = 0;
    std::vector<fs::path> created_;
    std::set<fs::path> swept_;
};

DiskByteSink::DiskByteSink(const std::atomic<bool>* stop)
    : folders_(std::make_unique<Folders>()), stop_(stop) {}
DiskByteSink::~DiskByteSink() = default;

Diagnostics DiskByteSink::write(const std::vector<OutputFile>& files) {
    const Folders::Call call(*folders_);
    Diagnostics errors;
    const bool are_many = files.size() > kMostSynced;
    Disks disks;
    PassingFolders passing;
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
        // So that a link stays one.
        std::error_code circle;
        const fs::path target = link_target(file.path, circle);
        if (note(file, circle) || note(file, refusal(target))) continue;
        StagedOutput& output = staged.emplace_back(file, target);
        note(file, folders_->within(output.folder, [&] {
            auto failed = are_many ? disks.add(output.folder) : std::error_code();
            if (failed) return failed;
            failed = files.size() > kMostNameless ? std::make_error_code(std::errc::not_supported)
                                                  : output.file.write_nameless();
            return failed == std::errc::not_supported ? write_named(output, passing) : failed;
        }));
    }
    if (!errors.empty()) return errors;

    if (are_many && note(files.front(), disks.sync())) return errors;
    for (StagedOutput& output : staged) {
        if (!are_many && note(output.output, output.file.sync())) return errors;
    }

    for (const OutputFile* file : streams) {
        if (note(*file, write_stream(*file, stop_))) return errors;
    }
    for (StagedOutput& output : staged) {
        const auto publish = [&output] { return output.file.publish(); };
        if (note(output.output, folders_->within(output.folder, publish))) return errors;
    }
    return errors;
}

Diagnostics DiskByteSink::update(const std::string& path, const MakeBytes& make) {
    const Folders::Call call(*folders_);
    std::error_code error;
    const fs::path target = link_target(path, error);
    FileLock lock;
    if (!error) error = folders_->within(target.parent_path(), [&] { return lock.take(target); });
    if (error) return {unwritable(path, error)};
    return ByteSink::update(path, make);
}

bool DiskByteSink::holds(const std::string& path) {
    std::error_code ignored;
    return path == kStandardStream || fs::status(path, ignored).type() != fs::file_type::not_found;
}

}  // namespace broadside
