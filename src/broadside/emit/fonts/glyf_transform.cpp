#include "broadside/emit/fonts/glyf_transform.hpp"

#include "broadside/base/big_endian.hpp"

#include <algorithm>
#include <cstdlib>

namespace broadside::emit {

namespace {

/// Reads a table from its beginning; behind its end there are zeros, and it is no longer sound.
class TableReader {
public:
    explicit TableReader(std::string_view bytes) : bytes_(bytes) {}

    bool is_sound() const { return is_sound_; }

    std::string_view bytes(std::size_t count) {
        if (count > bytes_.size()) {
            is_sound_ = false;
            return {};
        }
        const std::string_view read = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return read;
    }
    unsigned u8() {
        const std::string_view read = bytes(1);
        return read.empty() ? 0 : static_cast<unsigned char>(read[0]);
    }
    unsigned u16() {
        const unsigned high = u8();
        return high << 8 | u8();
    }
    int i16() { return static_cast<std::int16_t>(u16()); }

private:
    std::string_view bytes_;
    bool is_sound_ = true;
};

unsigned u16_at(std::string_view table, std::size_t offset) {
    TableReader reader(table.substr(std::min(offset, table.size())));
    return reader.u16();
}

/// 4.1, 255UInt16: what is small takes one byte.
void add_short(std::string& to, unsigned value) {
    constexpr unsigned kWord = 253, kMoreThanTwice = 254, kMore = 255;
    if (value < kWord) {
        to += static_cast<char>(value);
    } else if (value < 2 * kWord) {
        to += {static_cast<char>(kMore), static_cast<char>(value - kWord)};
    } else if (value < 3 * kWord + 3) {
        to += {static_cast<char>(kMoreThanTwice), static_cast<char>(value - 2 * kWord)};
    } else {
        to += static_cast<char>(kWord);
        add_u16(to, value);
    }
}

struct GlyphPoint {
    int dx = 0, dy = 0;  // from the point before
    bool is_on_curve = false;
};

/// OpenType, `glyf`: the bits of a point and of a part of a composite glyph.
constexpr unsigned kOnCurve = 1, kShortX = 2, kShortY = 4, kRepeat = 8, kSameX = 16, kSameY = 32;
constexpr unsigned kWords = 1, kScale = 8, kMoreParts = 32, kTwoScales = 64, kMatrix = 128,
                   kInstructions = 256;

int read_step(TableReader& reader, unsigned flags, unsigned is_short, unsigned is_same) {
    if ((flags & is_short) == 0) return (flags & is_same) != 0 ? 0 : reader.i16();
    const int size = static_cast<int>(reader.u8());
    return (flags & is_same) != 0 ? size : -size;
}

std::vector<GlyphPoint> read_points(TableReader& reader, std::size_t count) {
    std::vector<unsigned> flags;
    while (flags.size() < count && reader.is_sound()) {
        const unsigned flag = reader.u8();
        const std::size_t times = (flag & kRepeat) != 0 ? reader.u8() + std::size_t{1} : 1;
        flags.resize(std::min(flags.size() + times, count), flag);
    }
    flags.resize(count);
    std::vector<GlyphPoint> points(count);
    for (std::size_t i = 0; i < count; ++i) {
        points[i].is_on_curve = (flags[i] & kOnCurve) != 0;
        points[i].dx = read_step(reader, flags[i], kShortX, kSameX);
    }
    for (std::size_t i = 0; i < count; ++i)
        points[i].dy = read_step(reader, flags[i], kShortY, kSameY);
    return points;
}

/// Of a composite glyph.
struct GlyphPart {
    unsigned flags = 0, glyph = 0;
    std::string_view place;
};

std::vector<GlyphPart> read_parts(TableReader& reader) {
    std::vector<GlyphPart> parts;
    do {
        GlyphPart& part = parts.emplace_back();
        part.flags = reader.u16();
        part.glyph = reader.u16();
        const std::size_t scale = (part.flags & kScale) != 0       ? 2
                                  : (part.flags & kTwoScales) != 0 ? 4
                                  : (part.flags & kMatrix) != 0    ? 8
                                                                   : 0;
        part.place = reader.bytes(((part.flags & kWords) != 0 ? 4 : 2) + scale);
    } while ((parts.back().flags & kMoreParts) != 0 && reader.is_sound());
    return parts;
}

class Transform {
public:
    explicit Transform(unsigned glyphs) : bitmap_((std::size_t{glyphs} + 31) / 32 * 4, '\0') {}

