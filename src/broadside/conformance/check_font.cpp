#include "broadside/conformance/check_font.hpp"

#include <algorithm>
#include <cmath>

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
    : met_(met), subject_{fmt::format("object {} (font)", object.number), kFontCode} {
    if (met.codes > limits::kMaxPdfCodes) return;  // which was said
    check_keys(file, object.value,
               {{"Type", kMust, Holds::Name, "Font"},
                {"Subtype", kMust, Holds::Name, "Type0"},
                {"BaseFont", kMust, Holds::Name},
                {"Encoding", kMust, Holds::Name, "Identity-H"},
                {"DescendantFonts", kMust, Holds::Array},
                {"ToUnicode", kMust, Holds::Stream}},
               subject_, problems);
    name_ = file.at(object.value, "BaseFont").bytes;
    // PDF 1.7, 9.6.4: subsets of one font have tags of their own.
    if (!met.names.insert(name_).second)
        problems.add(subject_.code, "{}: another font has its /BaseFont, {}", subject_.name, name_);
    if (const Object* cmap = file.stream(file.raw(object.value, "ToUnicode"))) {
        const Subject of_cmap{fmt::format("object {} (ToUnicode)", cmap->number), kFontCode};
        check_keys(
            file, cmap->value,
            {{"Length", kMust, Holds::Integer}, {"Filter", kMay, Holds::Name, "FlateDecode"}},
            of_cmap, problems);
        const auto bytes = file.unpacked(*cmap, subject_.code, problems);
        if (bytes) texts_ = read_to_unicode(*bytes, of_cmap, problems);
    }
    const Value& fonts = file.at(object.value, "DescendantFonts");
    const Object* own = fonts.items.size() == 1 ? file.object(fonts.items.front()) : nullptr;
    if (own && met.descendants.insert(own->number).second)
        check_descendant(file, own->value, problems);
    else
        problems.add(subject_.code, "{}: expected one font of its own in /DescendantFonts",
                     subject_.name);
    count_codes(problems);
}

/// Ranges make much of little.
void Font::count_codes(Problems& problems) {
    met_.codes += widths_.size() + texts_.size();
    if (met_.codes <= limits::kMaxPdfCodes) return;
    problems.add(subject_.code, "{}: fonts have too many codes together", subject_.name);
    widths_.clear();
    texts_.clear();
}

void Font::check_descendant(const PdfFile& file, const Value& descendant, Problems& problems) {
    const bool is_cff = file.at(descendant, "Subtype").is_name("CIDFontType0");
    check_keys(file, descendant,
               {{"Type", kMust, Holds::Name, "Font"},
                {"Subtype", kMust, Holds::Name, "CIDFontType0|CIDFontType2"},
                {"BaseFont", kMust, Holds::Name},
                {"CIDSystemInfo", kMust, Holds::Dictionary},
                {"FontDescriptor", kMust, Holds::Dictionary},
                {"DW", kMay, Holds::Number},
                {"W", kMust, Holds::Array},
                {"CIDToGIDMap", is_cff ? kMay : kMust, Holds::Any}},
               subject_, problems);
    check_keys(file, file.at(descendant, "CIDSystemInfo"),
               {{"Registry", kMust, Holds::String, "Adobe"},
                {"Ordering", kMust, Holds::String, "Identity"},
                {"Supplement", kMust, Holds::Integer, "0"}},
               subject_, problems);
    const std::string& base = file.at(descendant, "BaseFont").bytes;
    if (name_ != base && !(is_cff && name_ == base + "-Identity-H"))
        problems.add(subject_.code, "{}: its descendant has another /BaseFont, {}", subject_.name,
                     base);
    if (is_cff && descendant.find("CIDToGIDMap"))
        problems.add(subject_.code, "{}: a CFF font has no /CIDToGIDMap", subject_.name);
    read_widths(file, descendant, problems);
    read_glyph_map(file, descendant, problems);
    check_descriptor(file, descendant, problems);
}

