#pragma once

#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "broadside/byte_sink.hpp"

/// What the system's calls need around them.
namespace broadside {

/// A file descriptor that is closed once.
class Descriptor {
public:
    explicit Descriptor(int descriptor = -1) : descriptor_(descriptor) {}
    Descriptor(Descriptor&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Descriptor& operator=(Descriptor other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~Descriptor();

    bool ok() const { return descriptor_ >= 0; }
    int get() const { return descriptor_; }

    /// False when the system only now finds that the bytes could not be kept, as on a full network
    /// disk.
    bool close();

private:
    int descriptor_;
};

/// Of the system call that failed last.
std::error_code last_error();

/// Writes everything, or says why not.
std::error_code write_all(int descriptor, const FileBytes& bytes);

/// Whether the name still belongs to the open file: somebody may have taken it away before the file
/// was locked.
bool is_at(const Descriptor& file, const std::filesystem::path& path);

/// Where a path leads when its last part is a symbolic link, whether or not anything is there. An
/// error where links lead in a circle.
std::filesystem::path link_target(std::filesystem::path path, std::error_code& error);

/// One name for one file, whatever links and detours lead to it: an output must not replace an
/// input. "-" stays as it is.
std::string place_on_disk(const std::string& path);

}  // namespace broadside
