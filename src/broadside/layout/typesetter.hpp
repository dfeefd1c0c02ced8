#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/layout/measured_text.hpp"
#include "broadside/layout/peers.hpp"
#include "broadside/layout/wrap.hpp"
#include "broadside/placed/document.hpp"

namespace broadside::layout {

/// The least `symbol_scale`.
inline constexpr double kTightSymbols = 0.6;

/// The least `padding_scale` that saves a page.
inline constexpr double kTightPadding = 0.55;

/// Whose widths may move for a lower table: none, those that the layout leaves open, or all.
enum class FreeWidths { None, Open, All };

/// What `fit` may change. Every length of the document is multiplied by `type_scale`, the white
/// space also by `padding_scale`, symbols in cells and the white space beside them by
/// `symbol_scale`; the symbols at least by `symbol_floor`.
struct Setting {
    double type_scale = 1;
    double padding_scale = 1;
    double symbol_scale = 1;
    double symbol_floor = 0;
    double measure = 1;  // share of the width between the margins that is used, in its middle
    text::Hyphenation hyphenation = text::Hyphenation::Off;
    bool hyphenated_heads = false;         // heads of columns, whatever `hyphenation` says
    bool hyphenated_single_words = false;  // texts of one word, once all others are
    bool hyphenated_row_titles = false;    // once nothing else helps
    bool short_heads = false;              // of columns that have a short form
    bool turned_heads = false;  // those above symbols, but where the layout has them upright
    FreeWidths free_widths = FreeWidths::None;
    LongWords long_words = LongWords::Whole;

    Pt scaled(Pt nominal) const { return nominal * type_scale; }
    Pt space(Pt nominal) const { return nominal * (type_scale * padding_scale); }

    /// Of a symbol in a cell: none becomes too small to be told from others.
    Pt symbol(Pt nominal) const {
        constexpr Pt kSmallestSymbol{8};
        return std::max(scaled(nominal) * std::max(symbol_scale, symbol_floor),
                        std::min(scaled(nominal), kSmallestSymbol));
    }

    bool operator==(const Setting&) const = default;
};

/// Where the figures of a column stand: x of where the first begins, of their axis, of where most
/// end at the latest, of where the last does, and of where their head ends.
struct FigureFrame {
    Pt left, axis, right, end, head;

    /// Symbols beside figures stand under each other, at the edge of all figures, as far as the
    /// frame has room: so far from a figure that reaches so far.
    Pt symbol_gap(const FigureReach& reach, const Setting& setting, Pt room) const;
};

/// Where a text goes: its box starts at (`x`, `y`) and is `width` wide; its height follows from the
/// lines. Marks that hang beside a centred line may reach `overhang` beyond the box and no further:
/// rather than that, the line leaves the middle.
struct TextFrame {
    Pt x, y, width;
    Alignment alignment = Alignment::Start;
    Rag rag = Rag::Natural;
    Pt overhang = {};
    Pt reach = {};  // the same of marks beside a symbol, into the white of the next cell
    std::optional<FigureFrame> figures =
        {};                          // for a figure, one line of words below them, or a head
    std::optional<Pt> ceiling = {};  // which marks beside a symbol stay below
    bool has_seen_edge = false;      // of a fill, or a rule behind the cell
};

/// What could stand on one line and does not, or heads on two.
struct BrokenTexts {
    std::size_t columns = 0;              // that break more of their cells than not
    std::size_t short_columns = 0;        // of these, those of short texts
    std::size_t high_columns = 0;         // with a text of more than about three lines
    std::size_t few_texts = 0;            // of columns that break fewer
    std::size_t lines_of_names = 0;       // beyond their first
    std::size_t high_heads = 0;           // in three lines or more, above words or figures
    std::size_t lines_of_open_names = 0;  // of those of names that the layout gives no width

