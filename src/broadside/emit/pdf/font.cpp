#include "broadside/emit/pdf/font.hpp"

#include <algorithm>
#include <cmath>
#include <new>

#include <fmt/format.h>

#include FT_TRUETYPE_TABLES_H
#include FT_CID_H

#include "broadside/base/big_endian.hpp"
#include "broadside/base/content_hash.hpp"
#include "broadside/emit/pdf/syntax.hpp"

namespace broadside::emit {

namespace {

constexpr std::size_t kMostCodes = 0xFFFF;

std::string table_of(FT_Face face, FT_ULong tag) {
    FT_ULong size = 0;
    if (FT_Load_Sfnt_Table(face, tag, 0, nullptr, &size) != 0) return {};
    std::string bytes(size, '\0');
    if (FT_Load_Sfnt_Table(face, tag, 0, reinterpret_cast<FT_Byte*>(bytes.data()), &size) != 0)
        throw std::bad_alloc();
    return bytes;
}

/// Of every glyph of a CID-keyed font; of others there are none, and a glyph's number stands for it
/// (PDF 1.7, 9.7.4.2).
std::vector<std::uint32_t> cids_of(FT_Face face) {
    std::vector<std::uint32_t> cids;
    for (FT_UInt glyph = 0; glyph < static_cast<FT_UInt>(face->num_glyphs); ++glyph) {
        FT_UInt cid = 0;
        if (FT_Get_CID_From_Glyph_Index(face, glyph, &cid) != 0) return {};
        cids.push_back(cid);
    }
    return cids;
}

/// PDF 1.7, 9.6.4: six letters tell subsets of one font apart.
std::string subset_name(const OpenFace& face) {
    std::string name;
    std::uint64_t number = digest_of(face.bytes()).high;
    for (int i = 0; i < 6; ++i, number /= 26) name += static_cast<char>('A' + number % 26);
    const char* postscript = FT_Get_Postscript_Name(face.freetype());
    return name + '+' + (postscript == nullptr ? "Font" : postscript);
}

}  // namespace

PdfFont::PdfFont(const FontFace& font, const Face& face)
    : font_(font),
      face_(face),
      cff_(table_of(face.open->freetype(), FT_MAKE_TAG('C', 'F', 'F', ' '))) {
    if (!is_truetype()) cids_ = cids_of(face.open->freetype());
}

PdfFont::Code PdfFont::code(std::uint32_t glyph, std::string_view utf8) {
    std::vector<std::size_t>& known = by_glyph_[glyph];
    for (const std::size_t place : known) {
        if (entries_[place].utf8 == utf8) return entries_[place].code;
    }
    const bool is_full = is_truetype() && entries_.size() == kMostCodes;
    if (is_full && known.empty()) {
        is_overfull_ = true;
        return {};
    }
    if (!known.empty() && (!is_truetype() || is_full)) {
        Code code = entries_[known.front()].code;
        code.is_exact = false;
        return code;
    }
    const std::uint32_t drawn = face_.glyph(glyph);
    Code code;
    if (is_truetype())
        code.value = static_cast<std::uint16_t>(entries_.size() + 1);
    else
        code.value = static_cast<std::uint16_t>(cids_.empty() ? drawn : cids_.at(drawn));
    code.advance = std::round(face_.advance(glyph) * 1e5) / 1e5;
    known.push_back(entries_.size());
    entries_.push_back({code, drawn, std::string(utf8)});
    return code;
}

/// PDF 1.7, 9.7.4.3, by code: neighbours share an array.
std::string PdfFont::widths() const {
    std::string out;
    const Entry* previous = nullptr;
    std::vector<const Entry*> sorted;
    for (const Entry& entry : entries_) sorted.push_back(&entry);
    std::sort(sorted.begin(), sorted.end(),
              [](const Entry* a, const Entry* b) { return a->code.value < b->code.value; });
    for (const Entry* entry : sorted) {
        if (previous == nullptr || previous->code.value + 1 != entry->code.value)
            out += fmt::format("{}{} [", previous == nullptr ? "" : "] ", entry->code.value);
        else
            out += ' ';
        append_number(out, entry->code.advance * 1000, 2);
        previous = entry;
    }
    return previous == nullptr ? out : out + ']';
}

/// A ToUnicode CMap (PDF 1.7, 9.10.3).
std::string PdfFont::texts() const {
    constexpr std::size_t kMostInBlock = 100;
    std::string out =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (std::size_t begin = 0; begin < entries_.size(); begin += kMostInBlock) {
        const std::size_t end = std::min(begin + kMostInBlock, entries_.size());
        out += fmt::format("{} beginbfchar\n", end - begin);
        for (std::size_t i = begin; i < end; ++i) {
            out += '<';
            append_hexadecimal(out, entries_[i].code.value);
            out += "> <";
            append_utf16(out, entries_[i].utf8);
            out += ">\n";
        }
        out += "endbfchar\n";
    }
    return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// CIDToGIDMap (PDF 1.7, table 117), from code 0.
std::string PdfFont::glyph_numbers() const {
    std::string out(2, '\0');
    for (const Entry& entry : entries_) add_u16(out, entry.glyph);
    return out;
}

std::string PdfFont::descriptor(PdfWriter& writer, const std::string& name) const {
    const std::string& program = is_truetype() ? face_.open->bytes() : cff_;
    const int file = writer.new_number();
    writer.write_deflated(
        file,
        is_truetype() ? fmt::format("<< /Filter /FlateDecode /Length1 {} >>", program.size())
                      : "<< /Filter /FlateDecode /Subtype /CIDFontType0C >>",
        program);
    const FT_Face face = face_.open->freetype();
    const auto thousandths = [](double em) { return std::lround(em * 1000); };
    const auto units = [&](FT_Pos length) {
        return thousandths(static_cast<double>(length) / face->units_per_EM);
    };
    constexpr int kSymbolic = 4, kItalic = 64;
    const bool is_italic = font_.slant == FontSlant::Italic;
    // No subset has the stems' width; readers use it only for fonts that they lack.
    const int stem = font_.weight / 5;
    return fmt::format(
        "<< /Type /FontDescriptor /FontName /{} /Flags {} /FontBBox [{} {} {} {}] /ItalicAngle {}"
        " /Ascent {} /Descent {} /CapHeight {} /StemV {} /{} {} 0 R >>",
        name, kSymbolic + (is_italic ? kItalic : 0), units(face->bbox.xMin), units(face->bbox.yMin),
        units(face->bbox.xMax), units(face->bbox.yMax), is_italic ? -12 : 0,
        thousandths(font_.metrics.ascent), -thousandths(font_.metrics.descent),
        thousandths(font_.metrics.cap_height), stem, is_truetype() ? "FontFile2" : "FontFile3",
        file);
}

void PdfFont::write(PdfWriter& writer, int number) const {
    const std::string name = subset_name(*face_.open);
    const int about = writer.new_number(), descendant = writer.new_number(),
              text = writer.new_number();
    writer.write(about, descriptor(writer, name));
    std::string glyphs;
    if (is_truetype()) {
        const int map = writer.new_number();
        writer.write_deflated(map, "<< /Filter /FlateDecode >>", glyph_numbers());
        glyphs = fmt::format(" /CIDToGIDMap {} 0 R", map);
    }
    writer.write(descendant,
                 fmt::format("<< /Type /Font /Subtype /CIDFontType{} /BaseFont /{} /CIDSystemInfo"
                             " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
                             " /FontDescriptor {} 0 R /W [{}]{} >>",
                             is_truetype() ? 2 : 0, name, about, widths(), glyphs));
    writer.write_deflated(text, "<< /Filter /FlateDecode >>", texts());
    writer.write(number, fmt::format("<< /Type /Font /Subtype /Type0 /BaseFont /{} /Encoding"
                                     " /Identity-H /DescendantFonts [{} 0 R] /ToUnicode {} 0 R >>",
                                     name, descendant, text));
}

}  // namespace broadside::emit
