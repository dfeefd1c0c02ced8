#pragma once

#include <memory>
#include <string>

#include "broadside/base/word.hpp"

namespace broadside {

enum class FontSlant { Upright, Italic };

inline constexpr Word<FontSlant> kSlants[] = {{"upright", FontSlant::Upright},
                                              {"italic", FontSlant::Italic}};

/// CSS Fonts 4 numeric weights; a face exists for a weight or the text is refused, nothing is
/// synthesized.
inline constexpr int kRegularWeight = 400;
inline constexpr int kBoldWeight = 700;
inline constexpr Word<int> kWeights[] = {{"regular", kRegularWeight}, {"bold", kBoldWeight}};

/// "bold", "regular italic"
inline std::string style_name(int weight, FontSlant slant) {
    std::string name(word_of(kWeights, weight));
    return slant == FontSlant::Italic ? name + " italic" : name;
}

/// Vertical metrics in em, baseline up positive for `ascent`, `cap_height`, `x_height`; `descent`
/// is positive downwards.
struct FontMetrics {
    double ascent = 0.8;
    double descent = 0.2;
    double cap_height = 0.7;
    double x_height = 0.5;
};

/// One face of a font file of the manifest, as the shaper used it.
struct FontFace {
    std::string family;
    int weight = kRegularWeight;
    FontSlant slant = FontSlant::Upright;
    std::string file;  // path of the font file
    int index = 0;     // face index inside a collection
    /// What was in the file when the text was shaped; drawing reads nothing else. Null where
    /// nothing is drawn with the face.
    std::shared_ptr<const std::string> bytes = nullptr;
    FontMetrics metrics;
    double scale = 1;        // size of the face in a style's em, so that scripts look equally large
    double line_height = 1;  // what the script needs, times the style's line height
};

using FontFaceRef = std::shared_ptr<const FontFace>;

}  // namespace broadside