void Font::check_descriptor(const PdfFile& file, const Value& descendant, Problems& problems) {
    const Value& descriptor = file.at(descendant, "FontDescriptor");
    const char* key =
        file.at(descendant, "Subtype").is_name("CIDFontType0") ? "FontFile3" : "FontFile2";
    check_keys(file, descriptor,
               {{"Type", kMust, Holds::Name, "FontDescriptor"},
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
                {key, kMust, Holds::Stream}},
               subject_, problems);
    checked_numbers(file, descriptor, "FontBBox", 4, subject_, problems);
    const std::string& name = file.at(descriptor, "FontName").bytes;
    if (name != file.at(descendant, "BaseFont").bytes || !has_subset_tag(name))
        problems.add(subject_.code, "{}: expected /BaseFont with a subset tag as /FontName, got {}",
                     subject_.name, name);
    check_style(file, descriptor, problems);
    if (const Object* program = file.stream(file.raw(descriptor, key)))
        read_program(file, *program, key, problems);
}

/// PDF 1.7, tables 122 and 123.
void Font::check_style(const PdfFile& file, const Value& descriptor, Problems& problems) const {
    const auto fail = [&](std::string_view what) {
        problems.add(subject_.code, "{}: {}", subject_.name, what);
    };
    const auto flags =
        static_cast<std::uint32_t>(static_cast<std::int64_t>(file.at(descriptor, "Flags").number));
    constexpr unsigned kFixedPitch = 1, kSymbolic = 4, kNonsymbolic = 32, kItalic = 64;
    constexpr unsigned kKnown = 0b111'0000'0000'0110'1111;
    if ((flags & ~kKnown) != 0) fail("/Flags have a bit that means nothing");
    if (((flags & kSymbolic) != 0) == ((flags & kNonsymbolic) != 0))
        fail("/Flags are symbolic and not, or neither");
    if (((flags & kItalic) != 0) != (file.at(descriptor, "ItalicAngle").number != 0))
        fail("/Flags say of italics what /ItalicAngle does not");
    const auto differ = [](const auto& a, const auto& b) { return a.second != b.second; };
    if ((flags & kFixedPitch) != 0 &&
        std::adjacent_find(widths_.begin(), widths_.end(), differ) != widths_.end())
        fail("/Flags are of one pitch, and widths in /W differ");
    if (file.at(descriptor, "Descent").number > 0) fail("/Descent is above the baseline");
    const double weight = file.at(descriptor, "FontWeight").number;
    if (descriptor.find("FontWeight") &&
        (weight < 100 || weight > 900 || std::fmod(weight, 100) != 0))
        fail("expected 100, 200 … 900 as /FontWeight");
}

void Font::read_program(const PdfFile& file, const Object& program, const char* key,
                        Problems& problems) {
    const bool is_cff = std::string_view(key) == "FontFile3";
    const Subject subject{fmt::format("object {} (font file)", program.number), subject_.code};
    const KeyRule own = is_cff ? KeyRule{"Subtype", kMust, Holds::Name, "CIDFontType0C"}
                               : KeyRule{"Length1", kMust, Holds::Integer};
    check_keys(
        file, program.value,
        {own, {"Length", kMust, Holds::Integer}, {"Filter", kMay, Holds::Name, "FlateDecode"}},
        subject, problems);
    auto bytes = file.unpacked(program, subject.code, problems);
    if (!bytes) return;
    const std::size_t size = bytes->size();
    met_.program_bytes += size;
    if (met_.program_bytes > limits::kMaxPdfStreamBytes) {
        problems.add(subject.code, "{}: font files are too large together", subject.name);
        return;
    }
    program_bytes_ = *std::move(bytes);
    if (!is_cff && file.at(program.value, "Length1").number != static_cast<double>(size))
        problems.add(subject.code, "{}: expected {} as /Length1", subject.name, size);
    std::string mistake;
    program_ = is_cff ? read_cff(program_bytes_, mistake) : read_true_type(program_bytes_, mistake);
    if (!program_) problems.add(subject.code, "{}: {}", subject.name, mistake);
}

