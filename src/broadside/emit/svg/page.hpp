#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "broadside/emit/emit.hpp"
#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/svg/outline.hpp"
#include "broadside/emit/svg/text.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::emit {

/// Writes the elements of one page, `kFileName` still in place of the file's name.
class SvgPage {
public:
    /// `faces` are those of the page for outlines, and empty for real text.
    SvgPage(const scene::Page& page, SvgTextStyle style, SvgLinks links, const Faces& faces);

    /// The elements in drawing order, after the definitions that they refer to.
    std::string content() const { return outlines_.definitions() + out_; }

    // One for each op of the scene.
    void operator()(const scene::BeginGroup& group);
    void operator()(const scene::EndGroup& end);
    void operator()(const scene::FillRect& fill);
    void operator()(const scene::StrokeLine& line);
    void operator()(const scene::DrawText& text);
    void operator()(const scene::DrawSymbol& symbol);

private:
    bool is_inside_link() const;
    std::string new_id();  // of a clip path or a gradient
    void image(const scene::DrawSymbol& symbol);

    SvgColours& colours_;
    SvgTextStyle style_;
    SvgLinks links_;
    SvgOutlines outlines_;
    std::size_t next_id_ = 0;
    std::map<const Image*, std::size_t> images_;  // that are defined, by their number
    bool follows_text_ = false;                   // in this group, which has had nothing since
    std::vector<std::string> open_;  // closing tags of the open groups; empty: wrote no element
    std::string out_;
};

}  // namespace broadside::emit
