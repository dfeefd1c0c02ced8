#include "broadside/conformance/check_font.hpp"

#include <algorithm>
#include <cmath>

#include "broadside/base/big_endian.hpp"

namespace broadside::conformance {

namespace {

using Kind = Value::Kind;

constexpr unsigned kLastCode = 0xFFFF;

/// PDF 1.7, 9.6.4: six capitals and a plus sign.
bool has_subset_tag(std::string_view name) {
    return name.size() > 7 && name[6] == '+' &&
           std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Font::Font(const PdfFile& file, const Object& object, FontsMet& met, Problems& problems)
    : met_(met), check_{file, problems, fmt::format("object {} (font)", object.number), kFontCode} {
    if (met.codes > limits::kMaxPdfCodes) return;  // which was said
    check_.keys(object.value, {{"Type", kMust, Holds::Name, "Font"},
                               {"Subtype", kMust, Holds::Name, "Type0"},
                               {"BaseFont", kMust, Holds::Name},
                               {"Encoding", kMust, Holds::Name, "Identity-H"},
                               {"DescendantFonts", kMust, Holds::Array},
                               {"ToUnicode", kMust, Holds::Stream}});
    name_ = file.at(object.value, "BaseFont").bytes;
    // PDF 1.7, 9.6.4: subsets of one font have tags of their own.
    if (!met.names.insert(name_).second) check_.fail("another font has its /BaseFont, {}", name_);
    if (const Object* cmap = file.stream(file.raw(object.value, "ToUnicode"))) {
        const Check of_cmap{file, problems, fmt::format("object {} (ToUnicode)", cmap->number),
                            kFontCode};
        of_cmap.keys(cmap->value, {kLength, kFilter});
        const auto bytes = of_cmap.unpacked(*cmap);
        if (bytes) texts_ = read_to_unicode(*bytes, of_cmap);
    }
    const Value& fonts = file.at(object.value, "DescendantFonts");
    const Object* own = fonts.items.size() == 1 ? file.object(fonts.items.front()) : nullptr;
    if (own && met.descendants.insert(own->number).second)
        check_descendant(own->value);
    else
        check_.fail("expected one font of its own in /DescendantFonts");
    count_codes();
}

/// Ranges make much of little.
void Font::count_codes() {
    met_.codes += widths_.size() + texts_.size();
    if (met_.codes <= limits::kMaxPdfCodes) return;
    check_.fail("fonts have too many codes together");
    widths_.clear();
    texts_.clear();
}

void Font::check_descendant(const Value& descendant) {
    const bool is_cff = check_.file.at(descendant, "Subtype").is_name("CIDFontType0");
    check_.keys(descendant, {{"Type", kMust, Holds::Name, "Font"},
                             {"Subtype", kMust, Holds::Name, "CIDFontType0|CIDFontType2"},
                             {"BaseFont", kMust, Holds::Name},
                             {"CIDSystemInfo", kMust, Holds::Dictionary},
                             {"FontDescriptor", kMust, Holds::Dictionary},
                             {"DW", kMay, Holds::Number},
                             {"W", kMust, Holds::Array},
                             {"CIDToGIDMap", is_cff ? kMay : kMust, Holds::Any}});
    check_.keys(check_.file.at(descendant, "CIDSystemInfo"),
                {{"Registry", kMust, Holds::String, "Adobe"},
                 {"Ordering", kMust, Holds::String, "Identity"},
                 {"Supplement", kMust, Holds::Integer, "0"}});
    const std::string& base = check_.file.at(descendant, "BaseFont").bytes;
    if (name_ != base && !(is_cff && name_ == base + "-Identity-H"))
        check_.fail("its descendant has another /BaseFont, {}", base);
    if (is_cff && descendant.find("CIDToGIDMap")) check_.fail("a CFF font has no /CIDToGIDMap");
    read_widths(descendant);
    read_glyph_map(descendant);
    check_descriptor(descendant);
}

void Font::check_descriptor(const Value& descendant) {
    const Value& descriptor = check_.file.at(descendant, "FontDescriptor");
    const char* key =
        check_.file.at(descendant, "Subtype").is_name("CIDFontType0") ? "FontFile3" : "FontFile2";
    check_.keys(descriptor, {{"Type", kMust, Holds::Name, "FontDescriptor"},
                             {"FontName", kMust, Holds::Name},
                             {"Flags", kMust, Holds::Integer},
                             {"FontBBox", kMust, Holds::Array},
                             {"ItalicAngle", kMust, Holds::Number},
                             {"Ascent", kMust, Holds::Number},
                             {"Descent", kMust, Holds::Number},
                             {"CapHeight", kMust, Holds::Number},
                             {"StemV", kMust, Holds::Number},
                             {"FontFamily", kMay, Holds::String},
                             {"FontWeight", kMay, Holds::Integer},
                             {key, kMust, Holds::Stream}});
    check_.numbers(descriptor, "FontBBox", 4);
    const std::string& name = check_.file.at(descriptor, "FontName").bytes;
    if (name != check_.file.at(descendant, "BaseFont").bytes || !has_subset_tag(name))
        check_.fail("expected /BaseFont with a subset tag as /FontName, got {}", name);
    check_style(descriptor);
    if (const Object* program = check_.file.stream(check_.file.raw(descriptor, key)))
        read_program(*program, key);
}

/// PDF 1.7, tables 122 and 123.
void Font::check_style(const Value& descriptor) const {
    const auto fail = [&](std::string_view what) { check_.fail("{}", what); };
    const auto flags = static_cast<std::uint32_t>(
        static_cast<std::int64_t>(check_.file.at(descriptor, "Flags").number));
    constexpr unsigned kFixedPitch = 1, kSymbolic = 4, kNonsymbolic = 32, kItalic = 64;
    constexpr unsigned kKnown = 0b111'0000'0000'0110'1111;
    if ((flags & ~kKnown) != 0) fail("/Flags have a bit that means nothing");
    if (((flags & kSymbolic) != 0) == ((flags & kNonsymbolic) != 0))
        fail("/Flags are symbolic and not, or neither");
    if (((flags & kItalic) != 0) != (check_.file.at(descriptor, "ItalicAngle").number != 0))
        fail("/Flags say of italics what /ItalicAngle does not");
    const auto differ = [](const auto& a, const auto& b) { return a.second != b.second; };
    if ((flags & kFixedPitch) != 0 &&
        std::adjacent_find(widths_.begin(), widths_.end(), differ) != widths_.end())
        fail("/Flags are of one pitch, and widths in /W differ");
    if (check_.file.at(descriptor, "Descent").number > 0) fail("/Descent is above the baseline");
    const double weight = check_.file.at(descriptor, "FontWeight").number;
    if (descriptor.find("FontWeight") &&
        (weight < 100 || weight > 900 || std::fmod(weight, 100) != 0))
        fail("expected 100, 200 … 900 as /FontWeight");
}

void Font::read_program(const Object& program, const char* key) {
    const bool is_cff = std::string_view(key) == "FontFile3";
    const Check check{check_.file, check_.problems,
                      fmt::format("object {} (font file)", program.number), kFontCode};
    const KeyRule own = is_cff ? KeyRule{"Subtype", kMust, Holds::Name, "CIDFontType0C"}
                               : KeyRule{"Length1", kMust, Holds::Integer};
    check.keys(program.value, {own, kLength, kFilter});
    auto bytes = check.unpacked(program);
    if (!bytes) return;
    const std::size_t size = bytes->size();
    met_.program_bytes += size;
    if (met_.program_bytes > limits::kMaxPdfStreamBytes) {
        check.fail("font files are too large together");
        return;
    }
    program_bytes_ = *std::move(bytes);
    if (!is_cff && check_.file.at(program.value, "Length1").number != static_cast<double>(size))
        check.fail("expected {} as /Length1", size);
    std::string mistake;
    program_ = is_cff ? read_cff(program_bytes_, mistake) : read_true_type(program_bytes_, mistake);
    if (!program_) check.fail("{}", mistake);
}

/// PDF 1.7, 9.7.4.3: [first [widths] first last width …].
void Font::read_widths(const Value& descendant) {
    const auto& items = check_.file.at(descendant, "W").items;
    const auto is_code = [](const Value& value) {
        return value.is(Kind::Integer) && value.number >= 0 && value.number <= kLastCode;
    };
    unsigned next = 0;  // codes ascend, so that no code is met twice
    for (std::size_t i = 0; i < items.size();) {
        const bool has_list =
            i + 1 < items.size() && check_.file.follow(items[i + 1]).is(Kind::Array);
        const std::size_t row = has_list ? 2 : 3;
        if (!is_code(items[i]) || i + row > items.size() || items[i].number < next ||
            (!has_list && (!is_code(items[i + 1]) || !items[i + 2].is_number()))) {
            check_.fail("/W is no ascending list of widths");
            return;
        }
        auto code = static_cast<unsigned>(items[i].number);
        if (has_list) {
            for (const Value& width : check_.file.follow(items[i + 1]).items)
                widths_[code++] = width.number;
        } else {
            for (; code <= static_cast<unsigned>(items[i + 1].number); ++code)
                widths_[code] = items[i + 2].number;
        }
        next = code;
        i += row;
    }
}

void Font::read_glyph_map(const Value& descendant) {
    const Value& raw = check_.file.raw(descendant, "CIDToGIDMap");
    if (const Object* map = check_.file.stream(raw)) {
        check_.keys(map->value, {kLength, kFilter});
        glyph_map_ = check_.unpacked(*map);
        if (glyph_map_ && glyph_map_->size() % 2 != 0)
            check_.fail("/CIDToGIDMap ends inside a glyph's number");
    } else if (!raw.is(Kind::Null) && !check_.file.follow(raw).is_name("Identity")) {
        check_.fail("expected /Identity or a stream as /CIDToGIDMap");
    }
}

std::optional<std::size_t> Font::glyph_of(unsigned code) const {
    if (!program_) return std::nullopt;
    std::size_t glyph = code;
    if (glyph_map_) {
        if (2 * glyph + 1 >= glyph_map_->size()) return std::nullopt;
        glyph = big_endian(*glyph_map_, 2 * glyph, 2);
    } else if (!program_->glyph_of_cid.empty()) {
        const auto& glyphs = program_->glyph_of_cid;
        const auto found = std::lower_bound(glyphs.begin(), glyphs.end(), std::pair(code, 0U));
        if (found == glyphs.end() || found->first != code) return std::nullopt;
        glyph = found->second;
    }
    return glyph < program_->glyphs ? std::optional(glyph) : std::nullopt;
}

void Font::check_code(unsigned code) const {
    const auto fail = [&](std::string_view what) { check_.fail("<{:04X}> {}", code, what); };
    if (!texts_.contains(code)) fail("is shown and has no text in /ToUnicode");
    const auto width = widths_.find(code);
    if (width == widths_.end()) fail("is shown and has no width in /W");
    if (!program_) return;
    const auto glyph = glyph_of(code);
    if (!glyph) return fail("is shown and has no glyph in the font file");
    if (*glyph == 0) return fail("is shown and has the glyph .notdef");
    std::string mistake;
    const auto own_width = program_->read_glyph(*glyph, mistake);
    if (!own_width) return fail(fmt::format("has glyph {} of the font file: {}", *glyph, mistake));
    // PDF/A-2, 6.2.11.5: within 1/1000 em.
    if (width != widths_.end() && std::abs(width->second - *own_width) > 1)
        check_.fail("<{:04X}> is {} wide in the font file, {} in /W", code, *own_width,
                    width->second);
}

const std::string& Font::show(unsigned code) {
    static const std::string kNothing;
    if (shown_.insert(code).second) check_code(code);
    const auto text = texts_.find(code);
    return text == texts_.end() ? kNothing : text->second;
}

}  // namespace broadside::conformance
