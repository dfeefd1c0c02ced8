#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/result.hpp"

namespace broadside {

/// Stands for standard input among files to read, for standard output among files to write.
inline constexpr char kStandardStream[] = "-";

/// Whether a reader wants the next piece of a file.
enum class More { No, Yes };
using TakePiece = std::function<More(std::string_view)>;

/// What tells that a file is the one that it was, without reading it. Times are nanoseconds since
/// 1970-01-01 UTC.
struct FileFacts {
    std::uint64_t size = 0;
    std::uint64_t inode = 0;
    std::int64_t modified = 0;  // which programs may set
    std::int64_t changed = 0;   // which they may not
    /// Whether it was left alone for longer than clocks of files take to tick: what changes later
    /// shows.
    bool is_settled = false;

    bool is_same(const FileFacts& other) const;
};

/// Where input comes from. Several threads may ask at once.
class FileStore {
public:
    virtual ~FileStore() = default;

    /// The whole file; fails above limits::kMaxInputBytes.
    virtual Result<std::string> read(const std::string& path) = 0;

    /// Hands the file over piece by piece, however large it is, while `take` wants more. Returns
    /// the errors.
    virtual Diagnostics read_pieces(const std::string& path, const TakePiece& take);

    /// True as well where nobody may look: reading tells why.
    virtual bool is_file(const std::string& path) = 0;
    virtual bool is_folder(const std::string& path) = 0;

    /// Whether the path is a pipe, a socket or a device, or one of the files that were handed over
    /// open: it is read once at most, reading may wait for somebody, and nothing lies beside it.
    virtual bool is_stream(const std::string& path);

    /// Nothing where no file is, or where a store knows none of them. Who reads a file in pieces
    /// asks before, and who has written one asks behind, be it only for a store that remembers
    /// answers: it then knows which content they are of.
    virtual std::optional<FileFacts> facts(const std::string& path);

    /// Names of the files in a folder, sorted; none when there is no such folder. Fails when there
    /// is one that cannot be read.
    virtual Result<std::vector<std::string>> list(const std::string& folder) = 0;
};

class DiskFileStore final : public FileStore {
public:
    Result<std::string> read(const std::string& path) override;
    Diagnostics read_pieces(const std::string& path, const TakePiece& take) override;
    bool is_file(const std::string& path) override;
    bool is_folder(const std::string& path) override;
    bool is_stream(const std::string& path) override;
    std::optional<FileFacts> facts(const std::string& path) override;
    Result<std::vector<std::string>> list(const std::string& folder) override;
};

/// How messages name a file: "<stdin>" for standard input.
std::string shown_name(const std::string& path);

/// A file that is where files of its kind lie, though nobody named it: a stream there is refused,
/// as nobody is waiting to write to it.
Result<std::string> read_found(const std::string& path, FileStore& files);

}  // namespace broadside
