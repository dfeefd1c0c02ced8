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

/// What is checked, as messages name it, and the code of its problems.
struct Subject {
    std::string name;
    const char* code;
};

/// Of a stream, its own keys (/Length, /Filter) are allowed too.
void check_keys(const PdfFile& file, const Value& dictionary, const KeyRules& rules,
                const Subject& subject, Problems& problems);

/// An array of numbers, as many as that: [left bottom right top] and the like. None, with a
/// problem, for others.
std::optional<std::vector<double>> checked_numbers(const PdfFile& file, const Value& dictionary,
                                                   std::string_view key, std::size_t count,
                                                   const Subject& subject, Problems& problems);

/// A text string (PDF 1.7, 7.9.2.2) in UTF-8. None, with a problem, where it is no string, where
/// its bytes are of no encoding, or hold what no text needs: controls, private use, no characters.
std::optional<std::string> checked_text(const PdfFile& file, const Value& dictionary,
                                        std::string_view key, const Subject& subject,
                                        Problems& problems);

/// The same, of which something must be left without white space and what prints nothing.
std::optional<std::string> checked_words(const PdfFile& file, const Value& dictionary,
                                         std::string_view key, const Subject& subject,
                                         Problems& problems);

/// A tag of BCP 47, where the key is there.
void check_language(const PdfFile& file, const Value& dictionary, const Subject& subject,
                    Problems& problems);

/// [page /XYZ left top null] of a page of the file, inside its box.
void check_destination(const PdfFile& file, const Value& dictionary, const Pages& pages,
                       const Subject& subject, Problems& problems);

}  // namespace broadside::conformance