    void raise(const BrokenTexts& other) {
        columns = std::max(columns, other.columns);
        short_columns = std::max(short_columns, other.short_columns);
        high_columns = std::max(high_columns, other.high_columns);
        few_texts = std::max(few_texts, other.few_texts);
        lines_of_names = std::max(lines_of_names, other.lines_of_names);
        high_heads = std::max(high_heads, other.high_heads);
        lines_of_open_names = std::max(lines_of_open_names, other.lines_of_open_names);
    }
    bool is_within(const BrokenTexts& most) const {
        return columns <= most.columns && short_columns <= most.short_columns &&
               high_columns <= most.high_columns && few_texts <= most.few_texts &&
               lines_of_names <= most.lines_of_names && high_heads <= most.high_heads;
    }
};

/// What tables were told to do at a setting for want of room; of several, the most.
struct Tally {
    bool is_squeezed = false;            // breaks lines in columns as wide as their content
    bool breaks_content = false;         // breaks lines of content-sized columns
    std::size_t hyphenated_columns = 0;  // with words of cells that are
    std::size_t parted_names = 0;        // hyphenated to keep their columns equally wide
    std::size_t torn_heads = 0;          // in scraps, of those that may turn
    std::size_t narrowed_columns = 0;    // narrower than the layout says, of all tables
    BrokenTexts broken;
};

/// Measures and sets the texts of one document, or of several that share one grid. Every paragraph
/// is shaped once, whatever `fit` tries.
///
/// Paragraphs are remembered by address: they must outlive the typesetter and not change.
class Typesetter {
public:
    Typesetter(const doc::Document& document, text::Shaper& shaper);
    Typesetter(std::vector<const doc::Document*> documents, text::Shaper& shaper);

    /// For some of the documents, with the texts that are shaped already.
    Typesetter only(std::vector<const doc::Document*> documents) const;

    const Peers& peers() const { return peers_; }

    const Setting& setting() const { return setting_; }
    /// Symbols beside words are as large as their type, and so are all others of the documents: two
    /// sizes would look like two values. They only stand closer.
    void use(const Setting& setting);

    /// All that were in use, in their order.
    const std::vector<Setting>& tried() const { return tried_; }

    /// Null for an empty paragraph.
    const MeasuredText* measured(const doc::Paragraph& paragraph);

    /// Marks beside a symbol are set like a paragraph of their own; null when there are none.
    const MeasuredText* measured(const doc::SymbolLine& line);

    /// The same text as its characters stand below each other, whatever the setting: a line is no
    /// wider than the widest piece.
    const MeasuredText* stacked(const doc::Paragraph& paragraph);

    /// At the current type scale: what the paragraph needs or, where that is more, a peer of it in
    /// another language.
    Pt min_content(const doc::Paragraph& paragraph);
    Pt max_content(const doc::Paragraph& paragraph);
    Pt height(const doc::Paragraph& paragraph, Pt width);

    /// The same of the paragraph itself, whatever its peers need.
    Pt own_min_content(const doc::Paragraph& paragraph);
    Pt own_max_content(const doc::Paragraph& paragraph);

    /// What the paragraph needs with no word hyphenated.
    Pt own_whole_words(const doc::Paragraph& paragraph);

    /// What the paragraph needs with a name that heads a column hyphenated.
    Pt own_parted_width(const doc::Paragraph& paragraph);

    /// What the paragraph needs with its words broken wherever the setting allows it.
    Pt own_least_width(const doc::Paragraph& paragraph);
    Pt least_width(const doc::Paragraph& paragraph);

    Pt own_height(const doc::Paragraph& paragraph, Pt width);

    /// Lines of the paragraph in `frame`; an empty paragraph gives no lines and no height. A word
    /// wider than the frame, of the paragraph or a peer, is reported: as an overflow, or as broken.
    placed::Text set(const doc::Paragraph& paragraph, const TextFrame& frame);
    placed::Text set(const MeasuredText& text, const TextFrame& frame);

    /// Keeps a text that layout makes itself for `document`, such as a page number, as long as the
    /// typesetter.
    const doc::Paragraph& keep(doc::Paragraph paragraph, const doc::Document& document);

    /// Something is wider or higher than its place, at the current setting.
    void report_overflow(Diagnostic diagnostic);
    std::size_t overflow_count() const { return overflows_.size(); }
    bool has_overflows() const { return !overflows_.empty(); }

