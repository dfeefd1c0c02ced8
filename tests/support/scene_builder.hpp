#pragma once

#include <cstddef>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ft2build.h>
#include FT_FREETYPE_H

#include "broadside/scene/scene.hpp"

/// Scenes with real glyphs and no shaper: one glyph a character, advances as the font has them.
namespace broadside::test {

/// What is in a font file; null when there is none.
inline std::shared_ptr<const std::string> font_bytes(const std::string& file) {
    static std::map<std::string, std::shared_ptr<const std::string>> read;
    std::shared_ptr<const std::string>& bytes = read[file];
    if (std::ifstream stream(file, std::ios::binary); !bytes && stream) {
        std::ostringstream content;
        content << stream.rdbuf();
        bytes = std::make_shared<const std::string>(content.str());
    }
    return bytes;
}

inline FontFaceRef font_face(std::string family, int weight, const std::string& file) {
    FontFace face;
    face.family = std::move(family);
    face.weight = weight;
    face.file = "/usr/share/fonts/truetype/noto/" + file;
    face.bytes = font_bytes(face.file);
    face.metrics = {1.069, 0.293, 0.714, 0.536};
    return std::make_shared<const FontFace>(std::move(face));
}

inline FontFaceRef regular_face() {
    static const FontFaceRef face = font_face("Noto Sans", 400, "NotoSans-Regular.ttf");
    return face;
}

inline FontFaceRef bold_face() {
    static const FontFaceRef face = font_face("Noto Sans", 700, "NotoSans-Bold.ttf");
    return face;
}

inline FontFaceRef hebrew_face() {
    static const FontFaceRef face =
        font_face("Noto Sans Hebrew", 400, "NotoSansHebrew-Regular.ttf");
    return face;
}

/// Decodes one character of well-formed UTF-8 and moves `at` behind it.
inline char32_t next_character(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) return lead;
    const int followers = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t character = lead & (0x3Fu >> followers);
    for (int i = 0; i < followers; ++i) {
        character = character << 6 | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
    }
    return character;
}

class OpenedFace {
public:
    explicit OpenedFace(const FontFace& font) {
        if (FT_Init_FreeType(&library_) != 0) throw std::runtime_error("freetype");
        if (FT_New_Face(library_, font.file.c_str(), font.index, &face_) != 0) {
            throw std::runtime_error("cannot open " + font.file);
        }
    }
    OpenedFace(const OpenedFace&) = delete;
    OpenedFace& operator=(const OpenedFace&) = delete;
    ~OpenedFace() {
        FT_Done_Face(face_);
        FT_Done_FreeType(library_);
    }

    std::uint32_t glyph(char32_t character) const { return FT_Get_Char_Index(face_, character); }

    double advance(std::uint32_t glyph) const {
        FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE);
        return static_cast<double>(face_->glyph->advance.x) / face_->units_per_EM;
    }

private:
    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
};

struct RunStyle {
    FontFaceRef font = regular_face();
    Pt size{10};
    Colour colour{};
    Direction direction = Direction::LeftToRight;
};

inline GlyphRun glyph_run(std::string_view text, const RunStyle& style = {}) {
    const OpenedFace face(*style.font);
    GlyphRun run{style.font,      style.size, style.colour, std::string(text),
                 style.direction, {},         {},           {}};
    std::vector<std::uint32_t> glyphs;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        glyphs.push_back(face.glyph(next_character(text, at)));
        run.clusters.push_back({static_cast<std::uint32_t>(at - begin), 1});
    }
    if (style.direction == Direction::RightToLeft) glyphs = {glyphs.rbegin(), glyphs.rend()};
    for (const std::uint32_t glyph : glyphs) {
        run.glyphs.push_back({glyph, run.advance, Pt(0)});
        run.advance += face.advance(glyph) * style.size;
    }
    return run;
}

/// A text of one line, which is one run at (`left`, `baseline`).
inline scene::DrawText text_line(Pt left, Pt baseline, std::string_view text,
                                 const RunStyle& style = {}) {
    const GlyphRun run = glyph_run(text, style);
    return {style.direction, {{baseline, left, run.advance, {{{left, baseline}, run, {}, {}}}}}};
}

inline scene::BeginGroup begin(scene::Role role, std::string id = {}, std::string label = {}) {
    scene::Tag tag;
    tag.role = role;
    tag.id = std::move(id);
    tag.label = std::move(label);
    return {std::move(tag)};
}

/// The list item of a note.
inline scene::BeginGroup begin_note(std::string note) {
    scene::BeginGroup group = begin(scene::Role::ListItem);
    group.tag.note = {std::move(note)};
    return group;
}

/// A page of `width` × `height` points on white paper.
inline scene::Scene one_page(Pt width, Pt height, std::vector<scene::Op> ops) {
    scene::Scene scene;
    scene.metadata = {"A title", "en", "An author", "A description", "CC-BY-SA-4.0"};
    scene.pages.push_back({{width, height}, {255, 255, 255}, std::move(ops)});
    return scene;
}

/// A filled square with a stroked diagonal, in a view box of 24 × 24.
inline DrawingRef sample_drawing() {
    Shape square;
    square.path = {MoveTo{{4, 4}}, LineTo{{20, 4}}, LineTo{{20, 20}}, LineTo{{4, 20}}, ClosePath{}};
    square.fill = CurrentColour{};
    Shape diagonal;
    diagonal.path = {MoveTo{{0, 0}}, CubicTo{{8, 0}, {16, 24}, {24, 24}}};
    diagonal.stroke = Stroke{Colour{255, 255, 255}, 2, LineCap::Round, LineJoin::Round, 4};
    return std::make_shared<const Drawing>(Drawing{"sample", 24, 24, {square, diagonal}});
}

}  // namespace broadside::test
