#pragma once

#include <map>
#include <set>
#include <string>

#include "broadside/conformance/font_program.hpp"
#include "broadside/conformance/key_rules.hpp"

namespace broadside::conformance {

/// UTF-8 by code of two bytes.
using TextOfCode = std::map<unsigned, std::string>;

/// The texts of a ToUnicode CMap (PDF 1.7, 9.10.3), which has only what such CMaps need. Texts that
/// say nothing to others are problems.
TextOfCode read_to_unicode(std::string_view cmap, const Check& check);

/// What fonts of a file have: none of it twice, programs within limits::kMaxPdfStreamBytes and
/// codes within limits::kMaxPdfCodes.
struct FontsMet {
    std::set<int> descendants = {};
    std::set<std::string> names = {};
    std::size_t program_bytes = 0, codes = 0;
};

/// A font of the file, and what is wrong with the codes that pages show of it.
class Font {
public:
    /// Looks at its dictionaries and its program. What other fonts have cannot be its own; that is
    /// added to `met`, which must outlive it.
    Font(const PdfFile& file, const Object& object, FontsMet& met, Problems& problems);

    /// The text of a code that is shown. Whatever is wrong with a code is one problem.
    const std::string& show(unsigned code);

private:
    void check_descendant(const Value& descendant);
    void check_descriptor(const Value& descendant);
    void read_program(const Object& program, const char* key);
    void read_widths(const Value& descendant);
    void read_glyph_map(const Value& descendant);
    void check_style(const Value& descriptor) const;
    void count_codes();
    void check_code(unsigned code) const;
    std::optional<std::size_t> glyph_of(unsigned code) const;

    FontsMet& met_;
    Check check_;
    std::string name_;
    TextOfCode texts_;
    std::map<unsigned, double> widths_;
    std::optional<std::string> glyph_map_;  // of CIDToGIDMap; none: a CID is the glyph's number
    std::string program_bytes_;
    std::optional<FontProgram> program_;  // of these bytes
    std::set<unsigned> shown_;
};

}  // namespace broadside::conformance
