#pragma once

#include <system_error>

namespace broadside {

/// A file descriptor that is closed once.
class Descriptor {
public:
    explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    bool ok() const { return descriptor_ >= 0; }
    int get() const { return descriptor_; }

    /// Closes what it had.
    void reset(int descriptor);

    /// Has what `other` had.
    void take(Descriptor& other);

    /// False when the system only now finds that the bytes could not be kept, as on a full network
    /// disk.
    bool close();

private:
    int descriptor_;
};

/// Of the system call that failed last.
std::error_code last_error();

}  // namespace broadside
