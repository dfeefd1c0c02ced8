#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "broadside/base/font_face.hpp"
#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/pdf/writer.hpp"

namespace broadside::emit {

/// A face in a PDF: a composite font of two-byte codes (PDF 1.7, 9.7) with the outlines that the
/// document draws, and the text of every code for readers. With TrueType outlines, a glyph has a
/// code for each text that it stands for: no reader has to guess. PostScript outlines have one code
/// a glyph, that of its first text.
class PdfFont {
public:
    /// `font` and `face` must outlive it.
    PdfFont(const FontFace& font, const Face& face);

    struct Code {
        std::uint16_t value = 0;
        double advance = 0;    // in em, as the file says it
        bool is_exact = true;  // whether readers take it for the text
    };

    /// Of the font file's glyph where it stands for `utf8`.
    Code code(std::uint32_t glyph, std::string_view utf8);

    /// Whether a glyph may stand for several texts.
    bool says_any_text() const { return is_truetype(); }

    /// Whether it was asked for more than 65,535 codes.
    bool is_overfull() const { return is_overfull_; }

    /// The font as the object of that number, and those that it refers to.
    void write(PdfWriter& writer, int number) const;

private:
    struct Entry {
        Code code;
        std::uint32_t glyph = 0;  // in the embedded font
        std::string utf8;
    };

    bool is_truetype() const { return cff_.empty(); }
    std::string widths() const;
    std::string texts() const;
    std::string glyph_numbers() const;
    std::string descriptor(PdfWriter& writer, const std::string& name) const;

    const FontFace& font_;
    const Face& face_;
    std::string cff_;                  // the table of PostScript outlines
    std::vector<std::uint32_t> cids_;  // of a CID-keyed one, by glyph
    bool is_overfull_ = false;
    std::vector<Entry> entries_;
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_glyph_;  // places in `entries_`
};

}  // namespace broadside::emit
