#pragma once

#include "support/scene_builder.hpp"

namespace broadside::test {

/// A face of a font collection with thirty thousand glyphs.
inline FontFaceRef japanese_face() {
    return font_face("Noto Sans CJK JP", 400, "../../opentype/noto/NotoSansCJK-Regular.ttc");
}

inline scene::Scene japanese_scene() {
    return one_page(Pt(100), Pt(50),
                    {text_line(Pt(10), Pt(30), "暗号化", {japanese_face(), Pt(12)})});
}

}  // namespace broadside::test
