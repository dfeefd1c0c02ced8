#pragma once

#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/diagnostic.hpp"
#include "broadside/base/limits.hpp"

namespace broadside::conformance {

// Codes of problems: what of the file is to blame.
inline constexpr char kFileCode[] = "pdf-file";            // its bytes and objects
inline constexpr char kArchiveCode[] = "pdf-archive";      // what it says as a whole
inline constexpr char kMetadataCode[] = "pdf-metadata";    // XMP and the information dictionary
inline constexpr char kFontCode[] = "pdf-font";            // fonts, and the text of their codes
inline constexpr char kContentCode[] = "pdf-content";      // pages and what they draw
inline constexpr char kStructureCode[] = "pdf-structure";  // the tree of elements
inline constexpr char kTableCode[] = "pdf-table";          // the grid of tables, and their heads
inline constexpr char kLinkCode[] = "pdf-link";            // annotations

/// What is wrong with a file, in the order that it is found in, each once; the first of a great
/// many.
class Problems {
public:
    template <typename... Args>
    void add(const char* code, fmt::format_string<Args...> form, Args&&... args) {
        if (all_.size() == limits::kMaxPdfProblems) return;
        std::string message = fmt::format(form, std::forward<Args>(args)...);
        if (met_.insert(message).second) all_.push_back(error(code, std::move(message)));
    }

    std::size_t size() const { return all_.size(); }
    Diagnostics take() { return std::move(all_); }

private:
    Diagnostics all_;
    std::set<std::string> met_;
};

}  // namespace broadside::conformance