/// PDF 1.7, 9.7.4.3: [first [widths] first last width …].
void Font::read_widths(const PdfFile& file, const Value& descendant, Problems& problems) {
    const auto& items = file.at(descendant, "W").items;
    const auto is_code = [](const Value& value) {
        return value.is(Kind::Integer) && value.number >= 0 && value.number <= kLastCode;
    };
    unsigned next = 0;  // codes ascend, so that no code is met twice
    for (std::size_t i = 0; i < items.size();) {
        const bool has_list = i + 1 < items.size() && file.follow(items[i + 1]).is(Kind::Array);
        const std::size_t row = has_list ? 2 : 3;
        if (!is_code(items[i]) || i + row > items.size() || items[i].number < next ||
            (!has_list && (!is_code(items[i + 1]) || !items[i + 2].is_number()))) {
            problems.add(subject_.code, "{}: /W is no ascending list of widths", subject_.name);
            return;
        }
        auto code = static_cast<unsigned>(items[i].number);
        if (has_list) {
            for (const Value& width : file.follow(items[i + 1]).items)
                widths_[code++] = width.number;
        } else {
            for (; code <= static_cast<unsigned>(items[i + 1].number); ++code)
                widths_[code] = items[i + 2].number;
        }
        next = code;
        i += row;
    }
}

void Font::read_glyph_map(const PdfFile& file, const Value& descendant, Problems& problems) {
    const Value& raw = file.raw(descendant, "CIDToGIDMap");
    if (const Object* map = file.stream(raw)) {
        check_keys(
            file, map->value,
            {{"Length", kMust, Holds::Integer}, {"Filter", kMay, Holds::Name, "FlateDecode"}},
            subject_, problems);
        glyph_map_ = file.unpacked(*map, subject_.code, problems);
        if (glyph_map_ && glyph_map_->size() % 2 != 0)
            problems.add(subject_.code, "{}: /CIDToGIDMap ends inside a glyph's number",
                         subject_.name);
    } else if (!raw.is(Kind::Null) && !file.follow(raw).is_name("Identity")) {
        problems.add(subject_.code, "{}: expected /Identity or a stream as /CIDToGIDMap",
                     subject_.name);
    }
}

std::optional<std::size_t> Font::glyph_of(unsigned code) const {
    if (!program_) return std::nullopt;
    std::size_t glyph = code;
    if (glyph_map_) {
        if (2 * glyph + 1 >= glyph_map_->size()) return std::nullopt;
        const auto byte = [&](std::size_t at) {
            return static_cast<std::size_t>(static_cast<unsigned char>((*glyph_map_)[at]));
        };
        glyph = byte(2 * code) << 8 | byte(2 * code + 1);
    } else if (!program_->glyph_of_cid.empty()) {
        const auto& glyphs = program_->glyph_of_cid;
        const auto found = std::lower_bound(glyphs.begin(), glyphs.end(), std::pair(code, 0U));
        if (found == glyphs.end() || found->first != code) return std::nullopt;
        glyph = found->second;
    }
    return glyph < program_->glyphs ? std::optional(glyph) : std::nullopt;
}

void Font::check_code(unsigned code, Problems& problems) const {
    const auto fail = [&](std::string_view what) {
        problems.add(subject_.code, "{}: <{:04X}> {}", subject_.name, code, what);
    };
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
        problems.add(subject_.code, "{}: <{:04X}> is {} wide in the font file, {} in /W",
                     subject_.name, code, *own_width, width->second);
}

const std::string& Font::show(unsigned code, Problems& problems) {
    static const std::string kNothing;
    if (shown_.insert(code).second) check_code(code, problems);
    const auto text = texts_.find(code);
    return text == texts_.end() ? kNothing : text->second;
}

}  // namespace broadside::conformance
