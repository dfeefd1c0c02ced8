#pragma once

#include <string>

#include "broadside/placed/document.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::paint {

/// Collects the ops of one page. Coordinates are rounded to 0.01 pt here and nowhere else, so that
/// every format replays the same numbers and neighbours share their edges.
class Canvas {
public:
    explicit Canvas(scene::Page& page) : page_(page) {}

    void begin(scene::Tag tag);
    void begin(const Meaning& meaning);
    void begin(Role role) { begin(Meaning{role}); }
    void end();

    void fill(const Rect& rect, Colour colour);

    /// Nothing for a width of 0.
    void stroke(Point from, Point to, const RuleStyle& rule);

    /// Nothing for a text without lines.
    void text(const placed::Text& text);

    /// A figure with its alternative text, or decoration when it has none.
    void symbol(const placed::Symbol& symbol);

private:
    scene::Page& page_;
};

}  // namespace broadside::paint
