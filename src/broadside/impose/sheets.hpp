#pragma once

#include <cstddef>
#include <string>

#include "broadside/base/imposition.hpp"
#include "broadside/scene/scene.hpp"

/// PASS scene → scene: finished pages as cards on sheets of paper, to be cut. Cannot fail.
namespace broadside::impose {

/// Fills sheets with the pages of documents as they come: row by row, from the side where reading
/// begins. The last sheet may stay open. All pages have the size of a card.
class Sheets {
public:
    explicit Sheets(const Imposition& imposition) : imposition_(imposition) {}

    /// A document is a part of its own, with its own notes and tables, however many pages it has.
    void add(scene::Scene document);

    /// Of themselves sheets say what all documents say alike; the title is that of the first and
    /// the last where these differ.
    scene::Scene finish() &&;

private:
    friend scene::Scene impose(scene::Scene document, const Imposition& imposition);

    /// Sets a group of ops where the next card stands.
    void place(std::vector<scene::Op> card, scene::Tag tag, Colour paper);

    Imposition imposition_;
    scene::Scene sheets_;
    std::string last_title_;
    std::size_t cards_ = 0, documents_ = 0, tables_ = 0;
};

/// One document by itself. A single page fills its sheet with copies, which say nothing.
scene::Scene impose(scene::Scene document, const Imposition& imposition);

}  // namespace broadside::impose
