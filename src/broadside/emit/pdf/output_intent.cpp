#include "broadside/emit/pdf/metadata.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/big_endian.hpp"
#include "broadside/base/colour.hpp"
#include "broadside/emit/deflate.hpp"

namespace broadside::emit {

namespace {

/// 6.5.22 textDescriptionType: without texts in other scripts.
std::string description(std::string_view text) {
    std::string tag("desc\0\0\0\0", 8);
    add_u32(tag, text.size() + 1);
    tag.append(text).append(1 + 8 + 3 + 67, '\0');
    return tag;
}

std::string copyright(std::string_view text) {
    return std::string("text\0\0\0\0", 8).append(text).append(1, '\0');
}

/// 5.3.10 s15Fixed16Number.
std::string xyz(double x, double y, double z) {
    std::string tag("XYZ \0\0\0\0", 8);
    for (const double part : {x, y, z})
        add_u32(tag, static_cast<std::size_t>(std::lround(part * 65536)));
    return tag;
}

std::string white() { return xyz(0.9642, 1, 0.8249); }  // D50

/// From what a channel says to light.
std::string curve() {
    constexpr int kPoints = 256;
    std::string tag("curv\0\0\0\0", 8);
    add_u32(tag, kPoints);
    for (int i = 0; i < kPoints; ++i) {
        const double light = linear(static_cast<std::uint8_t>(i));
        add_u16(tag, static_cast<std::size_t>(std::lround(light * 65535)));
    }
    return tag;
}

struct Tag {
    std::string_view signature;
    std::string data;  // empty: that of the tag before
};

/// 6.1: the time is fixed, so that the profile has the same bytes each time.
std::string header(std::size_t size) {
    std::string out;
    add_u32(out, size);
    add_u32(out, 0);
    add_u32(out, 0x02100000);
    out += "mntrRGB XYZ ";
    for (const std::size_t part : {2000, 1, 1, 0, 0, 0}) add_u16(out, part);
    out += "acsp";
    out.append(28, '\0');
    out += white().substr(8);
    return out.append(48, '\0');
}

/// An ICC profile (ICC.1:2001-04, version 2.1) of sRGB, made for display: three primaries, adapted
/// to D50, and one curve.
std::string srgb_profile() {
    const std::vector<Tag> tags = {
        {"desc", description("sRGB IEC61966-2.1")},
        {"cprt", copyright("No copyright, use freely")},
        {"wtpt", white()},
        {"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
        {"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
        {"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
        {"rTRC", curve()},
        {"gTRC", {}},
        {"bTRC", {}},
    };
    constexpr std::size_t kHeader = 128, kEntry = 12;
    const std::size_t begin = kHeader + 4 + kEntry * tags.size();
    std::string table, data;
    add_u32(table, tags.size());
    std::size_t place = begin, size = 0;
    for (const Tag& tag : tags) {
        if (!tag.data.empty()) {
            place = begin + data.size();
            size = tag.data.size();
            data += tag.data;
            data.resize(padded(data.size()));
        }
        table += tag.signature;
        add_u32(table, place);
        add_u32(table, size);
    }
    return header(begin + data.size()) + table + data;
}

}  // namespace

std::string output_intent(PdfWriter& writer) {
    static const std::string profile = deflated(srgb_profile());
    const int number = writer.new_number();
    writer.write_stream(number, "<< /N 3 /Alternate /DeviceRGB /Filter /FlateDecode >>", profile);
    return fmt::format(
        "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
        " /RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1)"
        " /DestOutputProfile {} 0 R >>",
        number);
}

}  // namespace broadside::emit
