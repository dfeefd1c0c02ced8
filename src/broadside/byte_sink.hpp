#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "broadside/base/diagnostic.hpp"

namespace broadside {

struct OutputFile {
    std::string path;  // "-": standard output
    std::string bytes;
};

/// Where output goes.
class ByteSink {
public:
    virtual ~ByteSink() = default;

    /// Writes all files or, when one cannot be written, none: files that were there before stay as
    /// they were. Returns the errors; none means that everything is written. Several threads may
    /// call at once.
    virtual std::vector<Diagnostic> write(const std::vector<OutputFile>& files) = 0;
};

/// Creates missing folders. Files get their names when every file of the call is complete, so that
/// nobody ever sees half a file, not even after the process was killed.
class DiskByteSink final : public ByteSink {
public:
    std::vector<Diagnostic> write(const std::vector<OutputFile>& files) override;

private:
    // A folder made for a file that then fails is removed again: not under another thread's feet.
    std::mutex one_call_;
};

}  // namespace broadside
