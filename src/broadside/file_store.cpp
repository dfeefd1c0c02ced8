#include "broadside/file_store.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "broadside/base/limits.hpp"
#include "broadside/job/descriptor.hpp"

namespace broadside {

namespace {

Diagnostic unreadable(const std::string& path, std::string_view why) {
    Diagnostic diagnostic;
    diagnostic.code = "cannot-read";
    diagnostic.file = path == kStandardStream ? "<stdin>" : path;
    diagnostic.message = fmt::format("cannot be read: {}", why);
    return diagnostic;
}

Result<std::string> read_all(int descriptor, const std::string& path) {
    std::string bytes;
    std::array<char, 1 << 16> buffer;
    for (;;) {
        const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
        if (count == 0) return bytes;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return unreadable(path, last_error().message());
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
        if (bytes.size() > limits::kMaxInputBytes) {
            return unreadable(path,
                              fmt::format("larger than {} MiB", limits::kMaxInputBytes >> 20));
        }
    }
}

std::filesystem::file_type type_of(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::status(path, ignored).type();
}

}  // namespace

bool FileStore::is_stream(const std::string& path) { return path == kStandardStream; }

Result<std::string> DiskFileStore::read(const std::string& path) {
    if (path == kStandardStream) return read_all(STDIN_FILENO, path);
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    // Of a socket, "no such device or address" says little.
    if (!file.ok() && errno == ENXIO) return unreadable(path, "it is a socket");
    if (!file.ok()) return unreadable(path, last_error().message());
    return read_all(file.get(), path);
}

bool DiskFileStore::is_file(const std::string& path) {
    const auto type = type_of(path);
    return type != std::filesystem::file_type::none &&
           type != std::filesystem::file_type::not_found &&
           type != std::filesystem::file_type::directory;
}

bool DiskFileStore::is_stream(const std::string& path) {
    return path == kStandardStream ||
           (is_file(path) && type_of(path) != std::filesystem::file_type::regular);
}

bool DiskFileStore::is_folder(const std::string& path) {
    return type_of(path) == std::filesystem::file_type::directory;
}

std::vector<std::string> DiskFileStore::list(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        names.push_back(entry->path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<std::string> read_found(const std::string& path, FileStore& files) {
    if (files.is_stream(path)) return unreadable(path, "expected a file, got a pipe or a device");
    return files.read(path);
}

}  // namespace broadside
