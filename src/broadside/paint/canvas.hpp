#pragma once

#include <cstddef>

#include "broadside/placed/document.hpp"
#include "broadside/scene/scene.hpp"

namespace broadside::paint {

/// Collects the ops of one page. Here coordinates come onto the grid of scenes, and neighbours
/// share their edges.
class Canvas {
public:
    explicit Canvas(scene::Page& page) : page_(page) {}

    void begin(scene::Tag tag);
    void begin(const Meaning& meaning);
    void begin(Role role) { begin(Meaning{role}); }
    void end();

    /// What `draw` draws, in a group of its own; nothing where it draws nothing.
    template <typename Draw>
    void decorate(Role role, Draw draw) {
        begin(role);
        const std::size_t before = page_.ops.size();
        draw();
        if (page_.ops.size() == before) return page_.ops.pop_back();
        end();
    }

    void fill(const Rect& rect, Colour colour);

    /// Nothing for a width of 0.
    void stroke(Point from, Point to, const RuleStyle& rule);

    /// Nothing for a text without lines.
    void text(const placed::Text& text);

    /// A figure with its alternative text, or an ornament when it has none.
    void symbol(const placed::Symbol& symbol);

private:
    void frame(const Rect& rect, Colour colour);

    scene::Page& page_;
};

}  // namespace broadside::paint
