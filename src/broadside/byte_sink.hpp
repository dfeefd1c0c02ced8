#pragma once

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
    /// they were. Returns the errors; none means that everything is written.
    virtual std::vector<Diagnostic> write(const std::vector<OutputFile>& files) = 0;
};

/// Creates missing folders. A file is written under another name in its folder and renamed when
/// every file of the call is complete, so that nobody ever sees half a file.
class DiskByteSink final : public ByteSink {
public:
    std::vector<Diagnostic> write(const std::vector<OutputFile>& files) override;
};

}  // namespace broadside
