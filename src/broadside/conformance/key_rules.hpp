#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "broadside/conformance/page.hpp"
#include "broadside/conformance/pdf_file.hpp"

/// Which keys a dictionary may have: whatever no rule names is a problem, for nobody here knows
/// what it would mean to readers.
namespace broadside::conformance {

enum class Need { Must, May };
inline constexpr Need kMust = Need::Must, kMay = Need::May;

/// What a key's value is.
enum class Holds { Boolean, Integer, Number, Name, String, Array, Dictionary, Stream, Any };

struct KeyRule {
    std::string_view key;
    Need need;
    Holds holds;
    std::string_view words = {};  // values that it may have: "A|B"; empty: any
};

using KeyRules = std::initializer_list<KeyRule>;

// What a stream has that is unpacked here.
inline constexpr KeyRule kLength{"Length", kMust, Holds::Integer};
inline constexpr KeyRule kFilter{"Filter", kMay, Holds::Name, "FlateDecode"};

/// Holds a part of the file to rules: what breaks one is a problem of `code`, in which `name` says
/// what the part is.
struct Check {
    const PdfFile& file;
    Problems& problems;
    std::string name;
    const char* code;

    template <typename... Args>
    void fail(fmt::format_string<Args...> form, Args&&... args) const {
        problems.add(code, "{}: {}", name, fmt::format(form, std::forward<Args>(args)...));
    }

    void keys(const Value& dictionary, const KeyRules& rules) const;

    /// An array of numbers, as many as that: [left bottom right top] and the like. None, with a
    /// problem, for others.
    std::optional<std::vector<double>> numbers(const Value& dictionary, std::string_view key,
                                               std::size_t count) const;

    /// A text string (PDF 1.7, 7.9.2.2) in UTF-8. None, with a problem, where it is no string,
    /// where its bytes are of no encoding, or hold what no text needs: controls, private use, no
    /// characters.
    std::optional<std::string> text(const Value& dictionary, std::string_view key) const;

    /// The same, of which something must be left without white space and what prints nothing.
    std::optional<std::string> words(const Value& dictionary, std::string_view key) const;

    /// A tag of BCP 47, where the key is there.
    void language(const Value& dictionary) const;

    /// [page /XYZ left top null] of a page of the file, inside its box.
    void destination(const Value& dictionary, const Pages& pages) const;

    /// What a stream holds. None, with a problem, where it cannot be unpacked.
    std::optional<std::string> unpacked(const Object& stream) const {
        return file.unpacked(stream, code, problems);
    }
};

}  // namespace broadside::conformance
