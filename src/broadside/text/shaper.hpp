#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/base/direction.hpp"
#include "broadside/base/font_face.hpp"
#include "broadside/unicode/utf8.hpp"

/// The one service: text in, glyphs with advances in em out. Sizes play no part: without hinting
/// and rounding, advances grow linearly with the size, so a text is shaped once and set at any
/// size.
namespace broadside::text {

/// Which face a stretch of text asks for.
struct FontRequest {
    std::string_view family;
    int weight = kRegularWeight;
    FontSlant slant = FontSlant::Upright;
};

struct Span {
    std::string_view text;
    FontRequest font;
    double object_width = 0;  // in em; over 0, `text` stands for an object among the characters
};

enum class Hyphenation { Off, On };

struct Request {
    std::vector<Span> spans;
    std::string_view language = {};  // BCP 47
    Direction direction = Direction::LeftToRight;
    Hyphenation hyphenation = Hyphenation::Off;
    /// Chinese and Japanese characters stand below each other: they have the forms of vertical text
    /// (OpenType, `vert`), a line may end between any two, and no word is hyphenated.
    bool is_stacked = false;
};

/// Glyph with its offsets and advance in em of the style, y down: the face's own scale is in them.
struct Glyph {
    std::uint32_t id = 0;
    double advance = 0;
    double dx = 0, dy = 0;
};

/// What may happen after a cluster. `Hyphen`: a line may end here if a hyphen is added. Three hold
/// what they part together where that fits a line, the first most:
/// `LastResort`: inside a word, only where the text would otherwise have no place at all;
/// `Emergency`: between parts of what should stay whole (CSS Text 3, `overflow-wrap: break-word`);
/// `Leaning`: after a word that leans on the next one, and for whose sake nothing is made wider.
enum class Break : std::uint8_t {
    None,
    LastResort,
    Emergency,
    Leaning,
    Allowed,
    Hyphen,
    Mandatory
};

/// Whether a place is inside a word that nothing parts but want of room.
constexpr bool is_inside_word(Break place) {
    return place == Break::None || place == Break::LastResort;
}

/// A file that the manifest names and that cannot be used.
struct UnreadableFile {
    std::string file;
    std::string package;    // that would bring it; empty when it is there
    std::string why;        // "it is a folder"
    SourcePlace origin;     // of its name in the manifest
    bool may_pass = false;  // it may be used a while later, with nothing changed
    /// What has to be brought, or mended.
    const std::string& cause() const { return package.empty() ? file : package; }
    bool operator==(const UnreadableFile&) const = default;
};

/// The error that a text needs the file.
Diagnostic to_diagnostic(const UnreadableFile& file);

/// A stretch of one face, script, direction and span.
struct Item {
    FontFaceRef face;
    std::uint32_t span = 0;       // index into the request's spans
    std::uint8_t bidi_level = 0;  // odd: right to left
    Glyph hyphen;                 // the face's hyphen, advance 0 when it has none
};

/// The smallest unit that can be cut off: `bytes` of text shown by `glyphs`.
struct Cluster {
    std::uint32_t text_begin = 0, text_size = 0;     // into `Shaped::utf8`
    std::uint32_t glyph_begin = 0, glyph_count = 0;  // into `Shaped::glyphs`
    std::uint32_t item = 0;                          // into `Shaped::items`
    Break break_after = Break::None;
    bool is_space = false;   // hangs at a line's end
    bool is_hidden = false;  // soft hyphen, joiner, line feed: no glyph, left out of the run's text
    double advance = 0;      // in em
};

/// A paragraph's text, shaped. Clusters are in logical order and cover `utf8` completely; each
/// cluster's glyphs are in visual order, left to right. The last cluster's break is `Mandatory`.
struct Shaped {
    std::string utf8;
    std::vector<Item> items;
    std::vector<Cluster> clusters;
    std::vector<Glyph> glyphs;
    std::vector<char32_t> missing;  // characters that no font of the manifest has, each once
    std::vector<UnreadableFile> unreadable;  // fonts and patterns that the answer should come from
    std::vector<UnreadableFile> unasked;     // other fonts, which may have what is missing
    bool is_stacked = false;                 // as the request has it

    std::string_view text_of(const Cluster& cluster) const {
        return std::string_view(utf8).substr(cluster.text_begin, cluster.text_size);
    }
    /// The first, if it has several.
    char32_t character_of(const Cluster& cluster) const {
        return unicode::character_at(utf8, cluster.text_begin).code;
    }
    /// Zero width non-joiner or joiner: has no glyph, but the word is another one without it.
    bool is_joiner(const Cluster& cluster) const {
        const std::string_view text = text_of(cluster);
        return text == "\u200c" || text == "\u200d";
    }
};

/// Thrown by nothing: characters and faces that are missing come back as data, because the caller
/// knows which string of which file holds them.
class Shaper {
public:
    virtual ~Shaper() = default;

    /// The result lives as long as somebody holds it; an implementation may hand out one it kept.
    virtual std::shared_ptr<const Shaped> shape(const Request& request) = 0;

    /// Other pages begin, which have some of their texts in common with the last ones.
    virtual void begin_pages() {}

    /// The face that a request is answered with for Latin text, for metrics of empty lines; null
    /// when the manifest has no such face.
    virtual FontFaceRef face(const FontRequest& request) = 0;
};

}  // namespace broadside::text