    /// False when the glyph is damaged.
    bool add(unsigned number, std::string_view glyph) {
        if (glyph.empty()) {
            add_u16(contours_, 0);
            return true;
        }
        TableReader reader(glyph);
        const int contours = reader.i16();
        const std::string_view box = reader.bytes(8);
        if (contours >= 0) return simple(number, static_cast<unsigned>(contours), box, reader);
        add_u16(contours_, 0xFFFF);
        add_box(number, box);
        return composite(reader);
    }

    std::string table(unsigned glyphs, unsigned index_format) const {
        std::string out;
        for (const unsigned value : {0u, 0u, glyphs, index_format}) add_u16(out, value);
        const std::string boxes = bitmap_ + boxes_;
        const auto streams = {&contours_,   &points_, &flags_,       &places_,
                              &composites_, &boxes,   &instructions_};
        for (const std::string* stream : streams) add_u32(out, stream->size());
        for (const std::string* stream : streams) out += *stream;
        return out;
    }

private:
    bool simple(unsigned number, unsigned contours, std::string_view box, TableReader& reader) {
        add_u16(contours_, contours);
        int last = -1;
        for (unsigned i = 0; i < contours; ++i) {
            const int end = static_cast<int>(reader.u16());
            if (end < last) return false;
            add_short(points_, static_cast<unsigned>(end - last));
            last = end;
        }
        const std::string_view instructions = reader.bytes(reader.u16());
        const auto points = read_points(reader, static_cast<std::size_t>(last) + 1);
        if (!reader.is_sound()) return false;
        for (const GlyphPoint& point : points) add_point(point);
        add_instructions(instructions);
        if (contours > 0 && box != box_of(points)) add_box(number, box);
        return contours > 0;
    }

    bool composite(TableReader& reader) {
        unsigned all = 0;
        for (const GlyphPart& part : read_parts(reader)) {
            add_u16(composites_, part.flags);
            add_u16(composites_, part.glyph);
            composites_ += part.place;
            all |= part.flags;
        }
        if ((all & kInstructions) != 0) add_instructions(reader.bytes(reader.u16()));
        return reader.is_sound();
    }

    void add_box(unsigned number, std::string_view box) {
        auto& bits = bitmap_[number / 8];
        bits = static_cast<char>(bits | 0x80 >> number % 8);
        boxes_ += box;
    }

    void add_instructions(std::string_view instructions) {
        add_short(places_, static_cast<unsigned>(instructions.size()));
        instructions_ += instructions;
    }

    /// 5.2: the flag says how many bits each coordinate has, its highest bits and both signs.
    void add_point(const GlyphPoint& point) {
        const auto x = static_cast<unsigned>(std::abs(point.dx));
        const auto y = static_cast<unsigned>(std::abs(point.dy));
        const unsigned right = point.dx < 0 ? 0 : 1, up = point.dy < 0 ? 0 : 1;
        const unsigned signs = right + 2 * up;
        unsigned flag = 0;
        const auto place = [this](unsigned byte) { places_ += static_cast<char>(byte & 0xFF); };
        if (x == 0 && y < 1280) {
            flag = y / 256 * 2 + up;
            place(y);
        } else if (y == 0 && x < 1280) {
            flag = 10 + x / 256 * 2 + right;
            place(x);
        } else if (x >= 1 && y >= 1 && x <= 64 && y <= 64) {
            flag = 20 + (x - 1) / 16 * 16 + (y - 1) / 16 * 4 + signs;
            place((x - 1) % 16 * 16 + (y - 1) % 16);
        } else if (x >= 1 && y >= 1 && x <= 768 && y <= 768) {
            flag = 84 + (x - 1) / 256 * 12 + (y - 1) / 256 * 4 + signs;
            place(x - 1);
            place(y - 1);
        } else if (x < 4096 && y < 4096) {
            flag = 120 + signs;
            place(x >> 4);
            place(x << 4 | y >> 8);
            place(y);
        } else {
            flag = 124 + signs;
            for (const unsigned byte : {x >> 8, x, y >> 8, y}) place(byte);
        }
        constexpr unsigned kOffCurve = 0x80;
        flags_ += static_cast<char>(flag | (point.is_on_curve ? 0 : kOffCurve));
    }

    static std::string box_of(const std::vector<GlyphPoint>& points) {
        int x = 0, y = 0;
        int left = 0x8000, bottom = 0x8000, right = -0x8000, top = -0x8000;
        for (const GlyphPoint& point : points) {
            x += point.dx;
            y += point.dy;
            left = std::min(left, x);
            right = std::max(right, x);
            bottom = std::min(bottom, y);
            top = std::max(top, y);
        }
        std::string box;
        for (const int edge : {left, bottom, right, top}) add_u16(box, static_cast<unsigned>(edge));
        return box;
    }

