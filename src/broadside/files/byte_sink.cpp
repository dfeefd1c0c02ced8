#include "broadside/byte_sink.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string_view>
#include <system_error>
#include <thread>
#include <unordered_set>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "broadside/base/content_hash.hpp"
#include "broadside/base/may_pass.hpp"
#include "broadside/file_store.hpp"
#include "broadside/files/journal.hpp"
#include "broadside/files/staged_file.hpp"
#include "broadside/files/system.hpp"

namespace broadside {

namespace {

namespace fs = std::filesystem;

Diagnostic unwritable(const std::string& path, const std::error_code& why) {
    Diagnostic problem = error(kCannotWrite, "cannot be written: " + why.message())
                             .at({path == kStandardStream ? "<stdout>" : path});
    if (may_pass(why)) problem.kind = Diagnostic::Kind::Passing;
    return problem;
}

/// Nameless files stay open until they are published, those of all deliveries; a process may have
/// 1024 where nobody changed the limit.
constexpr std::size_t kMostNameless = 512;

/// Each file takes a few milliseconds to be on the disk; everything that waits to be written there
/// takes as long as some files do.
constexpr std::size_t kMostSynced = 16;

constexpr auto kPause = std::chrono::milliseconds(20);

/// Another process wins a round at most with each folder that it removes.
constexpr int kMostAttempts = 100;

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

/// In an order that no thread decides.
void sort_by_path(std::vector<OutputFile>& files) {
    std::sort(files.begin(), files.end(),
              [](const OutputFile& a, const OutputFile& b) { return a.path < b.path; });
}

/// Keeps its files until all are there.
class InMemory final : public Delivery {
public:
    explicit InMemory(ByteSink& sink) : sink_(sink) {}

    Diagnostics add(OutputFile file) override {
        const std::lock_guard lock(lock_);
        files_.push_back(std::move(file));
        return {};
    }

    Diagnostics publish() override {
        sort_by_path(files_);
        return sink_.write(files_);
    }

private:
    ByteSink& sink_;
    std::mutex lock_;
    std::vector<OutputFile> files_;
};

}  // namespace

void FileBytes::each(const Take& take) const {
    if (!give_) return take(bytes_);
    constexpr std::size_t kPiece = std::size_t{64} << 10;
    std::string gathered;
    give_([&](std::string_view piece) {
        gathered.append(piece);
        if (gathered.size() < kPiece) return;
        take(gathered);
        gathered.clear();
    });
    take(gathered);
}

std::string FileBytes::all() const {
    std::string all;
    each([&all](std::string_view piece) { all.append(piece); });
    return all;
}

std::unique_ptr<Delivery> ByteSink::begin() { return std::make_unique<InMemory>(*this); }

Diagnostics ByteSink::update(const std::string& path, const MakeBytes& make) {
    auto bytes = make();
    if (!bytes) return {};
    const std::unique_ptr<Delivery> delivery = begin();
    Diagnostics errors = delivery->add({path, *std::move(bytes)});
    return errors.empty() ? delivery->publish() : errors;
}

void ByteSink::note(const std::string&, std::string_view) {}

bool ByteSink::holds(const std::string&) { return true; }

/// Those that are written into. What was made for files that did not come goes again, as soon as no
/// other delivery may want it.
class DiskByteSink::Folders {
public:
    /// Of one delivery, from its beginning to its end.
    class Call {
    public:
        explicit Call(Folders& folders) : folders_(folders) { folders_.enter(); }
        Call(const Call&) = delete;
        Call& operator=(const Call&) = delete;
        ~Call() { folders_.leave(); }

    private:
        Folders& folders_;
    };

    /// Whether there is one nameless file more to hold open; then it is given back some time.
    bool take_nameless() {
        if (nameless_++ < kMostNameless) return true;
        --nameless_;
        return false;
    }
    void give_back(std::size_t nameless) { nameless_ -= nameless; }

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
        if (swept_.insert(digest_of(folder.native())).second) remove_strays(folder);
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
        if (fs::create_directory(folder, error)) created_.push_back(folder.native());
        const bool is_file = error == std::errc::file_exists;
        return is_file ? std::make_error_code(std::errc::not_a_directory) : error;
    }

    std::atomic<std::size_t> nameless_ = 0;  // files that are held open
    std::mutex lock_;
    std::size_t calls_ = 0;
    std::vector<std::string> created_;
    std::unordered_set<Digest, DigestHash> swept_;  // there may be one a record
};

DiskByteSink::DiskByteSink(const std::atomic<bool>* stop)
    : folders_(std::make_unique<Folders>()), stop_(stop) {}
DiskByteSink::~DiskByteSink() = default;

class DiskByteSink::OnDisk final : public Delivery {
public:
    OnDisk(Folders& folders, const std::atomic<bool>* stop)
        : folders_(folders), call_(folders), stop_(stop) {}
    OnDisk(const OnDisk&) = delete;
    OnDisk& operator=(const OnDisk&) = delete;
    ~OnDisk() override { folders_.give_back(nameless_); }

