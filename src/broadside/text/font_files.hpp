#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace broadside::text {

/// A file that the font manifest names, or why it cannot be read.
struct NamedFile {
    std::shared_ptr<const std::string> bytes;  // null: it cannot be read
    std::string why;                           // then: "it is a folder"
    bool is_absent = false;                    // then: there is no such file
    bool may_pass = false;                     // then: it may be read a while later
};

/// Reads a regular file whole. Pipes, devices and folders are refused without waiting for them, and
/// a file of more than `most` bytes is too.
NamedFile read_named_file(const std::string& path, std::size_t most);

/// The font files of a manifest, each read once, when a text first needs it: what happens to a file
/// afterwards touches no page of the run. Threads share one, because Japanese takes 40 MB.
class FontFiles {
public:
    const NamedFile& read(const std::string& path);

private:
    std::mutex lock_;
    std::map<std::string, NamedFile> files_;
};

}  // namespace broadside::text
