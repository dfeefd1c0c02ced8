#pragma once

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "broadside/base/diagnostic.hpp"

namespace broadside::test {

/// A file that stays, as places in it need.
inline const SourceFile& file_of(std::string name, std::string_view text) {
    static std::deque<SourceFile> files;
    return files.emplace_back(SourceFile{std::move(name), std::string(text)});
}

inline std::vector<std::string>& known_pointers() {
    static std::vector<std::string> pointers;
    return pointers;
}

/// The place of this pointer in a file that nobody has read; of none for an empty one.
inline SourcePlace place_at(const std::string& pointer) {
    static const SourceFile file;
    if (pointer.empty()) return {};
    std::vector<std::string>& known = known_pointers();
    const auto found = std::find(known.begin(), known.end(), pointer);
    const auto offset = static_cast<std::uint32_t>(found - known.begin());
    if (found == known.end()) known.push_back(pointer);
    return {&file, offset};
}

/// Of a place that `place_at` has made.
inline std::string pointer_of(SourcePlace place) {
    return place ? known_pointers()[place.offset] : "";
}

/// As a user reads it.
inline std::string told(Diagnostic diagnostic) {
    diagnostic.pointer = pointer_of(diagnostic.place);
    return to_string(diagnostic);
}

}  // namespace broadside::test
