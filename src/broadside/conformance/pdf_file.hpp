#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/diagnostic.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/conformance/value.hpp"

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

struct Object {
    int number = 0;
    Value value;
    std::optional<std::string_view> stream = {};  // as it stands in the file
    int pack = 0;           // object stream that it stands in; 0: in the file itself
    std::size_t place = 0;  // byte of the file, or which of the object stream's
};

/// The objects of a PDF file, every one of which was met on one walk from its first byte to its
/// last: nothing stands between them that a reader might take for another file.
class PdfFile {
public:
    /// None where the walk ends early, with a problem that says why. `bytes` must outlive it.
    static std::optional<PdfFile> read(std::string_view bytes, Problems& problems);

    /// The dictionary of the cross-reference stream.
    const Value& trailer() const { return trailer_; }

    /// Null without one.
    const Value& catalogue() const { return at(trailer_, "Root"); }

    const std::map<int, Object>& objects() const { return objects_; }

    /// Of a reference; null when it is none, or leads nowhere.
    const Object* object(const Value& value) const;
    const Object* stream(const Value& value) const;

    /// What a reference leads to, else the value itself.
    const Value& follow(const Value& value) const;

    /// The value of a dictionary's key, followed; null where there is none.
    const Value& at(const Value& dictionary, std::string_view key) const;

    /// The same, as the reference that it may be.
    const Value& raw(const Value& dictionary, std::string_view key) const;

    /// Numbers of an array of exactly `count`; none for anything else.
    std::optional<std::vector<double>> numbers(const Value& array, std::size_t count) const;

    /// What a stream holds, without the one filter that is unpacked here, FlateDecode; none, with a
    /// problem of `code`, where that fails or is too much.
    std::optional<std::string> unpacked(const Object& stream, const char* code,
                                        Problems& problems) const;

private:
    friend class FileWalk;

    std::map<int, Object> objects_;
    Value trailer_;
    mutable std::size_t unpacked_bytes_ = 0;
};

}  // namespace broadside::conformance
