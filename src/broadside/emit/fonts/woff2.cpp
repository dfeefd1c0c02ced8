#include "broadside/emit/fonts/woff2.hpp"

#include <brotli/encode.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>
#include <optional>
#include <string_view>
#include <vector>

#include "broadside/emit/fonts/big_endian.hpp"
#include "broadside/emit/fonts/glyf_transform.hpp"
#include "broadside/emit/handles.hpp"

namespace broadside::emit {

namespace {

constexpr hb_tag_t kGlyf = HB_TAG('g', 'l', 'y', 'f'), kLoca = HB_TAG('l', 'o', 'c', 'a'),
                   kHead = HB_TAG('h', 'e', 'a', 'd'), kMaxp = HB_TAG('m', 'a', 'x', 'p');

/// 4.1, UIntBase128: seven bits a byte, the first of them the highest.
void add_length(std::string& to, std::size_t value) {
    int shift = 28;
    while (shift > 0 && value >> shift == 0) shift -= 7;
    for (; shift >= 0; shift -= 7)
        to += static_cast<char>((value >> shift & 0x7F) | (shift > 0 ? 0x80 : 0));
}

/// `loca` behind `glyf`, as 5.3 wants it.
std::vector<hb_tag_t> tables_of(hb_face_t* face) {
    std::vector<hb_tag_t> tags(hb_face_get_table_tags(face, 0, nullptr, nullptr));
    auto count = static_cast<unsigned>(tags.size());
    hb_face_get_table_tags(face, 0, &count, tags.data());
    std::stable_partition(tags.begin(), tags.end(), [](hb_tag_t tag) { return tag != kLoca; });
    const auto glyf = std::find(tags.begin(), tags.end(), kGlyf);
    if (glyf != tags.end() && tags.back() == kLoca)
        std::rotate(glyf + 1, tags.end() - 1, tags.end());
    return tags;
}

std::string bytes_of(hb_face_t* face, hb_tag_t tag) {
    const HarfBuzzBlob table(hb_face_reference_table(face, tag));
    unsigned size = 0;
    const char* data = hb_blob_get_data(table.get(), &size);
    std::string bytes(data, size);
    // 5: bit 11 of the flags says that the font was packed.
    constexpr std::size_t kFlags = 16;
    if (tag == kHead && size > kFlags) bytes[kFlags] = static_cast<char>(bytes[kFlags] | 0x08);
    return bytes;
}

/// The highest quality takes ten times as long, and longer than all else that a page needs, for a
/// fiftieth of the bytes.
std::string compressed(const std::string& bytes) {
    constexpr int kQuality = 5;
    std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string out(size, '\0');
    if (!BrotliEncoderCompress(kQuality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_FONT, bytes.size(),
                               reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                               reinterpret_cast<std::uint8_t*>(out.data()))) {
        throw std::bad_alloc();
    }
    out.resize(size);
    return out;
}

}  // namespace

std::string woff2(const std::string& font, const std::set<std::uint32_t>& shown) {
    const HarfBuzzBlob blob(hb_blob_create(font.data(), static_cast<unsigned>(font.size()),
                                           HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    const HarfBuzzFace face(hb_face_create(blob.get(), 0));
    const std::vector<hb_tag_t> tags = tables_of(face.get());
    const std::string glyf = bytes_of(face.get(), kGlyf), loca = bytes_of(face.get(), kLoca),
                      head = bytes_of(face.get(), kHead), maxp = bytes_of(face.get(), kMaxp);
    std::optional<TransformedGlyf> transformed;
    if (!glyf.empty()) transformed = transformed_glyf({glyf, loca, head, maxp}, shown);
    // 4.1: each tag is written out. Outlines say when they are as they were.
    constexpr char kAnyTag = 0x3F, kUntransformed = static_cast<char>(0xC0);
    std::string directory, tables;
    std::size_t size = 12 + 16 * tags.size();
    for (const hb_tag_t tag : tags) {
        std::string table = bytes_of(face.get(), tag);
        std::size_t unpacked = table.size();
        const bool is_outline = tag == kGlyf || tag == kLoca, is_packed = is_outline && transformed;
        if (is_packed && tag == kGlyf) unpacked = transformed->size_unpacked;
        if (is_packed) table = tag == kGlyf ? transformed->bytes : "";
        directory += is_outline && !is_packed ? kAnyTag | kUntransformed : kAnyTag;
        add_u32(directory, tag);
        add_length(directory, unpacked);
        if (is_packed) add_length(directory, table.size());
        tables += table;
        size += padded(unpacked);
    }
    const std::string data = compressed(tables);
    constexpr std::size_t kHeader = 48;
    const std::size_t length = padded(kHeader + directory.size() + data.size());
    std::string out = "wOF2" + font.substr(0, 4);
    add_u32(out, length);
    add_u16(out, tags.size());
    add_u16(out, 0);
    add_u32(out, size);
    add_u32(out, data.size());
    out.resize(kHeader);  // no version, no metadata, no private data
    out += directory + data;
    out.resize(length);
    return out;
}

}  // namespace broadside::emit
