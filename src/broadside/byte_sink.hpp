#pragma once

#include <atomic>
#include <concepts>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "broadside/base/diagnostic.hpp"

namespace broadside {

/// What a file is to hold: bytes, or what gives them piece by piece, where all of them at once
/// would take too much memory.
class FileBytes {
public:
    using Take = std::function<void(std::string_view)>;
    /// Calls `take` for one piece after another, each time it is asked with the same. They may be
    /// as small as they come.
    using Give = std::function<void(const Take& take)>;

    template <std::convertible_to<std::string> Text>
    FileBytes(Text&& bytes) : bytes_(std::forward<Text>(bytes)) {}
    explicit FileBytes(Give give) : give_(std::move(give)) {}

    void each(const Take& take) const;
    std::string all() const;

private:
    std::string bytes_;
    Give give_;
};

/// Code of what is wrong with a place that takes no file, for now or for good.
inline constexpr char kCannotWrite[] = "cannot-write";

struct OutputFile {
    std::string path;  // "-": standard output
    FileBytes bytes;
};

/// The new bytes of a file; nothing where it can stay as it is.
using MakeBytes = std::function<std::optional<FileBytes>()>;

/// Where lines about a file are until the file is updated: beside it, one a line, each on a line of
/// its own after a line feed. A process that is killed may leave part of one.
std::string journal_of(const std::string& path);

/// Files that are on their way together: nobody sees one of them before `publish`, and what was not
/// published by the end of the object never was.
class Delivery {
public:
    virtual ~Delivery() = default;

    /// Takes a complete file and returns its errors. Several threads may call at once.
    virtual Diagnostics add(OutputFile file) = 0;

    /// Gives all files their names or, when one cannot have it, returns the errors. Called once,
    /// and only when each file was taken without one.
    virtual Diagnostics publish() = 0;
};

/// Where output goes. Several threads may call at once.
class ByteSink {
public:
    virtual ~ByteSink() = default;

    /// Writes all files or, when one cannot be written, none: files that were there before stay as
    /// they were. Returns the errors; none means that everything is written.
    virtual Diagnostics write(const std::vector<OutputFile>& files) = 0;

    /// For files that come one after another. Keeps them and calls `write`, unless a sink knows a
    /// better place for them. The sink outlives what it returns.
    virtual std::unique_ptr<Delivery> begin();

    /// Writes a file that others may write too: between the moment when `make` looks at what is
    /// there and the writing, none of them does.
    virtual Diagnostics update(const std::string& path, const MakeBytes& make);

    /// Adds a line to the journal of a file, for whoever updates the file when this process is
    /// killed before it does. The journal goes with the next update. It is a net and no output: a
    /// line that cannot be kept is no error, and a sink that ends with its process keeps none.
    virtual void note(const std::string& path, std::string_view line);

    /// Whether a file that was written is still there.
    virtual bool holds(const std::string& path);
};

/// Creates missing folders. Files get their names when every file of a delivery is complete and on
/// the disk, where each goes as soon as it comes, so that nobody ever sees half a file, not even
/// after the process was killed. What replaces a file keeps its permissions, and its owner as far
/// as the user may give it away.
class DiskByteSink final : public ByteSink {
public:
    /// Once `stop` is true, no pipe is waited for that nobody reads.
    explicit DiskByteSink(const std::atomic<bool>* stop = nullptr);
    DiskByteSink(const DiskByteSink&) = delete;
    DiskByteSink& operator=(const DiskByteSink&) = delete;
    ~DiskByteSink() override;

    Diagnostics write(const std::vector<OutputFile>& files) override;

    std::unique_ptr<Delivery> begin() override;

    /// Other processes wait for each other.
    Diagnostics update(const std::string& path, const MakeBytes& make) override;

    void note(const std::string& path, std::string_view line) override;

    bool holds(const std::string& path) override;

private:
    class Folders;
    class OnDisk;
    std::unique_ptr<Folders> folders_;
    const std::atomic<bool>* stop_;
};

}  // namespace broadside