    Diagnostics add(OutputFile file) override {
        const std::lock_guard lock(lock_);
        if (file.path == kStandardStream || is_stream(file.path)) {
            streams_.push_back(std::move(file));
            return {};
        }
        // So that a link stays one.
        std::error_code failed;
        const fs::path target = link_target(file.path, failed);
        if (!failed) failed = refusal(target);
        if (!failed) failed = stage(file, target);
        return problem(file.path, failed);
    }

    Diagnostics publish() override {
        sort_by_path(streams_);
        const bool are_many = staged_.size() > kMostSynced && disks_.are_all();
        if (are_many) {
            if (const auto failed = disks_.sync()) return problem(staged_.front().path, failed);
        }
        for (Staged& staged : staged_) {
            if (are_many) break;
            if (const auto failed = staged.file.sync()) return problem(staged.path, failed);
        }
        for (const OutputFile& stream : streams_) {
            if (const auto failed = write_stream(stream, stop_))
                return problem(stream.path, failed);
        }
        for (Staged& staged : staged_) {
            const auto publish = [&staged] { return staged.file.publish(); };
            if (const auto failed = folders_.within(staged.folder, publish))
                return problem(staged.path, failed);
        }
        return {};
    }

private:
    /// The file systems that files are written to.
    class Disks {
    public:
        /// Before something is written, so that errors of the writing are told here.
        std::error_code add(const fs::path& folder) {
            if (folders_.count(folder) > 0) return {};
            Descriptor opened(
                ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
            struct stat status {};
            // A folder that may be written into and not be read.
            if (!opened.ok() && errno == EACCES) {
                are_all_ = false;
                return {};
            }
            if (!opened.ok() || ::fstat(opened.get(), &status) != 0) return last_error();
            disks_.try_emplace(status.st_dev, std::move(opened));
            folders_.insert(folder);
            return {};
        }

        /// Whether `sync` reaches every folder.
        bool are_all() const { return are_all_; }

        std::error_code sync() const {
            for (const auto& [device, disk] : disks_) {
                if (::syncfs(disk.get()) != 0) return last_error();
            }
            return {};
        }

    private:
        bool are_all_ = true;
        std::map<dev_t, Descriptor> disks_;
        std::set<fs::path> folders_;
    };

    struct Staged {
        Staged(std::string path, const fs::path& target)
            : path(std::move(path)), folder(target.parent_path()), file(target) {}

        std::string path;  // as the user named it
        fs::path folder;
        StagedFile file;
    };

    static Diagnostics problem(const std::string& path, const std::error_code& failed) {
        return failed ? Diagnostics{unwritable(path, failed)} : Diagnostics();
    }

    std::error_code stage(const OutputFile& output, const fs::path& target) {
        Staged& staged = staged_.emplace_back(output.path, target);
        return folders_.within(staged.folder, [&] {
            if (const auto failed = disks_.add(staged.folder)) return failed;
            auto failed = std::make_error_code(std::errc::not_supported);
            if (folders_.take_nameless()) {
                ++nameless_;
                failed = staged.file.write_nameless(output.bytes);
            }
            return failed == std::errc::not_supported ? write_named(staged, output.bytes) : failed;
        });
    }

    /// Where the delivery's files have a name on the way.
    std::error_code write_named(Staged& staged, const FileBytes& bytes) {
        PassingFolder& passing = passing_[staged.folder];
        if (const auto failed = passing.make(staged.folder)) return failed;
        return staged.file.write_as(passing.next_name(), bytes);
    }

    Folders& folders_;
    const Folders::Call call_;
    const std::atomic<bool>* stop_;
    std::mutex lock_;  // over all that follows
    Disks disks_;
    std::map<fs::path, PassingFolder> passing_;
    std::deque<Staged> staged_;
    std::vector<OutputFile> streams_;
    std::size_t nameless_ = 0;  // of the staged ones, those that are held open
};

std::unique_ptr<Delivery> DiskByteSink::begin() {
    return std::make_unique<OnDisk>(*folders_, stop_);
}

Diagnostics DiskByteSink::write(const std::vector<OutputFile>& files) {
    OnDisk delivery(*folders_, stop_);
    Diagnostics errors;
    for (const OutputFile& file : files) append(errors, delivery.add(file));
    return errors.empty() ? delivery.publish() : errors;
}

Diagnostics DiskByteSink::update(const std::string& path, const MakeBytes& make) {
    const Folders::Call call(*folders_);
    std::error_code error;
    const fs::path target = link_target(path, error);
    FileLock lock;
    if (!error) error = folders_->within(target.parent_path(), [&] { return lock.take(target); });
    if (error) return {unwritable(path, error)};
    Journal journal(path);
    Diagnostics errors = ByteSink::update(path, make);
    if (errors.empty()) journal.remove();
    return errors;
}

void DiskByteSink::note(const std::string& path, std::string_view line) {
    const Folders::Call call(*folders_);
    folders_->within(fs::path(path).parent_path(), [&] { return append_to_journal(path, line); });
}

bool DiskByteSink::holds(const std::string& path) {
    std::error_code ignored;
    return path == kStandardStream || fs::status(path, ignored).type() != fs::file_type::not_found;
}

}  // namespace broadside