    /// Whether there is anything to tell, of the setting or of the texts.
    bool has_diagnostics() const {
        return !texts_->missing_glyphs.empty() || has_overflows() || !broken_words_.empty() ||
               !narrowed_columns_.empty();
    }

    /// Warns of a text that has to break a word in a `width`, once at a setting. `place` is what a
    /// message calls it: `column "price"`.
    void report_broken_word(const doc::Paragraph& paragraph, Pt width, const std::string& place);
    std::size_t broken_word_count() const { return broken_words_.size(); }

    /// Warns of a column that is narrower than the layout says, once at a setting.
    void report_narrowed_column(const doc::Column& column, Diagnostic warning) {
        if (!reported_columns_.insert(&column).second) return;
        narrowed_columns_.push_back(std::move(warning));
        ++tally_.narrowed_columns;
    }

    /// What one table is told to do.
    void tell_squeezed() { tally_.is_squeezed = true; }
    void tell_broken_content() { tally_.breaks_content = true; }
    void tell_hyphenated_columns(std::size_t count) { raise(tally_.hyphenated_columns, count); }
    void tell_parted_names(std::size_t count) { raise(tally_.parted_names, count); }
    void tell_torn_heads(std::size_t count) { raise(tally_.torn_heads, count); }
    void tell_broken_texts(const BrokenTexts& broken) { tally_.broken.raise(broken); }
    const Tally& tally() const { return tally_; }

    /// Forgets the overflows, the broken words and the tally of a setting that was only tried.
    void clear_overflows();

    /// Missing glyphs and font files, whatever the setting, then the overflows and broken words.
    std::vector<Diagnostic> take_diagnostics();

private:
    struct CountedWidth {
        Pt narrowest, widest;
        std::size_t lines;
    };
    struct KnownHeight {
        Pt width, height;
    };
    /// The most that a text and its peers need at the setting. Every language asks for it.
    struct Together {
        Pt min_content, max_content, least_width, widest_piece;
        std::vector<KnownHeight> heights;
        Pt reported{
            std::numeric_limits<double>::infinity()};  // the width last reported as too small
    };
    struct Entry {
        MeasuredText text;
        doc::Paragraph marks;  // of a symbol line
        std::vector<CountedWidth> counts;
    };
    using Cache = std::unordered_map<const void*, std::unique_ptr<Entry>>;

    /// What does not depend on who shares the grid.
    struct Texts {
        std::map<std::pair<text::Hyphenation, LongWords>, Cache> caches;
        Cache stacked;
        std::deque<doc::Paragraph> kept;
        std::set<const void*> reported_missing;
        std::set<std::string> reported_unreadable;  // one file of a package stands for all of them
        std::vector<Diagnostic> missing_glyphs;
    };

    static void raise(std::size_t& most, std::size_t count) { most = std::max(most, count); }

    Together& together(const doc::Paragraph& paragraph);
    Pt nominal_min_content(const MeasuredText& text) const;
    text::Hyphenation hyphenation_of(const doc::Paragraph& paragraph) const;
    Cache& cache(text::Hyphenation hyphenation);
    Entry* entry(const doc::Paragraph& paragraph);
    void shape(const doc::Paragraph& paragraph, const void* key, bool is_stacked, Entry& entry);
    void report_unreadable(const text::UnreadableFile& file);
    void report_too_wide(const MeasuredText& text, Pt width, const std::string& place);
    std::size_t line_count(Entry& entry, Pt nominal_width);

    Peers peers_;
    bool has_words_among_symbols_;
    text::Shaper& shaper_;
    Setting setting_;
    std::vector<Setting> tried_;
    std::shared_ptr<Texts> texts_;
    std::unordered_map<const doc::Paragraph*, Together> together_;  // by the first peer
    std::set<const void*> reported_overflows_;
    std::vector<Diagnostic> overflows_;
    std::vector<Diagnostic> broken_words_, narrowed_columns_;
    std::set<const doc::Column*> reported_columns_;
    Tally tally_;
};

}  // namespace broadside::layout
