#include "broadside/batch/font_digest.hpp"

#include <array>
#include <set>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "broadside/base/limits.hpp"
#include "broadside/files/system.hpp"
#include "broadside/text/font_files.hpp"

namespace broadside::batch {

namespace {

/// Of collections too: their directories follow each other at the start, and the largest of Noto
/// CJK takes 4 kB for ten faces.
constexpr std::size_t kDirectoryBytes = 16 << 10;

/// Dictionaries have no directory; the largest that Debian has are 3 MB.
Digest whole_file_digest(const std::string& path) {
    ContentHash hash;
    if (const auto bytes = text::read_named_file(path, limits::kMaxInputBytes).bytes)
        hash.add_text(*bytes);
    return hash.digest();
}

}  // namespace

Digest font_file_digest(const std::string& path) {
    // A pipe would keep a reader waiting for whoever writes to it.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    ContentHash hash;
    struct stat status {};
    if (!file.ok() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return hash.digest();
    hash.add_number(static_cast<std::uint64_t>(status.st_size));
    std::array<char, kDirectoryBytes> start;
    const ssize_t count = ::pread(file.get(), start.data(), start.size(), 0);
    if (count > 0) hash.add_text({start.data(), static_cast<std::size_t>(count)});
    return hash.digest();
}

Digest FontDigests::of_file(const std::string& path, Digest (*read)(const std::string&)) {
    auto known = files_.find(path);
    if (known == files_.end()) known = files_.emplace(path, read(path)).first;
    return known->second;
}

Digest FontDigests::of(const FontManifest& fonts) {
    ContentHash hash;
    std::set<std::string_view> seen;
    for (const FontFamily& family : fonts.families) {
        for (const FontFile& font : family.files) {
            if (seen.insert(font.file).second)
                hash.add_digest(of_file(font.file, font_file_digest));
        }
    }
    for (const auto& [language, patterns] : fonts.hyphenation)
        hash.add_digest(of_file(patterns.file, whole_file_digest));
    return hash.digest();
}

}  // namespace broadside::batch
