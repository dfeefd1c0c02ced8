#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "broadside/doc/document.hpp"

namespace broadside::layout {

/// What has a width and a height of its own in every language.
using TextPart = std::variant<const doc::Paragraph*, const doc::SymbolLine*, const doc::Cell*>;

/// Documents that share one grid, and which parts of them stand at the same place. They are the
/// same dataset in the same layout; only their texts differ. A document alone shares its grid with
/// nobody.
///
/// Parts are remembered by address: the documents must outlive this and not change.
class Peers {
public:
    /// At least one document.
    explicit Peers(std::vector<const doc::Document*> documents);

    const std::vector<const doc::Document*>& documents() const { return documents_; }
    const doc::Document& first() const { return *documents_.front(); }
    bool are_several() const { return documents_.size() > 1; }
    bool have_symbols_before_words() const;

    /// Whether a cell of a column of symbols has words beside its own.
    bool have_words_among_symbols() const;

    /// In which they run: that of the first, and the other one if there is any.
    std::vector<Direction> directions() const;

    /// The language of one of the documents, for messages; empty where there is only one.
    std::string name_of(const doc::Document& document) const {
        return are_several() ? document.metadata.language : "";
    }

    /// The document that `part` belongs to; the first one for a part of none of them.
    const doc::Document& home(const void* part) const;

    /// Makes a text that layout wrote itself a part of `document`.
    void adopt(const doc::Paragraph& text, const doc::Document& document);

    /// False where the languages need different parts in a block, as a legend in which two labels
    /// are the same word in one language only. Parts of such a block have no peers.
    bool are_alike(std::size_t block) const { return !are_several() || alike_[block]; }

    /// The first of `part` and its peers: one address for all of them.
    template <typename Part>
    const Part& leader(const Part& part) const {
        const auto place = places_.find(&part);
        const bool is_alone = place == places_.end() || place->second.index == kAlone;
        return is_alone ? part : *std::get<const Part*>(parts_.front()[place->second.index]);
    }

    /// Calls `visit` with `part` and its peers, in the order of the documents.
    template <typename Part, typename Visit>
    void for_each(const Part& part, Visit&& visit) const {
        const auto place = places_.find(&part);
        if (place == places_.end() || place->second.index == kAlone) {
            visit(part);
            return;
        }
        for (const std::vector<TextPart>& parts : parts_)
            visit(*std::get<const Part*>(parts[place->second.index]));
    }

    /// The most that `measure` gives for `part` or a peer of it.
    template <typename Part, typename Measure>
    Pt most(const Part& part, Measure&& measure) const {
        Pt most;
        for_each(part, [&](const Part& peer) { most = std::max(most, measure(peer)); });
        return most;
    }

private:
    struct Seat {
        const doc::Document* home;
        std::size_t index;  // in `parts_` of each document
    };
    static constexpr std::size_t kAlone = static_cast<std::size_t>(-1);

    void add_block(std::size_t block);

    std::vector<const doc::Document*> documents_;
    std::vector<bool> alike_;                   // by block
    std::vector<std::vector<TextPart>> parts_;  // by document
    std::unordered_map<const void*, Seat> places_;
};

}  // namespace broadside::layout
