#include "broadside/files/system.hpp"

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

#include "broadside/file_store.hpp"

namespace broadside {

namespace {

std::error_code write_piece(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return last_error();
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

}  // namespace

Descriptor::~Descriptor() {
    if (ok()) ::close(descriptor_);
}

bool Descriptor::close() { return ::close(std::exchange(descriptor_, -1)) == 0; }

std::error_code last_error() { return {errno, std::generic_category()}; }

std::error_code write_all(int descriptor, const FileBytes& bytes) {
    std::error_code failed;
    bytes.each([&](std::string_view piece) {
        if (!failed) failed = write_piece(descriptor, piece);
    });
    return failed;
}

bool is_at(const Descriptor& file, const std::filesystem::path& path) {
    struct stat held {
    }, found{};
    return ::fstat(file.get(), &held) == 0 && ::lstat(path.c_str(), &found) == 0 &&
           held.st_dev == found.st_dev && held.st_ino == found.st_ino;
}

std::filesystem::path link_target(std::filesystem::path path, std::error_code& error) {
    constexpr int kMostLinks = 40;  // as many as Linux follows
    std::error_code no_link;
    for (int links = 0; links <= kMostLinks; ++links) {
        const std::filesystem::path next = std::filesystem::read_symlink(path, no_link);
        if (no_link) return path;
        path = path.parent_path() / next;
    }
    error = std::make_error_code(std::errc::too_many_symbolic_link_levels);
    return path;
}

std::string place_on_disk(const std::string& path) {
    if (path == kStandardStream) return path;
    std::error_code ignored;
    const std::filesystem::path absolute =
        std::filesystem::absolute(link_target(path, ignored), ignored);
    const std::filesystem::path real = std::filesystem::weakly_canonical(absolute, ignored);
    return (real.empty() ? absolute.lexically_normal() : real).string();
}

}  // namespace broadside
