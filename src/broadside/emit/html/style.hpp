#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "broadside/base/style.hpp"
#include "broadside/base/units.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/emit/html/widths.hpp"

namespace broadside::emit {

/// What a page is in: nothing, or somebody else's.
struct HtmlPlace {
    HtmlForm form = HtmlForm::Page;
    std::string name = "page";  // of its root's class, after "bsd-"; ids of fragments begin with it

    bool is_fragment() const { return form == HtmlForm::Fragment; }
};

/// The style sheet of a page, made as its elements ask for it: what looks alike has one class, and
/// a colour of the palette is a custom property.
class HtmlStyle {
public:
    HtmlStyle(const doc::Document& document, HtmlPlace place);

    const HtmlPlace& place() const { return place_; }

    /// The class of elements with these declarations; empty for none.
    std::string class_of(const std::string& declarations);

    /// Declarations of what differs from what is around it.
    std::string text(const TextStyle& style, const TextStyle& around);

    /// That of the cells of tables, whose size is 1 rem: the reader's own.
    const TextStyle& main() const { return main_; }

    TextSetting setting() const { return {main_.size, language_, is_japanese_}; }

    std::string colour(Colour colour);
    std::string length(Pt length) const;

    /// The class of a head in its short form, also turned unless it is upright, in windows narrower
    /// than `width`, in rem.
    std::string head_class(double width, HeadTurn turn);

    /// The class of the head, and the `col`, of a column that gives way where the table has less
    /// than that width, in rem.
    std::string giving_class(double table);

    /// The class of a table's region, whose rows become cards in a window that is too narrow, or
    /// which then scrolls. `upright`: the width of the table with heads in full, in rem; `needed`:
    /// with those that are narrow.
    std::string region_class(double upright, const NeededWidth& needed, NarrowTable narrow);

    /// All rules, those for every page included.
    std::string sheet(const doc::Page& page);

private:
    /// Of windows, in rem: from which on the table is never wider than its region, below which it
    /// mostly is, in which columns have room beside the heads of rows, below which rows are cards;
    /// and how wide the table is at least: in windows between these its type is smaller.
    struct RegionWidths {
        int whole, cramped, beside, cards, least;
        auto operator<=>(const RegionWidths&) const = default;
    };

    static std::string name_of(const RegionWidths& widths);
    std::string rules_of(const RegionWidths& widths) const;
    int window_of(double table) const;
    double page_width() const;
    std::string type_size(Pt size) const;
    std::string palette() const;
    std::string giving_rules(const doc::Page& page) const;
    std::string root_rules(const doc::Page& page);

    /// Rules for widths, in rem, of the window or, of a fragment, of its root.
    std::string heads_within(int most, const std::string& rules) const;
    std::string within(int least, int most, const std::string& rules) const;

    HtmlPlace place_;
    TextStyle main_;
    std::string language_;
    bool is_japanese_;
    double widest_;           // width of the page in the widest window, in rem
    double table_width_ = 0;  // that the widest table surely has, in rem
    std::set<int> narrow_;    // widths of windows below which heads change, in rem
    std::set<int> giving_;    // widths of windows below which columns give way, in rem
    std::set<RegionWidths> regions_;
    bool slants_ = false;                         // whether heads lean
    std::map<std::string, std::string> classes_;  // by declarations
    std::map<std::string, Colour> palette_;       // by name
};

}  // namespace broadside::emit
