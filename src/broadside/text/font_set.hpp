#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <hb.h>

#include "broadside/base/font_face.hpp"
#include "broadside/base/font_manifest.hpp"
#include "broadside/text/font_files.hpp"
#include "broadside/text/handles.hpp"
#include "broadside/text/shaper.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

/// Reads the vertical metrics of a font that is scaled to its units per em.
///
/// Ascent and descent are those of `hhea`, or the typographic ones of `OS/2` when the font asks for
/// that (USE_TYPO_METRICS); the line gap is left to the style's line height. Cap height and
/// x-height are those of `OS/2`, or the heights of H and x when the table has none.
FontMetrics read_metrics(hb_font_t* font);

/// A face of the manifest that is open for shaping, scaled to its units per em so that every
/// advance is a whole number of the font's own units.
struct OpenFont {
    FontFaceRef face;  // holds the bytes that `font` reads
    HarfBuzzFont font;
    double units_per_em = 1000;  // em of the style: a face at 9/10 has more units to it
    Glyph hyphen;
    SourcePlace origin;  // of the file's name in the manifest

    /// Whether the face can show `code` by itself, by a canonical decomposition, or by what
    /// HarfBuzz puts in its place (a space of another width, a hyphen for the no-break hyphen).
    bool covers(char32_t code) const;

    bool has_glyph(char32_t code) const;
};

/// A face, or why it cannot be used.
struct FontOpening {
    std::unique_ptr<const OpenFont> font;
    std::string why;
};

/// A face of a font file's bytes, whose tables have been checked against each other.
FontOpening open_font(const FontFamily& family, const FontFile& file,
                      std::shared_ptr<const std::string> bytes);

/// Tells whether a font puts marks where they belong. Belongs to one thread.
class MarkProbe {
public:
    MarkProbe();

    /// Whether every mark of `utf8`, one cluster of `script` in `language`, is placed by its base,
    /// or has become part of another glyph.
    bool places_marks(hb_font_t* font, std::string_view utf8, std::string_view script,
                      std::string_view language);

private:
    HarfBuzzBuffer buffer_;
};

/// Marks above, below and through a letter of any script, which stand wrongly unless the font
/// places them. Those of one script only (Hebrew points, Indic and Thai signs) are drawn to fall
/// into place, or are placed by its shaper.
bool is_free_mark(char32_t code);

/// Whether the canonical decomposition of `code` has such a mark.
bool has_free_mark(char32_t code);

/// Characters that must be shown together, of `script` (ISO 15924) in `language` (BCP 47).
struct TextCluster {
    std::string_view script, language;
    std::span<const unicode::Character> characters;
};

/// How a face shows a cluster, the worst first. `Displaced`: it has every part, but puts a mark
/// where it happens to fall.
enum class Showing { None, Displaced, Right };

struct ChosenFont {
    const OpenFont* font = nullptr;
    Showing showing = Showing::None;
};

/// Whose face is asked first.
enum class FirstAsked { Requested, OfScript };

/// The manifest's faces, opened when a text first asks for them. Belongs to one thread; the files
/// may be shared.
///
/// No other font is ever looked at, and no weight or slant is replaced by another: the manifest
/// names the file for each, and may name one file twice.
class FontSet {
public:
    FontSet(std::shared_ptr<const FontManifest> manifest, std::shared_ptr<FontFiles> files);

    /// The face of exactly this family, weight and slant; null when there is none.
    const OpenFont* find(const FontRequest& request);

    /// The face for a cluster: the requested family's, else that of the first family of the
    /// manifest for the script, else of the first symbol family, else of any family. A face that
    /// has a sign comes before one that puts it together and leaves a mark displaced; where there
    /// is only such a one, the sign counts as shown by none, and the choice is `Displaced` without
    /// a face. So it is without the requested face itself, for another one would hide that.
    ChosenFont choose(const FontRequest& request, const TextCluster& cluster, FirstAsked first);

    /// The files that were asked for since the last call and that cannot be used, each once. A
    /// later family may have stood in for one: that is an error all the same, or pages would differ
    /// from machine to machine.
    std::vector<UnreadableFile> take_unreadable();

    /// Those that nobody stood in for, and that a cluster came to after all families of its script.
    std::vector<UnreadableFile> take_unasked();

private:
    struct Opened {
        std::unique_ptr<const OpenFont> font;
        UnreadableFile problem;  // of a file that cannot be used
    };

    struct Answer {
        ChosenFont chosen;
        std::vector<UnreadableFile> unreadable;  // of the faces before the chosen one
    };

    /// Null when the family has no such face.
    const Opened* open(const FontFamily& family, const FontRequest& request);
    Answer ask_listed(const FontRequest& request, const TextCluster& cluster, FirstAsked first);
    /// Asks families until one shows the cluster right; whether one does.
    template <typename Predicate>
    bool ask(const FontRequest& request, const TextCluster& cluster, Answer& answer,
             Predicate is_asked);
    Showing showing_of(const OpenFont& font, const TextCluster& cluster);

    std::shared_ptr<const FontManifest> manifest_;
    std::shared_ptr<FontFiles> files_;
    std::map<const FontFile*, Opened> open_;
    std::map<std::pair<const OpenFont*, std::string>, bool> placed_;  // by script and text
    MarkProbe probe_;
    std::vector<UnreadableFile> unreadable_, unasked_;
};

}  // namespace broadside::text
