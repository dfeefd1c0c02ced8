#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace broadside {

/// A file that was read. It stays in memory, and where it is, as long as anybody knows a place in
/// it.
struct SourceFile {
    std::string name;  // as the user named it
    std::string bytes;
};

/// Where something stands that was read: what is made of it has this place from birth, and only
/// `load::locate` makes a line, a column and a pointer of it, when somebody is told.
struct SourcePlace {
    const SourceFile* file = nullptr;  // null: not known
    std::uint32_t offset = 0;          // in bytes, after the byte order mark if there is one

    explicit operator bool() const { return file != nullptr; }
    bool operator==(const SourcePlace&) const = default;

    /// Some order, in a file that of its text.
    std::strong_ordering operator<=>(const SourcePlace& other) const {
        const auto files = std::compare_three_way()(file, other.file);
        return files != 0 ? files : offset <=> other.offset;
    }
};

}  // namespace broadside
