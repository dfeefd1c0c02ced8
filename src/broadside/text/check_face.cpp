#include "broadside/text/check_face.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

#include "broadside/text/handles.hpp"

namespace broadside::text {

namespace {

/// ISO/IEC 14496-22: the sizes of `head` and `hhea`, the least of `maxp`, and the range of
/// unitsPerEm.
constexpr unsigned kHeadBytes = 54, kHheaBytes = 36, kMaxpBytes = 6;
constexpr unsigned kLeastUnitsPerEm = 16, kMostUnitsPerEm = 16384;

/// The tallest script of Noto, Nastaliq, reaches 2 em.
constexpr double kMostEm = 10;

class Table {
public:
    Table(hb_face_t* face, const char (&tag)[5])
        : blob_(hb_face_reference_table(face, HB_TAG(tag[0], tag[1], tag[2], tag[3]))) {
        data_ = hb_blob_get_data(blob_.get(), &size_);
    }

    std::size_t size() const { return size_; }

    unsigned u16(std::size_t at) const { return byte(at) << 8 | byte(at + 1); }
    unsigned u32(std::size_t at) const { return u16(at) << 16 | u16(at + 2); }

private:
    unsigned byte(std::size_t at) const { return static_cast<unsigned char>(data_[at]); }

    BlobHandle blob_;
    const char* data_ = nullptr;
    unsigned size_ = 0;
};

std::string contradiction(const char* one, const char* other) {
    return fmt::format("its tables \"{}\" and \"{}\" contradict each other", one, other);
}

std::string fault_of_widths(const Table& hhea, const Table& hmtx, unsigned glyphs) {
    const unsigned widths = hhea.u16(34);
    if (widths == 0 || widths > glyphs) return contradiction("hhea", "maxp");
    // Each width stands with a bearing; the bearings of the other glyphs follow.
    const std::size_t needed = std::size_t{4} * widths + std::size_t{2} * (glyphs - widths);
    return hmtx.size() < needed ? contradiction("hhea", "hmtx") : std::string();
}

std::string fault_of_outlines(const Table& loca, const Table& glyf, bool is_long, unsigned glyphs) {
    if (loca.size() < (std::size_t{glyphs} + 1) * (is_long ? 4 : 2))
        return contradiction("maxp", "loca");
    std::size_t last = 0;
    for (std::size_t i = 0; i <= glyphs; ++i) {
        const std::size_t place = is_long ? loca.u32(4 * i) : std::size_t{2} * loca.u16(2 * i);
        if (place < last || place > glyf.size()) return contradiction("loca", "glyf");
        last = place;
    }
    return {};
}

}  // namespace

std::string fault_of_tables(hb_face_t* face) {
    const Table head(face, "head"), hhea(face, "hhea"), maxp(face, "maxp"), hmtx(face, "hmtx");
    if (head.size() < kHeadBytes || hhea.size() < kHheaBytes || maxp.size() < kMaxpBytes)
        return "it lacks the tables of a font, or they are cut off";
    const unsigned units_per_em = head.u16(18), loca_format = head.u16(50);
    if (units_per_em < kLeastUnitsPerEm || units_per_em > kMostUnitsPerEm || loca_format > 1)
        return "its table \"head\" is damaged";
    const unsigned glyphs = maxp.u16(4);
    if (glyphs == 0) return "it has no glyphs";
    if (std::string fault = fault_of_widths(hhea, hmtx, glyphs); !fault.empty()) return fault;
    const Table loca(face, "loca"), glyf(face, "glyf");
    if (loca.size() > 0) return fault_of_outlines(loca, glyf, loca_format == 1, glyphs);
    if (Table(face, "CFF ").size() > 0 || Table(face, "CFF2").size() > 0) return {};
    return "it has no outlines";
}

std::string fault_of_metrics(const FontMetrics& metrics) {
    const double highest =
        std::max({metrics.ascent, metrics.descent, metrics.cap_height, metrics.x_height});
    if (highest <= kMostEm) return {};
    return fmt::format("its metrics reach {:.0f} em", highest);
}

}  // namespace broadside::text