    std::string contours_, points_, flags_, places_, composites_, bitmap_, boxes_, instructions_;
};

/// One a glyph. Nothing when the tables are damaged.
std::optional<std::vector<std::string_view>> outlines_of(const GlyfTables& tables, unsigned format,
                                                         unsigned glyphs) {
    if (tables.loca.size() != (glyphs + std::size_t{1}) * (format == 0 ? 2 : 4))
        return std::nullopt;
    TableReader offsets(tables.loca);
    const auto next = [&]() -> std::size_t {
        if (format == 0) return offsets.u16() * std::size_t{2};
        const std::size_t high = offsets.u16();
        return high << 16 | offsets.u16();
    };
    std::vector<std::string_view> outlines;
    std::size_t begin = next();
    for (unsigned glyph = 0; glyph < glyphs; ++glyph) {
        const std::size_t end = next();
        if (end < begin || end > tables.glyf.size()) return std::nullopt;
        outlines.push_back(tables.glyf.substr(begin, end - begin));
        begin = end;
    }
    return outlines;
}

/// By glyph: whether it is shown, or part of one that is.
std::vector<bool> needed(const std::vector<std::string_view>& outlines,
                         const std::set<std::uint32_t>& shown) {
    std::vector<bool> is_needed(outlines.size(), shown.empty());
    std::vector<std::uint32_t> waiting(shown.begin(), shown.end());
    while (!waiting.empty()) {
        const std::uint32_t glyph = waiting.back();
        waiting.pop_back();
        if (glyph >= outlines.size() || is_needed[glyph]) continue;
        is_needed[glyph] = true;
        TableReader reader(outlines[glyph]);
        if (reader.i16() >= 0) continue;
        reader.bytes(8);
        for (const GlyphPart& part : read_parts(reader)) waiting.push_back(part.glyph);
    }
    return is_needed;
}

}  // namespace

std::optional<TransformedGlyf> transformed_glyf(const GlyfTables& tables,
                                                const std::set<std::uint32_t>& shown) {
    constexpr std::size_t kIndexFormat = 50, kGlyphs = 4;
    const unsigned format = u16_at(tables.head, kIndexFormat);
    const unsigned glyphs = u16_at(tables.maxp, kGlyphs);
    const auto outlines = outlines_of(tables, format, glyphs);
    if (!outlines) return std::nullopt;
    const std::vector<bool> is_needed = needed(*outlines, shown);
    Transform transform(glyphs);
    TransformedGlyf transformed;
    for (unsigned glyph = 0; glyph < glyphs; ++glyph) {
        const std::string_view outline = is_needed[glyph] ? (*outlines)[glyph] : "";
        if (!transform.add(glyph, outline)) return std::nullopt;
        transformed.size_unpacked += padded(outline.size());
        constexpr std::size_t kLeftEdge = 2;
        std::optional<int>& edge = transformed.left_edges.emplace_back();
        if (!outline.empty()) edge = static_cast<std::int16_t>(u16_at(outline, kLeftEdge));
    }
    // Readers put glyphs at multiples of four, and may write them longer: short offsets, which
    // count pairs of bytes, would no longer reach the last.
    constexpr std::size_t kReach = 0x1FFFE;
    if (format == 0 && transformed.size_unpacked / 8 * 9 > kReach) return std::nullopt;
    transformed.bytes = transform.table(glyphs, format);
    return transformed;
}

std::optional<std::string> transformed_hmtx(std::string_view hmtx, std::string_view hhea,
                                            const std::vector<std::optional<int>>& left_edges) {
    constexpr std::size_t kWidths = 34;
    constexpr char kNoBearings = 3;  // neither of glyphs with widths of their own, nor of others
    const std::size_t widths = u16_at(hhea, kWidths);
    TableReader reader(hmtx);
    std::string transformed(1, kNoBearings);
    for (std::size_t glyph = 0; glyph < left_edges.size(); ++glyph) {
        if (glyph < widths) add_u16(transformed, reader.u16());
        // Without an outline, nobody sees where it would begin.
        const std::optional<int> edge = left_edges[glyph];
        if (reader.i16() != edge.value_or(0) && edge) return std::nullopt;
    }
    if (!reader.is_sound() || widths > left_edges.size()) return std::nullopt;
    return transformed;
}

}  // namespace broadside::emit
