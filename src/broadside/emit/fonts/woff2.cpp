#include "broadside/emit/fonts/web_fonts.hpp"

#include <brotli/encode.h>
#include <hb.h>

#include <algorithm>
#include <new>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "broadside/base/big_endian.hpp"
#include "broadside/emit/fonts/glyf_transform.hpp"
#include "broadside/emit/handles.hpp"

namespace broadside::emit {

namespace {

constexpr hb_tag_t kGlyf = HB_TAG('g', 'l', 'y', 'f'), kLoca = HB_TAG('l', 'o', 'c', 'a'),
                   kHead = HB_TAG('h', 'e', 'a', 'd'), kMaxp = HB_TAG('m', 'a', 'x', 'p'),
                   kHhea = HB_TAG('h', 'h', 'e', 'a'), kHmtx = HB_TAG('h', 'm', 't', 'x');

/// 4.1: what is known by its place in this list.
constexpr std::string_view kKnownTags =
    "cmapheadhheahmtxmaxpnameOS/2postcvt fpgmglyflocaprepCFF VORGEBDTEBLCgasphdmxkernLTSHPCLTVDMX"
    "vheavmtxBASEGDEFGPOSGSUB";

/// 4.1: which table it is, and in the upper two bits of which version.
void add_tag(std::string& to, hb_tag_t tag, unsigned version) {
    constexpr unsigned kWrittenOut = 0x3F;
    std::string name;
    add_u32(name, tag);
    std::size_t at = kKnownTags.find(name);
    while (at != std::string_view::npos && at % name.size() != 0)
        at = kKnownTags.find(name, at + 1);
    const bool is_known = at != std::string_view::npos;
    to += static_cast<char>(version << 6 | (is_known ? at / name.size() : kWrittenOut));
    if (!is_known) to += name;
}

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

/// The two qualities above take twenty times as long, and longer than all else that a page needs,
/// for a thirtieth of the bytes. So does this one where the window is larger.
std::string compressed(const std::string& bytes) {
    constexpr int kQuality = 9, kWindow = 16;
    std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string out(size, '\0');
    if (!BrotliEncoderCompress(kQuality, kWindow, BROTLI_MODE_FONT, bytes.size(),
                               reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                               reinterpret_cast<std::uint8_t*>(out.data()))) {
        throw std::bad_alloc();
    }
    out.resize(size);
    return out;
}

/// A table as it is packed.
struct PackedTable {
    std::string bytes;
    std::size_t size_unpacked = 0;
    bool is_changed = false;
};

PackedTable unchanged(std::string bytes) {
    const std::size_t size = bytes.size();
    return {std::move(bytes), size};
}

/// The tables of one font, of which outlines and widths are packed in a way of their own.
class Tables {
public:
    Tables(hb_face_t* face, const std::set<std::uint32_t>& shown) : face_(face) {
        const std::string glyf = bytes_of(face, kGlyf), loca = bytes_of(face, kLoca),
                          head = bytes_of(face, kHead), maxp = bytes_of(face, kMaxp);
        if (!glyf.empty()) outlines_ = transformed_glyf({glyf, loca, head, maxp}, shown);
        if (!outlines_) return;
        widths_ =
            transformed_hmtx(bytes_of(face, kHmtx), bytes_of(face, kHhea), outlines_->left_edges);
    }

    PackedTable packed(hb_tag_t tag) const {
        std::string bytes = bytes_of(face_, tag);
        if (tag == kGlyf && outlines_) return {outlines_->bytes, outlines_->size_unpacked, true};
        if (tag == kLoca && outlines_) return {"", bytes.size(), true};
        if (tag == kHmtx && widths_) return {*widths_, bytes.size(), true};
        return unchanged(std::move(bytes));
    }

private:
    hb_face_t* face_;
    std::optional<TransformedGlyf> outlines_;
    std::optional<std::string> widths_;
};

/// 4.1: outlines say when they are as they were, and all else when it is not.
unsigned version_of(hb_tag_t tag, bool is_changed) {
    if (tag == kGlyf || tag == kLoca) return is_changed ? 0 : 3;
    return is_changed ? 1 : 0;
}

}  // namespace

std::string woff2(const std::string& font, const std::set<std::uint32_t>& shown) {
    const HarfBuzzBlob blob(hb_blob_create(font.data(), static_cast<unsigned>(font.size()),
                                           HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    const HarfBuzzFace face(hb_face_create(blob.get(), 0));
    const std::vector<hb_tag_t> tags = tables_of(face.get());
    const Tables all(face.get(), shown);
    std::string directory, tables;
    std::size_t size = 12 + 16 * tags.size();
    for (const hb_tag_t tag : tags) {
        const PackedTable table = all.packed(tag);
        add_tag(directory, tag, version_of(tag, table.is_changed));
        add_length(directory, table.size_unpacked);
        if (table.is_changed) add_length(directory, table.bytes.size());
        tables += table.bytes;
        size += padded(table.size_unpacked);
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
