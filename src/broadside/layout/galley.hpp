#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "broadside/layout/text_room.hpp"
#include "broadside/layout/typesetter.hpp"

namespace broadside::layout {

/// The room that something is given: as wide as this, as high as it needs.
struct Frame {
    Pt x, y, width;
};

/// What is set, in reading order, before it goes on a page; and the rooms of its texts, where
/// somebody asks.
class Galley {
public:
    explicit Galley(Typesetter& typesetter, std::vector<TextRoom>* rooms = nullptr)
        : typesetter_(typesetter), rooms_(rooms) {}

    Typesetter& typesetter() const { return typesetter_; }
    const Setting& setting() const { return typesetter_.setting(); }
    std::size_t size() const { return items_.size(); }

    /// Sets a text that may grow by `spare`; returns the baseline of its last line, that of no line
    /// being `frame.y`.
    Pt text(const doc::Paragraph& text, const TextFrame& frame, Pt spare = {});

    void table(const doc::Table& table, const SolvedPart& part, Point at);
    void symbol(const doc::Symbol& symbol, Point at, Pt height);

    /// A background behind the items from `first` on; without any, after all of them.
    void fill(std::size_t first, const std::vector<placed::Fill>& fills);

    /// Makes what `body` sets a group, where it sets anything and means something.
    template <typename Body>
    void group(const Meaning& meaning, Body body) {
        std::vector<placed::Item> before = std::exchange(items_, {});
        body();
        close(meaning, std::move(before));
    }

    std::vector<placed::Item> take() && { return std::move(items_); }

private:
    void close(const Meaning& meaning, std::vector<placed::Item> before);

    Typesetter& typesetter_;
    std::vector<TextRoom>* rooms_;
    std::vector<placed::Item> items_;
};

}  // namespace broadside::layout
